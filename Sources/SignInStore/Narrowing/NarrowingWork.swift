import SignInAnalysis

/// The part of narrowing that can take long: it runs away from the main actor, on a snapshot.
struct NarrowingWork: Sendable {
  let narrowing: Narrowing
  let tenantTexts: [TenantNumber: TenantTexts]
  let signals: SignalTable
  let networks: LabelledNetworks
  let snapshot: FleetSnapshot
  /// Those of the list that is narrowed, in its order.
  let rows: LoadedRows
  /// As many matches fill a screen; they are told as soon as they are there.
  let screenful: Int

  /// In the order of the list.
  struct Outcome: Sendable {
    let rows: [FleetRow]
    let shown: FleetRowSet
    let folds: SignalFolds

    /// - Parameter matches: in the order that is asked for.
    init(_ matches: [FleetRow], _ narrowing: Narrowing, _ signals: SignalTable) {
      let all = FleetRowSet(matches)
      folds = narrowing.folds(among: matches, all, signals)
      guard folds.count > 0 else {
        (rows, shown) = (matches, all)
        return
      }
      rows = matches.filter { [folds] in folds.standIn(for: $0) == nil }
      shown = FleetRowSet(rows)
    }
  }

  /// Rows that are looked at between two looks at whether anybody still wants to know.
  private static let block = 8_192

  /// - Parameter first: told the first screenful, unless a sort needs all before it can begin.
  /// - Returns: nil if the task was cancelled.
  func run(first: @Sendable (Outcome) async -> Void) async -> Outcome? {
    var matches = narrowing.wanted(among: rows.all())
    if let filter = narrowing.filter { matches = await filtered(matches, filter, first: first) }
    guard !Task.isCancelled else { return nil }
    guard let order = narrowing.order else { return outcome(matches) }
    return order.sorted(matches, in: snapshot) { Task.isCancelled }.map(outcome)
  }

  private func filtered(
    _ rows: [FleetRow], _ filter: Filter, first: @Sendable (Outcome) async -> Void
  ) async -> [FleetRow] {
    var matcher = FleetMatcher(filter, tenants: tenantTexts, signals: signals, networks: networks)
    var matches: [FleetRow] = []
    var isFirstTold = narrowing.order != nil
    var start = 0
    while start < rows.count, !Task.isCancelled {
      let end = min(rows.count, start + NarrowingWork.block)
      matches += matcher.matches(among: rows[start..<end], in: snapshot) { Task.isCancelled }
      start = end
      guard !isFirstTold, matches.count >= screenful else { continue }
      isFirstTold = true
      await first(outcome(matches))
    }
    return matches
  }

  private func outcome(_ rows: [FleetRow]) -> Outcome {
    Outcome(rows, narrowing, signals)
  }
}
