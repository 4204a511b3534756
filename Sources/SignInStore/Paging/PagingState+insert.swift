import SignInAnalysis

/// Taking a freshly read page in among the fragments.
extension PagingState {
  /// Puts a page where its rows are known, or below the run that it continues, or else where its distance from the
  /// end says; and joins what it proves to be joined.
  ///
  /// The page is the newest word about the places it covers: what stood between two of its rows and is not in it has
  /// gone.
  mutating func insert(_ page: FreshPage) {
    guard !page.rows.isEmpty else { return }
    let overlaps = overlaps(with: page)
    guard isOrderly(overlaps, page) else { return uproot(page) }
    if let first = overlaps.first, let last = overlaps.last {
      for overlap in overlaps { noteShift(page, overlap) }
      let reachesBottom = last.span.upperBound == runs.count(of: last.run) - 1
      merge(page, overlaps, first: first, bottom: reachesBottom ? page.bottom : fragments[last.fragment].bottom)
    } else if let upper = fragments.firstIndex(where: { continues($0, page) }) {
      noteShrinking(page, below: fragments[upper])
      runs.append(page.rows, to: fragments[upper].run)
      fragments[upper].bottom = page.bottom
      fragments[upper].count += page.rows.count
    } else {
      insertApart(page)
    }
  }

  /// A page of which no row can be read still takes its places: what comes below it follows the run that it continues.
  mutating func passUnreadable(_ page: FreshPage) {
    guard let upper = fragments.firstIndex(where: { continues($0, page) }) else {
      // Nothing could be read from the head on.
      if page.top.position == 0, fragments.isEmpty { insertNothing(page) }
      return
    }
    fragments[upper].bottom = page.bottom
  }

  /// A page without rows, below which the server counts none: the run that it continues is the list's last.
  mutating func endAbove(_ page: FreshPage) {
    guard let upper = fragments.firstIndex(where: { continues($0, page) }) else { return }
    fragments[upper].bottom = page.top
  }

  /// Whether a page is proven to follow a run: it was sent after the run's last row was read, and begins no lower
  /// than the run ended.
  ///
  /// Where the total says that as many rows as the page has may have pushed the run's last row below it, the page may
  /// hold rows that belong above the run; above the run at the head there are none that are not known.
  private func continues(_ fragment: Fragment, _ page: FreshPage) -> Bool {
    guard fragment.bottom.answered < page.sent, fragment.bottom.position == page.first else { return false }
    let growth = page.top.total - fragment.bottom.total
    return isAtHead(fragment) || growth < max(1, page.bottom.position - page.first)
  }

  /// Whether all rows above a fragment's first are known, or were and have been forgotten.
  private func isAtHead(_ fragment: Fragment) -> Bool {
    fragment.run == fragments.first?.run && (fragment.start == 0 || !forgotten.isEmpty)
  }

  // MARK: Overlaps

  /// Which rows of one run a page holds.
  private struct Overlap {
    let run: RowRuns.ID
    let fragment: Int
    /// First and last index within the run.
    var span: ClosedRange<Int>
    /// First and last index within the page.
    var pageSpan: ClosedRange<Int>
    var count = 1
    /// The rows stand in the same order in both.
    var isInOrder = true
  }

  private func overlaps(with page: FreshPage) -> [Overlap] {
    var overlaps: [Overlap] = []
    for (place, row) in page.rows.enumerated() {
      guard let location = runs.location(of: row) else { continue }
      if let known = overlaps.firstIndex(where: { $0.run == location.run }) {
        let last = overlaps[known].span.upperBound
        overlaps[known].isInOrder = overlaps[known].isInOrder && location.index > last
        overlaps[known].span = min(overlaps[known].span.lowerBound, location.index)...max(last, location.index)
        overlaps[known].pageSpan = overlaps[known].pageSpan.lowerBound...place
        overlaps[known].count += 1
      } else if let fragment = fragmentIndex(of: location.run) {
        overlaps.append(
          Overlap(run: location.run, fragment: fragment, span: location.index...location.index, pageSpan: place...place)
        )
      }
    }
    return overlaps
  }

