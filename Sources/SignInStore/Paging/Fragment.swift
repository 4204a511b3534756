import SignInAnalysis

/// The boundary between two neighbouring rows of the server's list, as it was when a page was answered.
struct Edge: Hashable, Sendable {
  /// Rows above the boundary.
  let position: Int
  /// Rows in the whole list at that moment; 0 where the server does not say, so that distances still compare.
  let total: Int
  /// The state's clock when the answer came.
  var answered = 0

  /// Rows below the boundary. New sign-ins arrive at the head, so this number stays while `position` and `total` grow.
  var fromEnd: Int { total - position }

  /// The same boundary in a list that has grown or shrunk at its head.
  func moved(toTotal newTotal: Int) -> Edge {
    Edge(position: position + newTotal - total, total: newTotal, answered: answered)
  }

  /// A boundary some rows further down, in the same answer.
  func lower(by rows: Int) -> Edge {
    Edge(position: position + rows, total: total, answered: answered)
  }
}

/// A run of rows that are proven to follow one another in the server's list.
struct Fragment: Hashable, Sendable {
  let run: RowRuns.ID
  /// The boundaries above the first and below the last row, each as freshly read as is known.
  var top: Edge
  var bottom: Edge
  /// Rows of the run.
  var count = 0
  /// The place of the first row in the view. Follows from the fragments above.
  var start = 0

  var end: Int { start + count }
}
