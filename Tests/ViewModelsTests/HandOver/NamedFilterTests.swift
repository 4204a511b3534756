import Elements
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct NamedFilterTests {
  let api = FakeElements()
  let changes = Changes()

  /// What is kept from one start to the next.
  private final class Kept {
    var contents: [FilterShelf.Kind: FilterShelf.Contents] = [:]
    var cause: String?

    func take(_ change: FilterShelf.Change, _ kind: FilterShelf.Kind) -> String? {
      if cause == nil { contents[kind, default: FilterShelf.Contents()].take(change) }
      return cause
    }
  }

  private func start(_ kept: Kept, problem: String? = nil) async -> DashboardModel {
    api.change { state in
      state.customers = [.numbered(0)]
      state.signIns[.numbered(0)] = SignIn.list(30, riskyEvery: 10)
    }
    let shelf = FilterShelf(contents: kept.contents, problem: problem) { kept.take($0, $1) }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (0, "UTC") },
      opening: TenantIdentity(reference: .numbered(0)), handOver: HandOverPreferences(filters: shelf),
      now: { Timestamp.testNow }, pause: { _ in }, onChange: changes.happened)
    model.tenant?.signInList.resize(height: 10)
    await changes.until { model.tenant?.signInList.selected != nil }
    return model
  }

  private func type(_ text: String, in model: DashboardModel) {
    model.perform(.palette)
    model.edit(.insert(text))
    _ = model.accept()
  }

  private func filter(_ text: String, in model: DashboardModel) {
    model.perform(.filter)
    model.edit(.deleteToStart)
    model.edit(.insert(text))
    _ = model.accept()
  }

  @Test func `A filter is kept under a name, found by the palette in the next start, and forgotten`() async {
    let kept = Kept()
    var model = await start(kept)
    filter("risky:yes", in: model)
    type("save night shift", in: model)
    #expect(model.messages.current?.words.hasPrefix("risky:yes is kept as night shift") == true)
    model = await start(kept)
    #expect(model.tenant?.signInList.viewport.count == 30)
    type("filter: night", in: model)
    #expect(model.tenant?.signInList.filterText == "risky:yes")
    #expect(model.tenant?.signInList.viewport.count == 3)
    type("forget night shift", in: model)
    #expect(kept.contents[.signIns]?.named == [:])
    #expect(model.editor?.names == [])
  }

  @Test func `There is nothing to keep without a filter, and no name means that one is asked for`() async {
    let kept = Kept()
    let model = await start(kept)
    type("save x", in: model)
    #expect(kept.contents.isEmpty && model.messages.current?.words.hasPrefix("there is no filter to keep") == true)
    model.perform(.saveFilter)
    guard case .palette(let palette) = model.navigator.top else {
      Issue.record("no palette")
      return
    }
    #expect(palette.typed.text == "save " && palette.matches == [.save("")])
    _ = model.accept()
    #expect(model.overlay == .palette, "it stays open until there is a name")
  }

  @Test func `Filters have names for lists of their kind alone`() async {
    let kept = Kept()
    kept.contents[.tenants] = FilterShelf.Contents(named: ["gold": "group:gold"])
    let model = await start(kept)
    #expect(model.editor?.names == [])
    model.perform(.goTenants)
    #expect(model.editor?.names == ["gold"])
  }

  @Test func `The beginning of a name is completed to its filter, then to what the language offers`() async {
    let kept = Kept()
    kept.contents[.signIns] = FilterShelf.Contents(named: ["risky nights": "risky:yes hour:22-06"])
    let model = await start(kept)
    model.perform(.filter)
    model.edit(.insert("risky n"))
    model.complete()
    #expect(model.prompt?.line.text == "risky:yes hour:22-06")
    model.edit(.deleteToStart)
    model.edit(.insert("us"))
    model.complete()
    #expect(model.prompt?.line.text == "user:")
  }

  @Test func `The last hundred typed filters survive, each once`() async {
    let kept = Kept()
    var model = await start(kept)
    for number in 0..<105 { filter("x\(number)", in: model) }
    filter("x50", in: model)
    model = await start(kept)
    model.perform(.filter)
    model.edit(.older)
    #expect(model.prompt?.line.text == "x50")
    model.edit(.older)
    #expect(model.prompt?.line.text == "x104")
    #expect(kept.contents[.signIns]?.typed.count == 100)
    #expect(kept.contents[.signIns]?.typed.first == "x5")
  }

  @Test func `What is wrong with the file, and that nothing is kept, is told once`() async {
    let kept = Kept()
    kept.cause = "the disk is full"
    let model = await start(kept, problem: "filters has a line that can't be read")
    #expect(model.messages.history.map(\.words).contains("filters has a line that can't be read"))
    filter("a", in: model)
    filter("b", in: model)
    #expect(model.messages.history.count { $0.words.contains("the disk is full") } == 1)
    #expect(model.tenant?.signInList.filterText == "b", "it works all the same")
  }
}
