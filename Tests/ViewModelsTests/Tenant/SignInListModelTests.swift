import Elements
import Testing

@testable import ElementsFakes
@testable import SignInStore
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct SignInListModelTests {
  let api = FakeElements()
  let changes = Changes()
  let tenant = TenantReference.numbered(1)

  private func open(_ count: Int, riskyEvery: Int = 50, height: Int = 10) async -> (SignInListModel, MessageLog) {
    api.change { $0.signIns[tenant] = SignIn.list(count, riskyEvery: riskyEvery) }
    let place = PlaceContext(api.client, changes: changes)
    let model = SignInListModel(place.fleet.open(tenant), context: place)
    model.resize(height: height)
    await changes.until { model.selected != nil || model.coverage.total == 0 || model.coverage.error != nil }
    return (model, place.messages)
  }

  private func visible(_ model: SignInListModel) -> [String?] {
    model.viewport.visible.map { place in
      if case .signIn(let signIn, _, _) = model.row(at: place) { signIn.id } else { nil }
    }
  }

  private func arrive(_ numbers: ClosedRange<Int>) {
    api.change { $0.signIns[tenant]?.insert(contentsOf: numbers.reversed().map { SignIn.numbered($0) }, at: 0) }
  }

  @Test func `A list opens at its newest sign-in with one page`() async {
    let (model, _) = await open(1_000)
    #expect(model.selected?.id == "s999")
    #expect(api.log == [.signIns(tenant, .all, page: 1)])
    #expect(model.coverage.total == 1_000)
    #expect(model.coverage.loaded == 100)
  }

  @Test func `The end of a long list is one page away`() async {
    let (model, _) = await open(120_000)
    model.move(.last)
    await changes.until { model.selected?.id == "s0" }
    #expect(visible(model) == (0..<10).reversed().map { "s\($0)" })
    #expect(api.log.count == 2)
  }

  @Test func `The selected sign-in stays on its line when arrivals shift the pages`() async {
    let (model, _) = await open(1_000)
    for _ in 0..<9 { model.move(.pageDown) }
    await changes.until { model.coverage.loaded == 200 }
    // Before the next page can be asked for.
    arrive(1_000...1_029)
    for _ in 0..<10 { model.move(.pageDown) }
    let selected = model.selected?.id
    let before = visible(model)
    await changes.until { model.coverage.arrivals == 30 }
    #expect(selected == "s809" && model.selected?.id == "s809")
    #expect(visible(model) == before)
  }

  @Test func `A refresh keeps the selected sign-in, with the arrivals above it`() async {
    let (model, _) = await open(300)
    model.move(.down)
    let line = model.viewport.selected - model.viewport.top
    arrive(300...304)
    model.refresh()
    await changes.until { model.coverage.total == 305 }
    #expect(model.selected?.id == "s298")
    #expect(model.viewport.selected == 6)
    #expect(model.viewport.selected - model.viewport.top == line)
    #expect(model.coverage.arrivals == 0)
  }

  @Test func `Risky only is a list of its own, and each list keeps its place`() async {
    let (model, _) = await open(1_000)
    model.move(.pageDown)
    let place = model.selected?.id
    model.toggleScope()
    await changes.until { model.selected != nil }
    #expect(model.coverage.total == 20)
    #expect(model.selected?.id == "s950")
    model.toggleScope()
    #expect(model.selected?.id == place)
  }

  @Test func `The next risky sign-in is searched beyond what is loaded`() async {
    let (model, _) = await open(1_000, riskyEvery: 400)
    model.seekRisk(1)
    #expect(model.seek != nil)
    await changes.until { model.seek == nil }
    #expect(model.selected?.id == "s800")
    model.seekRisk(-1)
    #expect(model.selected?.id == "s800", "there is none above")
  }

  @Test func `A search that finds nothing says how far it looked`() async {
    let (model, messages) = await open(250, riskyEvery: 1_000)
    // Number 0, the oldest, is risky; stand on it and look further down.
    model.move(.last)
    await changes.until { model.selected?.id == "s0" }
    model.seekRisk(1)
    #expect(model.seek == nil)
    #expect(messages.current?.severity == .note)
    #expect(messages.current?.words.contains("no risky sign-in further down") == true)
  }

  @Test func `A movement ends a search`() async {
    let (model, _) = await open(1_000, riskyEvery: 1_000)
    model.seekRisk(1)
    model.move(.down)
    #expect(model.seek == nil)
    #expect(model.selected?.id == "s998")
  }

  @Test func `A page that failed stands in its place with its reason until a refresh`() async {
    api.change { $0.failing = [.signIns(tenant, .all, page: 2)] }
    let (model, _) = await open(1_000)
    for _ in 0..<10 { model.move(.pageDown) }
    await changes.until {
      if case .failed = model.row(at: 100) { true } else { false }
    }
    #expect(model.selected == nil)
    guard case .signIn(let above, _, _) = model.row(at: 99) else {
      Issue.record("the row above the page that failed is not loaded")
      return
    }
    #expect(above.id == "s900")
    api.change { $0.failing = [] }
    model.refresh()
    await changes.until { model.selected != nil }
    #expect(model.selected?.id == "s899")
  }

  @Test func `A list that cannot be read says why, and a refresh tries again`() async {
    api.change { $0.failing = [.signIns(tenant, .all, page: 1)] }
    let (model, _) = await open(10)
    #expect(model.coverage.error?.call == .signIns(tenant, .all, page: 1))
    api.change { $0.failing = [] }
    model.refresh()
    await changes.until { model.selected != nil }
    #expect(model.coverage.error == nil)
    #expect(model.coverage.isComplete)
  }

  @Test func `A smaller window keeps the selected row in view`() async {
    let (model, _) = await open(100, height: 30)
    for _ in 0..<25 { model.move(.down) }
    model.resize(height: 5)
    #expect(model.viewport.visible.contains(model.viewport.selected))
    #expect(model.selected?.id == "s74")
  }

  @Test func `Nothing is asked for after the screen was left`() async {
    let (model, _) = await open(1_000)
    model.leave()
    let asked = api.log
    model.toggleScope()
    model.leave()
    model.toggleScope()
    await changes.until { model.selected != nil }
    // The list of risky ones was looked at for a moment; the other one is as it was left.
    #expect(Set(api.log.dropFirst(asked.count)).isSubset(of: [.signIns(tenant, .risky, page: 1)]))
    #expect(api.log.count - asked.count <= 1)
  }
}
