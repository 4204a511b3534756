import Elements
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct SignInFilterTests {
  let api = FakeElements()
  let changes = Changes()

  private func open() async -> DashboardModel {
    api.change { $0.signIns[.numbered(0)] = SignIn.list(500, riskyEvery: 10) }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (0, "UTC") },
      opening: TenantIdentity(reference: .numbered(0)), now: { .testNow },
      pause: { _ in await Task.yield() }, onChange: changes.happened)
    model.tenant?.signInList.resize(height: 10)
    await changes.until { model.tenant?.signInList.selected != nil }
    return model
  }

  @Test func `A pause in the typing starts the scan`() async {
    let model = await open()
    model.perform(.filter)
    model.edit(.insert("risky:yes"))
    await changes.until { (model.tenant?.signInList.viewport.count ?? 0) >= 20 }
    #expect(model.prompt != nil)
  }

  @Test func `Enter keeps no filter that can't be read, and Escape gives the old one back`() async {
    let model = await open()
    model.perform(.filter)
    model.edit(.insert("risky:yes"))
    _ = model.accept()
    #expect(model.prompt == nil)
    model.perform(.filter)
    model.edit(.insert(" ip:x"))
    _ = model.accept()
    #expect(model.prompt != nil)
    #expect(model.tenant?.signInList.filterError != nil)
    model.perform(.escape)
    #expect(model.prompt == nil)
    #expect(model.tenant?.signInList.filterError == nil)
    #expect(model.tenant?.signInList.filterText == "risky:yes")
  }

  @Test func `Escape stops the scan, then clears the filter, then goes back`() async {
    api.change { $0.failing = [] }
    let model = await open()
    model.perform(.filter)
    model.edit(.insert("user:nobody"))
    _ = model.accept()
    model.perform(.escape)
    #expect(model.tenant?.signInList.filterText == "user:nobody")
    model.perform(.escape)
    #expect(model.tenant?.signInList.filterText == "")
    model.perform(.escape)
    #expect(model.tenant == nil)
  }

  @Test func `A pivot adds the selected sign-in's value to the filter once`() async {
    let model = await open()
    model.perform(.onlyUser)
    #expect(model.tenant?.signInList.filterText == "user:\"User 499\"")
    model.perform(.onlyUser)
    #expect(model.tenant?.signInList.filterText == "user:\"User 499\"")
    model.perform(.onlyCountry)
    #expect(model.messages.current?.words == "this sign-in has no country")
  }

  @Test func `A pivot on alternatives is about all of them`() async {
    let model = await open()
    model.perform(.filter)
    model.edit(.insert("risky:yes or user:499"))
    _ = model.accept()
    model.perform(.hideUser)
    #expect(model.tenant?.signInList.filterText == "(risky:yes or user:499) -user:\"User 499\"")
  }

  @Test func `Hours of the day are read anew when the zone of the times changes`() async {
    api.change { $0.signIns[.numbered(0)] = SignIn.list(3, riskyEvery: 1) }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (3_600 * 12, "far") },
      opening: TenantIdentity(reference: .numbered(0)), now: { .testNow }, pause: { _ in await Task.yield() },
      onChange: changes.happened)
    model.tenant?.signInList.resize(height: 10)
    await changes.until { model.tenant?.signInList.selected != nil }
    model.perform(.filter)
    model.edit(.insert("hour:0-12"))
    _ = model.accept()
    let before = model.tenant?.signInList.viewport.count ?? 0
    model.perform(.timeZone)
    #expect(before + (model.tenant?.signInList.viewport.count ?? 0) == 3)
  }

  @Test func `The tenants' prompt completes and refuses as the sign-ins' does`() async {
    api.change { $0.customers = (0..<3).map { Customer.numbered($0) } }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (0, "UTC") }, now: { .testNow },
      pause: { _ in await Task.yield() }, onChange: changes.happened)
    model.picker.resize(height: 10)
    await changes.until { !model.picker.coverage.isLoading }
    model.perform(.filter)
    model.edit(.insert("cus"))
    model.complete()
    #expect(model.prompt?.line.text == "customer:")
    model.complete()
    model.edit(.insert("\"Customer 2\" risky"))
    model.edit(.insert(":2"))
    #expect(model.editor?.error?.message == "write risky=2")
    _ = model.accept()
    #expect(model.prompt != nil, "Enter keeps no filter that can't be read")
    model.perform(.escape)
    #expect(model.picker.filter == "" && model.editor?.error == nil && model.picker.rows.count == 3)
  }

  @Test func `Completion puts in the fields and the values that were seen`() async {
    let model = await open()
    model.perform(.filter)
    model.edit(.insert("risk"))
    model.complete()
    #expect(model.prompt?.line.text == "risky:")
    model.edit(.insert("n"))
    model.complete()
    #expect(model.prompt?.line.text == "risky:no")
  }
}
