import Elements
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct DashboardModelTests {
  let api = FakeElements()
  let changes = Changes()

  private func start(opening: TenantIdentity? = nil) async -> DashboardModel {
    api.change { state in
      state.customers = (0..<5).map { Customer.numbered($0, tenants: $0 == 2 ? 0 : 1) }
      for number in 0..<5 { state.signIns[.numbered(number)] = SignIn.list(200, riskyEvery: 1_000) }
    }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (3_600, "CET") }, opening: opening,
      now: { Timestamp.testNow }, pause: { _ in }, onChange: changes.happened)
    if opening == nil {
      model.picker.resize(height: 10)
      await changes.until { !model.picker.coverage.isLoading }
    }
    return model
  }

  private func openFirst() async -> DashboardModel {
    let model = await start()
    model.perform(.openTenant)
    model.tenant?.signInList.resize(height: 10)
    await changes.until { model.tenant?.signInList.selected != nil }
    return model
  }

  @Test func `A tenant named by its ids opens without a call for customers`() async {
    let model = await start(opening: TenantIdentity(reference: .numbered(3)))
    model.tenant?.signInList.resize(height: 10)
    await changes.until { model.tenant?.signInList.selected != nil && model.tenant?.gauge.counts.value != nil }
    #expect(Set(api.log) == [.signIns(.numbered(3), .all, page: 1), .actionCounts(.numbered(3))])
  }

  @Test func `Neighbours are the next tenants of the picker, past customers without any`() async {
    let model = await openFirst()
    model.perform(.nextTenant)
    model.perform(.nextTenant)
    #expect(model.tenant?.identity.reference == .numbered(3))
    model.perform(.previousTenant)
    #expect(model.tenant?.identity.reference == .numbered(1))
    model.perform(.previousTenant)
    model.perform(.previousTenant)
    #expect(model.tenant?.identity.reference == .numbered(0))
    #expect(model.messages.current?.words == "this is the first tenant")
    model.perform(.back)
    #expect(model.picker.selected?.reference == .numbered(0))
  }

  @Test func `Each kind of place has what the commands of its scopes are about`() async {
    let model = await openFirst()
    var seen: Set<Place.Kind> = []
    func look() {
      seen.insert(model.navigator.top.kind)
      #expect(model.hasReceivers, "\(model.navigator.top.kind)")
    }
    look()
    for command in [CommandID.openSignIn, .sort, .help, .messages, .palette] {
      model.perform(command)
      look()
      model.perform(.escape)
    }
    model.perform(.back)
    look()
    model.perform(.goSignIns)
    look()
    model.perform(.goAddresses)
    look()
    // These sign-ins have neither address nor principal name, so that nobody can ask where else they are. Views are
    // looked at by their own tests.
    #expect(seen == Set(Place.Kind.allCases).subtracting([.whereElse, .tally, .hours, .map]))
  }

  @Test func `Escape closes details, then stops a search, then goes back, and never leaves`() async {
    let model = await openFirst()
    model.perform(.nextRisky)
    model.perform(.escape)
    #expect(model.tenant?.signInList.seek == nil)
    model.perform(.openSignIn)
    #expect(model.overlay == .signIn)
    model.perform(.escape)
    #expect(model.overlay == nil && model.tenant != nil)
    model.perform(.escape)
    #expect(model.tenant == nil)
    model.perform(.escape)
    #expect(!model.isFinished)
  }

  @Test func `Back leaves from the first screen, an interrupt from anywhere once nothing is open`() async {
    let first = await openFirst()
    first.perform(.back)
    #expect(first.tenant == nil && !first.isFinished)
    first.perform(.back)
    #expect(first.isFinished)
    let second = await openFirst()
    second.perform(.help)
    second.perform(.stop)
    #expect(second.overlay == nil && !second.isFinished)
    second.perform(.stop)
    #expect(second.isFinished)
  }

  @Test func `The picker's list follows the prompt; Escape gives the old filter back, Enter keeps the new one`() async {
    let model = await start()
    model.perform(.filter)
    model.edit(.insert("customer 4"))
    #expect(model.picker.rows.count == 1)
    model.perform(.escape)
    #expect(model.picker.rows.count == 5)
    model.perform(.filter)
    model.edit(.insert("customer 1"))
    _ = model.accept()
    #expect(model.prompt == nil)
    #expect(model.picker.rows.map(\.reference) == [.numbered(1)])
    model.perform(.escape)
    #expect(model.picker.rows.count == 5)
  }

  @Test func `A tenant that was opened from a filtered list is still selected without the filter`() async {
    let model = await start()
    model.perform(.filter)
    model.edit(.insert("customer 4"))
    _ = model.accept()
    model.perform(.openTenant)
    model.perform(.back)
    model.perform(.escape)
    #expect(model.picker.rows.count == 5)
    #expect(model.picker.selected?.reference == .numbered(4))
  }

  @Test func `Older filters come back with Up`() async {
    let model = await start()
    for text in ["one", "two"] {
      model.perform(.filter)
      model.edit(.deleteToStart)
      model.edit(.insert(text))
      _ = model.accept()
    }
    model.perform(.filter)
    model.edit(.deleteToStart)
    model.edit(.insert("draft"))
    model.edit(.older)
    model.edit(.older)
    #expect(model.prompt?.line.text == "one")
    model.edit(.newer)
    model.edit(.newer)
    #expect(model.prompt?.line.text == "draft")
  }

  @Test func `A customer without tenants opens nothing and says so`() async {
    let model = await start()
    await changes.until { model.picker.rows.last?.tenant == nil }
    model.picker.move(.last)
    model.perform(.openTenant)
    #expect(model.tenant == nil)
    #expect(model.messages.current?.words == "Customer 2 has no tenants")
  }

  @Test func `A tenant that was left is as it was when it is opened again, and costs no call`() async {
    let model = await openFirst()
    await changes.until { model.tenant?.gauge.counts.value != nil }
    let signIns = model.tenant?.signInList
    for _ in 0..<12 { model.tenant?.signInList.move(.down) }
    signIns?.toggleMark()
    signIns?.sort(SignInOrder(.risk))
    let (selected, order, marked) = (signIns?.selected, signIns?.order, signIns?.marked)
    #expect(selected != nil && order != nil && marked?.count == 1)
    model.perform(.nextTenant)
    model.tenant?.signInList.resize(height: 10)
    await changes.until { model.tenant?.signInList.selected != nil && model.tenant?.gauge.counts.value != nil }
    #expect(model.tenant?.identity.reference == .numbered(1))
    let asked = api.log
    model.perform(.previousTenant)
    model.tenant?.signInList.resize(height: 10)
    let again = model.tenant?.signInList
    #expect(again?.selected == selected && again?.order == order && again?.marked == marked)
    model.perform(.back)
    model.perform(.openTenant)
    model.tenant?.signInList.resize(height: 10)
    #expect(model.tenant?.signInList.selected == selected)
    #expect(api.log.filter(\.isOfSignIns) == asked.filter(\.isOfSignIns))
  }
}

extension ElementsCall {
  fileprivate var isOfSignIns: Bool { if case .signIns = self { true } else { false } }
}
