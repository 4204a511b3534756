import SignInAnalysis

/// Reading a list once, from its head down.
extension PagingState {
  /// Where reading goes on.
  enum Frontier: Hashable, Sendable {
    /// Rows that are proven to follow those that were read. `isLate`: rows below them were handed out before.
    case proven([RowNumber], isLate: Bool)
    /// The rows below stand where they should, without proof that none are missing between.
    case seam
    /// The next rows are not loaded.
    case gap
    /// Nothing is left.
    case end
  }

  /// What comes after the rows that were read.
  /// - Parameter isRead: whether a row was; others are looked for from the head down.
  func frontier(isRead: (RowNumber) -> Bool) -> Frontier {
    guard headTotal != nil else { return .gap }
    var end = 0
    var isBelowRead = false
    for fragment in fragments {
      let rows = runs.rows(0..<fragment.count, of: fragment.run)
      guard let first = rows.firstIndex(where: { !isRead($0) }) else {
        end = fragment.end
        isBelowRead = true
        continue
      }
      if first == 0, fragment.start > end { return .gap }
      if first == 0, isBelowRead { return .seam }
      let next = rows[first...].firstIndex(where: isRead) ?? rows.endIndex
      return .proven(Array(rows[first..<next]), isLate: next < rows.endIndex)
    }
    return fragments.last.map { isEnd($0.bottom) } ?? (length == 0) ? .end : .gap
  }

  /// The rows below the first seam or gap that were not read.
  func rowsBelow(isRead: (RowNumber) -> Bool) -> [RowNumber] {
    for fragment in fragments {
      let rows = runs.rows(0..<fragment.count, of: fragment.run)
      if let first = rows.firstIndex(where: { !isRead($0) }) { return Array(rows[first...].prefix { !isRead($0) }) }
    }
    return []
  }

  /// Lets go of rows that were read, so that a list of any length takes the memory of a few pages.
  /// - Parameter keeping: how many of them stay, by whose ids a page that has shifted is recognised.
  mutating func forget(keeping: Int, isRead: (RowNumber) -> Bool) {
    // What lies above a seam that was crossed can't be joined any more.
    while fragments.count > 1, isWholly(fragments[0], isRead), runs.first(of: fragments[1].run).map(isRead) ?? false {
      let head = fragments.removeFirst()
      forget(runs.rows(0..<head.count, of: head.run))
      runs.remove(head.run)
    }
    guard let head = fragments.first else { return }
    let rows = runs.rows(0..<head.count, of: head.run)
    let surplus = (rows.firstIndex { !isRead($0) } ?? head.count) - keeping
    // Half the time nothing is done: cutting rows off moves those that stay.
    guard surplus > keeping else { return }
    forget(Array(rows[..<surplus]))
    runs.splice(0..<surplus, of: head.run, with: [])
    fragments[0].top = head.top.lower(by: surplus)
    fragments[0].start += surplus
    fragments[0].count -= surplus
  }

  private func isWholly(_ fragment: Fragment, _ isRead: (RowNumber) -> Bool) -> Bool {
    runs.rows(0..<fragment.count, of: fragment.run).allSatisfy(isRead)
  }
}

// MARK: What to ask

extension PagingState {
  /// The pages to read next, at most as many as may be under way beside those that are.
  ///
  /// Each run is read on by one page at a time, since only a page that is sent after the one above it is proven to
  /// follow it. To read two pages at a time a second run is begun further down. The upper one reads on into it, and
  /// is joined to it by the rows of one page that both hold.
  /// - Parameter chains: how many pages may be under way at once.
  func planReading(chains: Int) -> [OpenPage] {
    guard headTotal != nil else { return inFlight[1] == nil && !hasFailed(1) ? [OpenPage(page: 1)] : [] }
    var pages: [OpenPage] = []
    func want(_ open: OpenPage) {
      guard pages.count + inFlight.count < chains, inFlight[open.page] == nil, !isUnderWay(open.from) else { return }
      if !pages.contains(where: { $0.page == open.page }) { pages.append(open) }
    }
    if needsLook {
      want(OpenPage(page: 1))
      return pages
    }
    for row in doubts {
      if let page = doubtedPage(row) { want(OpenPage(page: page)) }
    }
    guard fruitlessAnswers <= PagingState.mostFruitless else { return pages }
    for index in fragments.indices where !isFarAhead(index) {
      if let open = continuation(of: fragments[index]) ?? pageBehindHole(below: index) { want(open) }
    }
    if fragments.isEmpty, let open = pageBehindHole(below: nil) { want(open) }
    if let start = nextChain(chains) { want(OpenPage(page: start)) }
    if pages.isEmpty, inFlight.isEmpty, mayGoOn, let last = fragments.last {
      want(OpenPage(page: last.bottom.position / pageSize + 1))
    }
    return pages
  }

  /// The page that should hold a row above which others may have been deleted; nil where the row has gone.
  func doubtedPage(_ row: RowNumber) -> Int? {
    position(inList: row).map { max(0, $0.position) / pageSize + 1 }
  }

  private func isUnderWay(_ from: RowNumber?) -> Bool {
    from != nil && inFlight.values.contains { $0.from == from }
  }

  /// The next page that may hold rows, where the page below a run came without any.
  private func pageBehindHole(below index: Int?) -> OpenPage? {
    let bottom = index.map { fragments[$0].bottom } ?? Edge(position: 0, total: latestTotal ?? 0)
    guard let latestTotal, !isEnd(bottom) else { return nil }
    var page = bottom.position / pageSize + 1
    guard !hasFailed(page), isAnswered(page, since: bottom) else { return nil }
    let below = fragments[((index ?? -1) + 1)...].first
    let end = below?.top.moved(toTotal: latestTotal).position ?? (isCounted ? latestTotal : .max)
    while (page - 1) * pageSize < end {
      if hasFailed(page) { return nil }
      if !isAnswered(page, since: bottom) { return OpenPage(page: page) }
      page += 1
    }
    return nil
  }

  // MARK: A second run

  private static let longestChain = 64
  private static let shortestChain = 8

  /// The page at which another run begins; nil where the list is too short, or as many runs are being read as may be.
  private func nextChain(_ chains: Int) -> Int? {
    guard isCounted, let latestTotal, let lowest = fragments.last else { return nil }
    let open = fragments.count { !isEnd($0.bottom) }
    guard open > 0, open < chains, open == fragments.count else { return nil }
    let read = lowest.bottom.position / pageSize
    guard !inFlight.keys.contains(where: { $0 > read + 1 }) else { return nil }
    let left = latestTotal / pageSize - read
    guard left >= 2 * Self.shortestChain else { return nil }
    return read + 1 + min(Self.longestChain, left / 2)
  }

  /// Whether a run is so far below what is read that its rows would only be held.
  private func isFarAhead(_ index: Int) -> Bool {
    index > 0 && fragments[index].count > 2 * Self.longestChain * pageSize
  }
}
