/// What the answers showed about changes of the list.
struct PagingEvidence: Hashable, Sendable {
  /// Rows inserted above what was being read, of which no page showed more than that they had pushed others down; or
  /// rows that the server repeats from page to page, and counts.
  var unseenInsertions = 0
  /// By how much totals went down from one answer to the next.
  var shrunkBy = 0
  /// Pages that came again in place of others.
  var repeats = 0

  mutating func note(total: Int, after previous: Int?) {
    shrunkBy += max(0, (previous ?? total) - total)
  }
}
