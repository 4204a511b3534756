import SignInAnalysis

/// A page that was asked for.
struct PageQuestion: Hashable, Sendable {
  /// The state's clock when it was sent.
  let number: Int
  /// Counted from 1.
  let page: Int
  /// The last row of the run that it should continue; nil where it continues none.
  var from: RowNumber?
}

/// That a page was answered.
struct PageReading: Hashable, Sendable {
  /// Rows in the list by the newest answer at that moment.
  let total: Int
  /// The state's clock when it was asked for.
  let sent: Int
}

/// A page as it came, before it is taken in.
struct FreshPage: Sendable {
  var rows: [RowNumber]
  /// Rows above the page in the list, as it came.
  let first: Int
  /// The boundary above `rows`, which may be fewer than came.
  var top: Edge
  let bottom: Edge
  /// The state's clock when it was asked for.
  let sent: Int
  /// The rows that were never seen before.
  let new: [RowNumber]
  /// Rows of the page that could not be read, wherever they stand in it.
  let unreadable: Int
  /// How many of these stood above `rows` and were taken out.
  var newTakenOut = 0

  /// The page without its first rows.
  func without(first count: Int) -> FreshPage {
    var rest = self
    rest.newTakenOut += rows[..<count].count { new.contains($0) }
    rest.rows.removeFirst(count)
    rest.top = top.lower(by: count)
    return rest
  }

  /// Rows that were never seen before, from the page's top to one of its rows.
  func newAbove(_ index: Int) -> Int {
    newTakenOut + rows[...index].count { new.contains($0) }
  }
}

/// A page that could not be read, and the places that it would have filled.
struct PageFailure: Hashable, Sendable {
  let page: Int
  /// The boundary above the first of them.
  let edge: Edge
  let count: Int

  /// Whether the row below a boundary is one of them.
  func covers(_ boundary: Edge) -> Bool {
    (edge.fromEnd - count + 1...edge.fromEnd).contains(boundary.fromEnd)
  }
}
