import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct NarrowingTests {
  let api = FakeElements()
  let changes = Changes()
  let tenant = TenantReference.numbered(1)
  let context = FilterContext(now: .testNow)

  private func open(_ signIns: [SignIn], height: Int = 10) async -> (SignInListModel, MessageLog) {
    api.change { $0.signIns[tenant] = signIns }
    let place = PlaceContext(api.client, changes: changes)
    let model = SignInListModel(place.fleet.open(tenant), context: place)
    model.resize(height: height)
    await changes.until { model.selected != nil }
    return (model, place.messages)
  }

  private func shown(_ model: SignInListModel) -> [String] {
    (0..<model.viewport.count).compactMap { place in
      if case .signIn(let signIn, _, _) = model.row(at: place) { signIn.id } else { nil }
    }
  }

  private func marked(_ model: SignInListModel) -> [String] {
    shown(model).enumerated().filter { place, _ in
      if case .signIn(_, _, let isMarked) = model.row(at: place) { isMarked } else { false }
    }.map(\.element)
  }

  private var pagesAsked: Int {
    api.log.count { if case .signIns = $0 { true } else { false } }
  }

  @Test func `While one types only what is loaded is filtered`() async {
    let (model, _) = await open(SignIn.list(1_000, riskyEvery: 10))
    model.setFilter("risky:yes", isTyping: false)
    #expect(shown(model) == (0..<10).map { "s\(990 - 10 * $0)" })
    #expect(pagesAsked == 1)
    #expect(model.narrowedCoverage?.isScanning == false)
    #expect(model.narrowedCoverage?.scanned == 100)
  }

  @Test func `A scan reads only the pages that fill the screen and one screen more`() async {
    let (model, _) = await open(SignIn.list(120_000, riskyEvery: 20))
    model.setFilter("risky:yes", isTyping: false)
    model.readOnForFilter()
    await changes.until { model.narrowedCoverage?.isScanning == false }
    // Two screens of ten, five matches a page.
    #expect(shown(model).count == 20 && pagesAsked == 4)
    model.move(.pageDown)
    await changes.until { model.narrowedCoverage?.isScanning == false }
    #expect(shown(model) == (0..<30).map { "s\(119_980 - 20 * $0)" } && pagesAsked == 6)
  }

  @Test func `A scan that finds too little ends with everything read, and says so`() async {
    let (model, _) = await open(SignIn.list(730, riskyEvery: 500))
    model.setFilter("risky:yes", isTyping: false)
    model.readOnForFilter()
    await changes.until { model.narrowedCoverage?.isExhausted == true && model.narrowedCoverage?.isScanning == false }
    #expect(shown(model) == ["s500", "s0"])
    #expect(model.narrowedCoverage?.scanned == 730)
    #expect(pagesAsked == 8)
  }

  @Test func `Escape stops a scan, and pushing on at the end resumes it`() async {
    let (model, _) = await open(SignIn.list(100_000, riskyEvery: 90_000))
    model.setFilter("risky:yes", isTyping: false)
    model.readOnForFilter()
    #expect(model.narrowedCoverage?.isScanning == true)
    #expect(model.stop())
    #expect(model.narrowedCoverage?.isScanning == false)
    #expect(model.narrowedCoverage?.isStopped == true)
    #expect(!model.stop(), "there is nothing left to stop")
    model.move(.last)
    #expect(model.narrowedCoverage?.isScanning == true)
  }

  @Test func `The next risky match is searched for by scanning on`() async {
    let (model, _) = await open(SignIn.list(2_000, riskyEvery: 700))
    model.setFilter("user", isTyping: false)
    model.readOnForFilter()
    await changes.until { model.narrowedCoverage?.isScanning == false }
    model.seekRisk(1)
    await changes.until { model.seek == nil }
    #expect(model.selected?.id == "s1400")
  }

  @Test func `The selected sign-in stays when a filter comes and goes, even one that hides it`() async {
    let (model, _) = await open(SignIn.list(1_000, riskyEvery: 10))
    for _ in 0..<23 { model.move(.down) }
    #expect(model.selected?.id == "s976")
    model.setFilter("risky:yes", isTyping: false)
    #expect(model.selected?.id == "s970", "the next match below")
    model.setFilter("user:976", isTyping: false)
    #expect(model.selected?.id == "s976")
    model.setFilter("", isTyping: false)
    #expect(model.selected?.id == "s976")
    #expect(model.viewport.selected == 23)
  }

  @Test func `A filter that can't be read leaves the last good one in force`() async {
    let (model, _) = await open(SignIn.list(300, riskyEvery: 10))
    model.setFilter("risky:yes", isTyping: false)
    let before = shown(model)
    model.setFilter("risky:yes ip:300.1.1.1", isTyping: false)
    #expect(model.filterError?.range == 13..<22)
    #expect(shown(model) == before)
    #expect(model.filterText == "risky:yes")
    model.setFilter("risky:no", isTyping: false)
    #expect(model.filterError == nil)
  }

  @Test func `Since ends a scan early as long as everything came newest first`() async {
    let (model, _) = await open(SignIn.list(10_000))
    model.setFilter("since:165m risky:yes", isTyping: false)
    model.readOnForFilter()
    await changes.until { model.narrowedCoverage?.isScanning == false }
    #expect(model.narrowedCoverage?.assumesNewestFirst == true)
    #expect(pagesAsked == 2)
    #expect(shown(model) == ["s9950", "s9900", "s9850"])
  }

  @Test func `Since ends nothing early in a list out of order`() async {
    var signIns = SignIn.list(500)
    signIns.swapAt(3, 60)
    let (model, _) = await open(signIns)
    model.setFilter("since:9600m risky:yes", isTyping: false)
    model.readOnForFilter()
    await changes.until { model.narrowedCoverage?.isScanning == false }
    #expect(model.narrowedCoverage?.assumesNewestFirst == false)
    #expect(pagesAsked == 5)
  }

  @Test func `Sorting keeps the selected record and goes back to the server's order`() async {
    let (model, _) = await open(SignIn.list(60))
    for _ in 0..<7 { model.move(.down) }
    let selected = model.selected?.id
    model.sort(SignInOrder(.time))
    model.reverseSort()
    #expect(model.order == SignInOrder(column: .time, isDescending: false))
    #expect(shown(model).first == "s0")
    #expect(model.selected?.id == selected)
    model.sort(nil)
    #expect(model.order == nil)
    #expect(model.selected?.id == selected)
    #expect(model.viewport.selected == 7)
  }

  @Test func `A sort reads nothing by itself`() async {
    let (model, _) = await open(SignIn.list(5_000))
    model.sort(SignInOrder(.user))
    #expect(pagesAsked == 1)
    #expect(model.narrowedCoverage?.isScanning == false)
    #expect(model.viewport.count == 100)
  }

  @Test func `Many rows are filtered away from the main actor, the first screen first`() async {
    let (model, _) = await open(SignIn.list(20_000, riskyEvery: 10), height: 12_000)
    await changes.until { model.coverage.isComplete }
    model.resize(height: 10)
    model.setFilter("risky:yes", isTyping: false)
    await changes.until { model.narrowedCoverage?.matches == 2_000 }
    #expect(shown(model) == (0..<2_000).map { "s\(19_990 - 10 * $0)" })
    model.sort(SignInOrder(.time))
    model.reverseSort()
    await changes.until { shown(model).first == "s0" }
    #expect(shown(model).count == 2_000)
  }

  @Test func `Marks belong to sign-ins, and all matches can be marked at once`() async {
    let (model, messages) = await open(SignIn.list(100, riskyEvery: 10))
    model.markAllMatches()
    #expect(model.marked.isEmpty && messages.current != nil)
    model.toggleMark()
    #expect(marked(model) == ["s99"])
    #expect(model.selected?.id == "s98")
    model.setFilter("risky:yes", isTyping: false)
    model.markAllMatches()
    #expect(model.marked.count == 11)
    model.markAllMatches()
    model.setFilter("", isTyping: false)
    #expect(marked(model) == ["s99"])
  }

  @Test func `Risky only keeps the filter`() async {
    let (model, _) = await open(SignIn.list(300, riskyEvery: 10))
    model.setFilter("user:1", isTyping: false)
    model.toggleScope()
    await changes.until { model.selected != nil }
    #expect(shown(model).allSatisfy { $0.contains("1") && $0.hasSuffix("0") })
  }
}
