import SignInAnalysis

/// Reading a list once, from its head down.
extension PagingState {
  /// Where reading goes on.
  enum Frontier: Hashable, Sendable {
    /// Rows that are proven to follow those that were read.
    case proven([RowNumber])
    /// Rows that stand below those that were read, at this place, without proof that none are missing between.
    case unproven([RowNumber], at: Int)
    /// The next row is not loaded; below it are rows that are, or none.
    case gap(at: Int, rowsBelow: [RowNumber], placeBelow: Int)
    /// Nothing is left.
    case end
  }

  /// What comes after the rows that were read.
  /// - Parameter isRead: whether a row was; others are looked for from the head down.
  func frontier(isRead: (RowNumber) -> Bool) -> Frontier {
    guard headTotal != nil else { return .gap(at: 0, rowsBelow: [], placeBelow: 0) }
    var end = 0
    var hasAbove = false
    for fragment in fragments {
      guard let first = fragment.rows.firstIndex(where: { !isRead($0) }) else {
        end = fragment.end
        hasAbove = true
        continue
      }
      let rows = Array(fragment.rows[first...].prefix { !isRead($0) })
      if first > 0 { return .proven(rows) }
      if fragment.start > end { return .gap(at: end, rowsBelow: rows, placeBelow: fragment.start) }
      return hasAbove ? .unproven(rows, at: fragment.start) : .proven(rows)
    }
    return end < length ? .gap(at: end, rowsBelow: [], placeBelow: length) : .end
  }

  /// Lets go of rows that were read, so that a list of any length takes the memory of a few pages.
  /// - Parameter keeping: how many of them stay, by whose ids a page that has shifted is recognised.
  mutating func forget(keeping: Int, isRead: (RowNumber) -> Bool) {
    guard let last = fragments.lastIndex(where: { $0.rows.contains(where: isRead) }) else { return }
    fragments.removeSubrange(0..<(fragments[..<last].firstIndex { !$0.rows.allSatisfy(isRead) } ?? last))
    guard let head = fragments.first else { return }
    let surplus = (head.rows.firstIndex { !isRead($0) } ?? head.rows.count) - keeping
    // Half the time nothing is done: cutting rows off moves those that stay.
    guard surplus > keeping else { return }
    fragments[0].rows.removeFirst(surplus)
    fragments[0].top = Edge(position: head.top.position + surplus, total: head.top.total)
    fragments[0].start = head.start + surplus
  }
}
