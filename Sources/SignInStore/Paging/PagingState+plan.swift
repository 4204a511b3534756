import Elements
import SignInAnalysis

/// What the user can see of the list, and where they are heading.
public struct PagingWindow: Hashable, Sendable {
  /// Places of the view on the screen.
  public var visible: Range<Int>
  /// Places that the user will see next; may reach beyond the list.
  public var ahead: Range<Int>
  /// A place that a search or a scan wants read, after all others; nil while none is on.
  public var sought: Int?
  /// The highest priority with which anything is asked for the window.
  public var urgency: RequestPriority

  public init(
    visible: Range<Int>, ahead: Range<Int>, sought: Int? = nil, urgency: RequestPriority = .onScreen
  ) {
    self.visible = visible
    self.ahead = ahead
    self.sought = sought
    self.urgency = urgency
  }
}

/// A page to ask for now.
struct PlannedPage: Hashable, Sendable {
  let page: Int
  let priority: RequestPriority
  /// The last row of the run that the page should continue; nil where it continues none.
  var from: RowNumber?
}

/// A page that leads further, and the last row of the run that it should continue.
struct OpenPage: Hashable, Sendable {
  let page: Int
  var from: RowNumber?
}

/// Deciding what to ask next.
extension PagingState {
  static let mostInFlight = 4

  /// The pages that are wanted and not yet asked for, the most urgent first, in a number that keeps to
  /// `mostInFlight`.
  ///
  /// Of a stretch of places without rows only one page at a time is wanted: the next one is proven to follow it only
  /// when it is sent after.
  func plan(for windows: [PagingWindow]) -> [PlannedPage] {
    let wanted = wanted(in: windows).filter { inFlight[$0.page] == nil }
    return Array(wanted.prefix(max(0, PagingState.mostInFlight - inFlight.count)))
  }

  /// Pages that were asked for but are wanted no longer, where they keep a wanted one from being asked.
  func superfluous(for windows: [PagingWindow]) -> [PageQuestion] {
    let wanted = wanted(in: windows).prefix(PagingState.mostInFlight)
    let missing = wanted.count { inFlight[$0.page] == nil }
    let room = PagingState.mostInFlight - inFlight.count
    guard missing > room else { return [] }
    let unwanted = inFlight.values.filter { question in !wanted.contains { $0.page == question.page } }
    return Array(unwanted.sorted { $0.number < $1.number }.prefix(missing - room))
  }

  /// Pages that were asked for and that no window needs.
  func unwanted(for windows: [PagingWindow]) -> [PageQuestion] {
    let wanted = windows.isEmpty ? [] : wanted(in: windows)
    return inFlight.values.filter { question in !wanted.contains { $0.page == question.page } }
  }

  /// Gives a planned page's question its number.
  mutating func call(_ planned: PlannedPage) -> PageCall {
    PageCall(
      question: nextQuestion(page: planned.page, from: planned.from),
      request: PageRequest(index: planned.page, size: pageSize), priority: planned.priority)
  }

  private func wanted(in windows: [PagingWindow]) -> [PlannedPage] {
    let urgency = windows.map(\.urgency).max() ?? .onScreen
    guard headTotal != nil, !isRefreshing else {
      return failures.contains { $0.page == 1 } ? [] : [PlannedPage(page: 1, priority: urgency)]
    }
    var pages: [PlannedPage] = []
    func want(_ candidates: [OpenPage], _ priority: RequestPriority, of window: PagingWindow? = nil) {
      let priority = min(priority, window?.urgency ?? urgency)
      for open in candidates where !hasFailed(open.page) && !isAwaited(open, pages) {
        pages.append(PlannedPage(page: open.page, priority: priority, from: open.from))
      }
    }
    if needsLook { want([OpenPage(page: 1)], .onScreen) }
    want(rereads.compactMap(page(around:)).map { OpenPage(page: $0) }, .onScreen)
    var isVisibleLoaded = true
    for window in windows {
      let visible = openPages(in: window.visible)
      isVisibleLoaded = isVisibleLoaded && visible.isEmpty
      want(visible, .onScreen, of: window)
    }
    for window in windows where isVisibleLoaded {
      want(openPages(in: window.ahead, withSeams: false), .prefetch, of: window)
    }
    for window in windows {
      if let sought = window.sought { want(openPages(in: sought..<sought + 1, withSeams: false), .scan, of: window) }
    }
    // Whether the head has grown is told, but nobody waits for it.
    if pages.isEmpty, inFlight.isEmpty, isHeadStale { want([OpenPage(page: 1)], .prefetch) }
    return pages
  }

