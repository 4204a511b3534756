import SignInAnalysis

/// The part of narrowing that can take long: it runs away from the main actor, on a snapshot.
struct NarrowingWork: Sendable {
  let narrowing: Narrowing
  let snapshot: SignInSnapshot
  /// The rows of the view that are loaded, in the server's order.
  let rows: [RowNumber]
  /// As many matches fill a screen; they are told as soon as they are there.
  let screenful: Int

  struct Outcome: Sendable {
    /// In the order of the list.
    var shown: [RowNumber]
    /// In the server's order.
    var matches: [RowNumber]
  }

  /// Rows that are looked at between two looks at whether anybody still wants to know.
  private static let block = 8_192

  /// - Parameter first: told the first screenful, unless a sort needs all before it can begin.
  /// - Returns: nil if the task was cancelled.
  func run(first: @Sendable (Outcome) async -> Void) async -> Outcome? {
    var matches = rows
    if let filter = narrowing.filter { matches = await filtered(filter, first: first) }
    guard !Task.isCancelled else { return nil }
    guard let order = narrowing.order else {
      return Outcome(shown: matches, matches: matches)
    }
    return order.sorted(matches, in: snapshot) { Task.isCancelled }.map {
      Outcome(shown: $0, matches: matches)
    }
  }

  private func filtered(_ filter: Filter, first: @Sendable (Outcome) async -> Void) async -> [RowNumber] {
    var matcher = FilterMatcher(filter)
    var matches: [RowNumber] = []
    var isFirstTold = narrowing.order != nil
    var start = 0
    while start < rows.count, !Task.isCancelled {
      let end = min(rows.count, start + NarrowingWork.block)
      matches += matcher.matches(among: rows[start..<end], in: snapshot) { Task.isCancelled }
      start = end
      guard !isFirstTold, matches.count >= screenful else { continue }
      isFirstTold = true
      await first(Outcome(shown: matches, matches: matches))
    }
    return matches
  }
}
