import Elements

/// What the user can see of the list, and where they are heading.
struct PagingWindow: Hashable, Sendable {
  /// Places of the view on the screen.
  var visible: Range<Int>
  /// Places that the user will see next; may reach beyond the list.
  var ahead: Range<Int>
  /// Places that a search or a scan wants read, after all others; nil while none is on.
  var sought: Range<Int>?
}

/// A page to ask for now.
struct PlannedPage: Hashable, Sendable {
  let page: Int
  let priority: RequestPriority
}

/// Deciding what to ask next.
extension PagingState {
  static let mostInFlight = 4

  /// The pages that are wanted and not yet asked for, the most urgent first, in a number that keeps to `mostInFlight`.
  func plan(for window: PagingWindow) -> [PlannedPage] {
    var planned: [PlannedPage] = []
    for page in wanted(in: window) where planned.count + inFlight.count < PagingState.mostInFlight {
      if inFlight[page.page] == nil, !planned.contains(where: { $0.page == page.page }) { planned.append(page) }
    }
    return planned
  }

  /// Pages that were asked for but are wanted no longer, where they keep a wanted one from being asked.
  func superfluous(for window: PagingWindow) -> [PageQuestion] {
    let wanted = wanted(in: window).prefix(PagingState.mostInFlight)
    let missing = wanted.count { inFlight[$0.page] == nil }
    let room = PagingState.mostInFlight - inFlight.count
    guard missing > room else { return [] }
    let unwanted = inFlight.values.filter { question in !wanted.contains { $0.page == question.page } }
    return Array(unwanted.sorted { $0.number < $1.number }.prefix(missing - room))
  }

  private func wanted(in window: PagingWindow) -> [PlannedPage] {
    guard headTotal != nil, !isRefreshing else {
      return failures.contains { $0.page == 1 } ? [] : [PlannedPage(page: 1, priority: .onScreen)]
    }
    var pages: [PlannedPage] = []
    func want(_ candidates: [Int?], _ priority: RequestPriority) {
      for page in candidates.compactMap({ $0 }) where !isUseless(page) && !pages.contains(where: { $0.page == page }) {
        pages.append(PlannedPage(page: page, priority: priority))
      }
    }
    want(rereads.map(page(around:)), .onScreen)
    want(missingPages(in: window.visible), .onScreen)
    want(seamEdges(in: window.visible).map(page(around:)), .onScreen)
    want(missingPages(in: window.ahead), .prefetch)
    if let sought = window.sought { want(missingPages(in: sought), .scan) }
    return pages
  }

  /// Asking again under the same total can teach nothing, and what failed waits for the user.
  private func isUseless(_ page: Int) -> Bool {
    answered[page] == latestTotal || failures.contains { $0.page == page }
  }

  /// The failure that keeps this place from being loaded.
  func failure(at place: Int) -> PageFailure? {
    guard !failures.isEmpty, row(at: place) == nil else { return nil }
    let boundary = edge(at: place)
    return failures.first { $0.covers(boundary) }
  }

  /// The pages that hold the places of a range that are not loaded, the first place first.
  private func missingPages(in range: Range<Int>) -> [Int] {
    var pages: [Int] = []
    for place in range.clamped(to: 0..<length) where row(at: place) == nil && failure(at: place) == nil {
      if let page = page(around: edge(at: place)), pages.last != page { pages.append(page) }
    }
    return pages
  }

  /// The boundaries around the unproven seams of a range that another reading could prove.
  private func seamEdges(in range: Range<Int>) -> [Edge] {
    guard let latestTotal else { return [] }
    return fragments.indices.dropFirst().flatMap { index -> [Edge] in
      let upper = fragments[index - 1]
      let lower = fragments[index]
      guard upper.end == lower.start, (range.lowerBound...range.upperBound).contains(lower.start) else { return [] }
      let last = Edge(position: upper.bottom.position - 1, total: upper.bottom.total)
      // Where the list has grown elsewhere than at its head, the rows are still where they were.
      let unmoved = [last, lower.top].map { Edge(position: $0.position, total: latestTotal) }
      return Array(([last, lower.top] + unmoved).filter { isUnread(page(around: $0), under: latestTotal) }.prefix(1))
    }
  }

  private func isUnread(_ page: Int?, under total: Int) -> Bool {
    page.map { answered[$0] != total } ?? false
  }

  // MARK: Places and pages

  /// The boundary above a place of the view, reckoned from the nearest row that is known.
  func edge(at place: Int) -> Edge {
    let total = latestTotal ?? length
    let above = fragments.last { $0.start <= place }
    if let above, place < above.end {
      return Edge(position: above.top.position + place - above.start, total: above.top.total).moved(toTotal: total)
    }
    let below = fragments.first { $0.start > place }
    let fromAbove = above.map { ($0.bottom.moved(toTotal: total), $0.end) } ?? (headEdge(total), 0)
    let fromBelow =
      below.map { ($0.top.moved(toTotal: total), $0.start) } ?? (Edge(position: total, total: total), length)
    let (edge, start) = place - fromAbove.1 <= fromBelow.1 - place ? fromAbove : fromBelow
    return Edge(position: edge.position + place - start, total: total)
  }

  private func headEdge(_ total: Int) -> Edge {
    Edge(position: total - (headTotal ?? total), total: total)
  }

  /// The page that holds the row below a boundary, if the list has not changed since the newest answer.
  func page(around edge: Edge) -> Int? {
    guard let latestTotal else { return nil }
    let position = edge.moved(toTotal: latestTotal).position
    guard position < max(1, latestTotal) else { return nil }
    return max(0, position) / pageSize + 1
  }
}
