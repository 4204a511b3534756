import Elements

/// The rows of a list that are proven to follow one another from the head down.
struct HeadRun: Hashable, Sendable {
  let count: Int
  /// The list is read to its end.
  let isWhole: Bool
  /// The last time in them; nil where a page's worth of rows at their end has none.
  let oldest: Timestamp?
}
