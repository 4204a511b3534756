import Elements
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(2))) struct DashboardModelTests {
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
    model.enter()
    model.tenant?.signIns.resize(height: 10)
    await changes.until { model.tenant?.signIns.selected != nil }
    return model
  }

  @Test func `A tenant named by its ids opens without a call for customers`() async {
    let model = await start(opening: TenantIdentity(reference: .numbered(3)))
    model.tenant?.signIns.resize(height: 10)
    await changes.until { model.tenant?.signIns.selected != nil && model.tenant?.gauge.counts.value != nil }
    #expect(Set(api.log) == [.signIns(.numbered(3), .all, page: 1), .actionCounts(.numbered(3))])
  }

  @Test func `Neighbours are the next tenants of the picker, past customers without any`() async {
    let model = await openFirst()
    model.openNeighbour(1)
    model.openNeighbour(1)
    #expect(model.tenant?.identity.reference == .numbered(3))
    model.openNeighbour(-1)
    #expect(model.tenant?.identity.reference == .numbered(1))
    model.openNeighbour(-1)
    model.openNeighbour(-1)
    #expect(model.tenant?.identity.reference == .numbered(0))
    #expect(model.messages.current?.text == "this is the first tenant")
    model.back()
    #expect(model.picker.selected?.reference == .numbered(0))
  }

  @Test func `Escape closes details, then stops a search, then goes back, and never leaves`() async {
    let model = await openFirst()
    model.tenant?.signIns.seekRisk(1)
    model.escape()
    #expect(model.tenant?.signIns.seek == nil)
    model.enter()
    #expect(model.overlay == .details)
    model.escape()
    #expect(model.overlay == nil && model.tenant != nil)
    model.escape()
    #expect(model.tenant == nil)
    model.escape()
    #expect(!model.isFinished)
  }

  @Test func `Back leaves from the first screen, an interrupt from anywhere once nothing is open`() async {
    let first = await openFirst()
    first.back()
    #expect(first.tenant == nil && !first.isFinished)
    first.back()
    #expect(first.isFinished)
    let second = await openFirst()
    second.toggle(.help)
    second.interrupt()
    #expect(second.overlay == nil && !second.isFinished)
    second.interrupt()
    #expect(second.isFinished)
  }

  @Test func `The picker's list follows the prompt; Escape gives the old filter back, Enter keeps the new one`() async {
    let model = await start()
    model.openFilter()
    model.edit(.insert("customer 4"))
    #expect(model.picker.rows.count == 1)
    model.escape()
    #expect(model.picker.rows.count == 5)
    model.openFilter()
    model.edit(.insert("customer 1"))
    model.acceptPrompt()
    #expect(model.prompt == nil)
    #expect(model.picker.rows.map(\.reference) == [.numbered(1)])
    model.escape()
    #expect(model.picker.rows.count == 5)
  }

  @Test func `A tenant that was opened from a filtered list is still selected without the filter`() async {
    let model = await start()
    model.openFilter()
    model.edit(.insert("customer 4"))
    model.acceptPrompt()
    model.enter()
    model.back()
    model.escape()
    #expect(model.picker.rows.count == 5)
    #expect(model.picker.selected?.reference == .numbered(4))
  }

  @Test func `Older filters come back with Up`() async {
    let model = await start()
    for text in ["one", "two"] {
      model.openFilter()
      model.edit(.deleteToStart)
      model.edit(.insert(text))
      model.acceptPrompt()
    }
    model.openFilter()
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
    model.picker.move(.down)
    model.picker.move(.down)
    model.enter()
    #expect(model.tenant == nil)
    #expect(model.messages.current?.text == "Customer 2 has no tenants")
  }

  @Test func `A tenant that was left is as it was when it is opened again, and costs no call`() async {
    let model = await openFirst()
    await changes.until { model.tenant?.gauge.counts.value != nil }
    let signIns = model.tenant?.signIns
    for _ in 0..<12 { model.tenant?.signIns.move(.down) }
    signIns?.toggleMark()
    signIns?.sortByNextColumn()
    let (selected, order, marked) = (signIns?.selected, signIns?.order, signIns?.marked)
    #expect(selected != nil && order != nil && marked?.count == 1)
    model.openNeighbour(1)
    model.tenant?.signIns.resize(height: 10)
    await changes.until { model.tenant?.signIns.selected != nil && model.tenant?.gauge.counts.value != nil }
    #expect(model.tenant?.identity.reference == .numbered(1))
    let asked = api.log
    model.openNeighbour(-1)
    model.tenant?.signIns.resize(height: 10)
    let again = model.tenant?.signIns
    #expect(again?.selected == selected && again?.order == order && again?.marked == marked)
    model.back()
    model.enter()
    model.tenant?.signIns.resize(height: 10)
    #expect(model.tenant?.signIns.selected == selected)
    #expect(api.log.filter(\.isOfSignIns) == asked.filter(\.isOfSignIns))
  }
}

extension ElementsCall {
  fileprivate var isOfSignIns: Bool { if case .signIns = self { true } else { false } }
}
