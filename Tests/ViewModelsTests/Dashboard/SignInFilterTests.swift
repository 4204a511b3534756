import Elements
import Testing

@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(2))) struct SignInFilterTests {
  let api = FakeElements()
  let changes = Changes()

  private func open() async -> DashboardModel {
    api.change { $0.signIns[.numbered(0)] = SignIn.list(500, riskyEvery: 10) }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (0, "UTC") },
      opening: TenantIdentity(reference: .numbered(0)), now: { .testNow },
      pause: { _ in await Task.yield() }, onChange: changes.happened)
    model.tenant?.signIns.resize(height: 10)
    await changes.until { model.tenant?.signIns.selected != nil }
    return model
  }

  @Test func `A pause in the typing starts the scan`() async {
    let model = await open()
    model.openFilter()
    model.edit(.insert("risky:yes"))
    await changes.until { (model.tenant?.signIns.viewport.count ?? 0) >= 20 }
    #expect(model.prompt != nil)
  }

  @Test func `Enter keeps no filter that can't be read, and Escape gives the old one back`() async {
    let model = await open()
    model.openFilter()
    model.edit(.insert("risky:yes"))
    model.acceptPrompt()
    #expect(model.prompt == nil)
    model.openFilter()
    model.edit(.insert(" ip:x"))
    model.acceptPrompt()
    #expect(model.prompt != nil)
    #expect(model.tenant?.signIns.filterError != nil)
    model.escape()
    #expect(model.prompt == nil)
    #expect(model.tenant?.signIns.filterError == nil)
    #expect(model.tenant?.signIns.filterText == "risky:yes")
  }

  @Test func `Escape stops the scan, then clears the filter, then goes back`() async {
    api.change { $0.failing = [] }
    let model = await open()
    model.openFilter()
    model.edit(.insert("user:nobody"))
    model.acceptPrompt()
    model.escape()
    #expect(model.tenant?.signIns.filterText == "user:nobody")
    model.escape()
    #expect(model.tenant?.signIns.filterText == "")
    model.escape()
    #expect(model.tenant == nil)
  }

  @Test func `A pivot adds the selected sign-in's value to the filter once`() async {
    let model = await open()
    model.pivot(.user, negated: false)
    #expect(model.tenant?.signIns.filterText == "user:\"User 499\"")
    model.pivot(.user, negated: false)
    #expect(model.tenant?.signIns.filterText == "user:\"User 499\"")
    model.pivot(.country, negated: false)
    #expect(model.messages.current?.text == "this sign-in has no country")
  }

  @Test func `Completion puts in the fields and the values that were seen`() async {
    let model = await open()
    model.openFilter()
    model.edit(.insert("ri"))
    model.complete()
    #expect(model.prompt?.line.text == "risky:")
    model.edit(.insert("n"))
    model.complete()
    #expect(model.prompt?.line.text == "risky:no")
  }
}
