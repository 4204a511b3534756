import SignInAnalysis

/// What stands where.
extension PagingState {
  /// Rows that arrived at the head since it was read, as far as they were seen there.
  var arrivals: Int { arrived.count }

  var loadedCount: Int { runs.count }

  /// Every row of the view is loaded, and proven to be all there is.
  var isComplete: Bool {
    guard let headTotal, !hasInconsistency, !isTotalWrong, evidence.repeats == 0 else { return false }
    guard let only = fragments.first, fragments.count == 1 else { return fragments.isEmpty && length == 0 }
    return only.start == 0 && only.count == length && isEnd(only.bottom) && (!isCounted || length == headTotal)
  }

  /// The row at a place of the view; nil where it is not loaded.
  func row(at place: Int) -> RowNumber? {
    guard let fragment = fragment(at: place), place < fragment.end else { return nil }
    return runs.row(at: place - fragment.start, of: fragment.run)
  }

  /// Where a row stands in the view; nil where it is not part of it.
  func position(of row: RowNumber) -> Int? {
    guard let location = runs.location(of: row), let index = fragmentIndex(of: location.run) else { return nil }
    return fragments[index].start + location.index
  }

  func contains(_ row: RowNumber) -> Bool { runs.contains(row) }

  /// Whether the row at this place may not be the neighbour of the one above it.
  func isSeam(above place: Int) -> Bool {
    guard place > 0, let index = fragmentIndex(at: place), index > 0 else { return false }
    return fragments[index].start == place && fragments[index - 1].end == place
  }

  /// The boundary above a row in the server's list, by the answer that it is known from.
  func position(inList row: RowNumber) -> Edge? {
    guard let location = runs.location(of: row), let index = fragmentIndex(of: location.run) else { return nil }
    let fragment = fragments[index]
    // The bottom is known more freshly than the top, where it is.
    return fragment.bottom.answered > fragment.top.answered
      ? fragment.bottom.lower(by: location.index - fragment.count) : fragment.top.lower(by: location.index)
  }

  /// The rows of the view that are loaded, from the head down.
  var loadedRows: [RowNumber] {
    fragments.flatMap { runs.rows(0..<$0.count, of: $0.run) }
  }

  /// The same rows in blocks, which are shared with the state.
  var loadedBlocks: [[RowNumber]] {
    fragments.flatMap { runs.blocks(of: $0.run) }
  }

  /// The first place from the head down that is neither loaded nor failed; nil where there is none, or nothing is
  /// known yet.
  var firstUnreadPlace: Int? {
    var place = 0
    while place < length {
      if let fragment = fragment(at: place), place < fragment.end {
        place = fragment.end
      } else if let failure = failure(at: place) {
        place += max(1, failure.count - (failure.edge.fromEnd - edge(at: place).fromEnd))
      } else {
        return place
      }
    }
    return nil
  }

  /// The failure that keeps this place from being loaded.
  func failure(at place: Int) -> PageFailure? {
    guard !failures.isEmpty, row(at: place) == nil else { return nil }
    let boundary = edge(at: place)
    return failures.first { $0.covers(boundary) }
  }

  /// Rows in the list by the answer in which its end was read, or else by the newest; nil where the server does not
  /// say.
  var finalTotal: Int? {
    guard isCounted, let last = fragments.last, isEnd(last.bottom) else { return announcedTotal }
    return last.bottom.total
  }

  // MARK: Fragments

  /// The lowest fragment that begins at this place or above it.
  func fragmentIndex(at place: Int) -> Int? {
    var (low, high) = (0, fragments.count)
    while low < high {
      let middle = (low + high) / 2
      if fragments[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  func fragment(at place: Int) -> Fragment? {
    fragmentIndex(at: place).map { fragments[$0] }
  }

  func fragmentIndex(of run: RowRuns.ID) -> Int? {
    fragments.firstIndex { $0.run == run }
  }

  // MARK: Places and pages

  /// The boundary above a place of the view, reckoned from the nearest row that is known.
  func edge(at place: Int) -> Edge {
    let total = latestTotal ?? length
    let index = fragmentIndex(at: place)
    if let index, place < fragments[index].end {
      return fragments[index].top.lower(by: place - fragments[index].start).moved(toTotal: total)
    }
    let above = index.map { (fragments[$0].bottom.moved(toTotal: total), fragments[$0].end) }
    let below = fragments[((index ?? -1) + 1)...].first
    let fromAbove = above ?? (Edge(position: total - (headTotal ?? total), total: total), 0)
    let fromBelow = below.map { ($0.top.moved(toTotal: total), $0.start) } ?? endEdge(total)
    let isNearAbove = fromBelow.map { place - fromAbove.1 <= $0.1 - place } ?? true
    let (edge, start) = isNearAbove ? fromAbove : fromBelow ?? fromAbove
    return edge.lower(by: place - start)
  }

  private func endEdge(_ total: Int) -> (Edge, Int)? {
    isCounted ? (Edge(position: total, total: total), length) : nil
  }

  /// The page that holds the row below a boundary, if the list has not changed since the newest answer.
  func page(around edge: Edge) -> Int? {
    guard let latestTotal else { return nil }
    let position = edge.moved(toTotal: latestTotal).position
    guard !isCounted || position < max(1, latestTotal) else { return nil }
    return max(0, position) / pageSize + 1
  }
}