  /// Whether the page's rows stand in it as they do in the runs, and it makes no more rows go than it holds.
  ///
  /// A page of a list without a lasting order gathers rows from far apart.
  private func isOrderly(_ overlaps: [Overlap], _ page: FreshPage) -> Bool {
    for (index, overlap) in overlaps.enumerated() {
      let replaced = replacedRange(index, overlaps)
      guard overlap.isInOrder, replaced.count <= overlap.count + page.rows.count else { return false }
      guard index > 0 else { continue }
      let above = overlaps[index - 1]
      guard above.fragment + 1 == overlap.fragment, above.pageSpan.upperBound < overlap.pageSpan.lowerBound else {
        return false
      }
    }
    return true
  }

  /// The rows of a run that the page is the newest word about.
  private func replacedRange(_ index: Int, _ overlaps: [Overlap]) -> Range<Int> {
    let overlap = overlaps[index]
    let first = index == 0 ? overlap.span.lowerBound : 0
    let end = index == overlaps.count - 1 ? overlap.span.upperBound + 1 : runs.count(of: overlap.run)
    return first..<end
  }

  private mutating func merge(_ page: FreshPage, _ overlaps: [Overlap], first: Overlap, bottom: Edge) {
    let reachesTop = first.span.lowerBound == 0
    let top = reachesTop ? page.top : fragments[first.fragment].top
    let gone = overlaps.indices.reduce(0) { $0 + replacedRange($1, overlaps).count - overlaps[$1].count }
    if gone > 0 { markRearranged() }
    for index in overlaps.indices {
      let start = index == 0 ? 0 : overlaps[index].pageSpan.lowerBound
      let end = index == overlaps.count - 1 ? page.rows.count : overlaps[index + 1].pageSpan.lowerBound
      runs.splice(replacedRange(index, overlaps), of: overlaps[index].run, with: Array(page.rows[start..<end]))
    }
    for overlap in overlaps.dropFirst() { runs.join(overlap.run, to: first.run) }
    var joined = Fragment(run: first.run, top: top, bottom: bottom)
    var replaced = first.fragment...first.fragment + overlaps.count - 1
    if reachesTop, first.fragment > 0, continues(fragments[first.fragment - 1], page) {
      let upper = fragments[first.fragment - 1]
      runs.join(first.run, to: upper.run)
      joined = Fragment(run: upper.run, top: upper.top, bottom: bottom)
      replaced = first.fragment - 1...replaced.upperBound
    }
    joined.count = runs.count(of: joined.run)
    fragments.replaceSubrange(replaced, with: [joined])
  }

  // MARK: Pages that share no row

  private mutating func insertApart(_ page: FreshPage) {
    let run = runs.create(page.rows)
    let fragment = Fragment(run: run, top: page.top, bottom: page.bottom, count: page.rows.count)
    fragments.insert(fragment, at: fragments.firstIndex { $0.top.fromEnd < page.top.fromEnd } ?? fragments.endIndex)
  }

  private mutating func insertNothing(_ page: FreshPage) {
    fragments.append(Fragment(run: runs.create([]), top: page.top, bottom: page.bottom))
  }

  /// Takes the page's rows out of wherever they were: the server's order has changed, so that nothing about
  /// neighbours is proven any more.
  private mutating func uproot(_ page: FreshPage) {
    for row in page.rows {
      guard let location = runs.location(of: row) else { continue }
      runs.splice(location.index..<location.index + 1, of: location.run, with: [])
    }
    let emptied = fragments.filter { runs.count(of: $0.run) == 0 }
    for fragment in emptied { runs.remove(fragment.run) }
    fragments.removeAll { emptied.contains($0) }
    insertApart(page)
    markChangingOrder()
    markRearranged()
  }

  // MARK: Evidence

  /// Rows were inserted above a run's last row if it stands further down than it did.
  private mutating func noteShift(_ page: FreshPage, _ overlap: Overlap) {
    let fragment = fragments[overlap.fragment]
    guard overlap.span.upperBound == fragment.count - 1, fragment.bottom.answered < page.sent else { return }
    let shift = page.top.position + overlap.pageSpan.upperBound + 1 - fragment.bottom.position
    evidence.unseenInsertions += max(0, shift + page.unreadable - page.newAbove(overlap.pageSpan.upperBound))
    if shift > 0 { markHeadStale() }
  }

  /// A list that is shorter than when the row above was read may have lost rows above it, and with them the page's
  /// first.
  private mutating func noteShrinking(_ page: FreshPage, below fragment: Fragment) {
    guard isCounted, page.top.total < fragment.bottom.total, let last = runs.last(of: fragment.run) else { return }
    doubts.append(last)
  }
}