  /// Whether a page is planned already, or the answer comes first that it should be sent after.
  private func isAwaited(_ open: OpenPage, _ planned: [PlannedPage]) -> Bool {
    if planned.contains(where: { $0.page == open.page || $0.page == open.page - 1 && $0.page > 1 }) { return true }
    if open.page > 2, inFlight[open.page - 1] != nil { return true }
    guard let from = open.from else { return false }
    return inFlight.values.contains { $0.from == from && $0.page != open.page }
  }

  func hasFailed(_ page: Int) -> Bool {
    failures.contains { $0.page == page }
  }

  /// For each stretch of a range's places without rows, and each seam, the page to read next.
  private func openPages(in range: Range<Int>, withSeams: Bool = true) -> [OpenPage] {
    var pages: [OpenPage] = []
    var place = max(0, range.lowerBound)
    let end = min(length, range.upperBound)
    while place < end {
      if let index = fragmentIndex(at: place), place < fragments[index].end {
        if withSeams, isSeam(above: place), let page = continuation(of: fragments[index - 1]) { pages.append(page) }
        place = fragments[index].end
        continue
      }
      if let page = missingPage(at: place, above: end), pages.last != page { pages.append(page) }
      place = fragments[((fragmentIndex(at: place) ?? -1) + 1)...].first?.start ?? end
    }
    // A seam just below the last row that is seen.
    if withSeams, end == range.upperBound, isSeam(above: end), let index = fragmentIndex(at: end),
      let page = continuation(of: fragments[index - 1]), !pages.contains(page)
    {
      pages.append(page)
    }
    return pages
  }

  /// The page to read for the first places of a stretch without rows, passing over what has failed down to an end.
  private func missingPage(at first: Int, above end: Int) -> OpenPage? {
    var place = first
    while let failure = failure(at: place) {
      place += max(1, failure.count - (failure.edge.fromEnd - edge(at: place).fromEnd))
      guard place < end, row(at: place) == nil else { return nil }
    }
    if place == first, let index = fragmentIndex(at: place), fragments[index].end == place,
      let page = continuation(of: fragments[index])
    {
      return page
    }
    guard let page = page(around: edge(at: place)), !isUseless(page) else { return nil }
    return OpenPage(page: page)
  }

  /// Asking for missing rows again under the same total can teach nothing, and a page that comes without them can't
  /// be asked for ever.
  func isUseless(_ page: Int) -> Bool {
    guard let reading = answered[page] else { return false }
    return reading.total == latestTotal || fruitlessAnswers > PagingState.mostFruitless
  }

  /// Answers in a row that hold only known rows, after which nothing more is expected of the list: more than arrivals
  /// explain.
  static let mostFruitless = 48
  /// After 12 pages in a row without any row nothing more is expected either.
  static let weightOfEmptyPage = 4

  /// How often a run is read on from one row without coming further: more rows may arrive between two answers than a
  /// page holds.
  static let mostTries = 50

  // MARK: Reading on

  /// The page that is proven to follow a run once it is answered; nil at the list's end, and where asking has not led
  /// further.
  ///
  /// Where the list has grown, the page is asked for that should hold the run's last row, so that arrivals are passed
  /// over. If it came without that row, the page is asked for that begins where the run ended.
  func continuation(of fragment: Fragment) -> OpenPage? {
    guard latestTotal != nil, !isEnd(fragment.bottom), fruitlessAnswers <= PagingState.mostFruitless else { return nil }
    let from = runs.last(of: fragment.run)
    guard from.flatMap({ attempts[$0] }) ?? 0 < PagingState.mostTries else { return nil }
    let plain = fragment.bottom.position / pageSize + 1
    // What was answered after the run's end was read, and did not join it, will not do so under the same total.
    let page = [hintedPage(of: fragment), plain].first { !isAnswered($0, since: fragment.bottom) }
    return page.flatMap { hasFailed($0) ? nil : OpenPage(page: $0, from: from) }
  }

  /// The page that should hold a run's last row, or begin below it where nothing has moved, if the total has changed
  /// at the list's head.
  func hintedPage(of fragment: Fragment) -> Int {
    let shift = (latestTotal ?? fragment.bottom.total) - fragment.bottom.total
    return max(0, fragment.bottom.position + shift - (shift > 0 ? 1 : 0)) / pageSize + 1
  }

  /// Whether a page was asked for after a boundary was read, and answered under the newest total.
  func isAnswered(_ page: Int, since edge: Edge) -> Bool {
    answered[page].map { $0.sent > edge.answered && $0.total == latestTotal } ?? false
  }
}
