import SignInAnalysis

/// What a filter said about each row of a table.
struct Verdicts: Sendable {
  private enum Verdict: UInt8 {
    case unknown
    case no
    case yes
  }

  private var verdicts: [UInt8] = []

  func isMatch(_ row: RowNumber) -> Bool {
    Int(row) < verdicts.count && verdicts[Int(row)] == Verdict.yes.rawValue
  }

  func isKnown(_ row: RowNumber) -> Bool {
    Int(row) < verdicts.count && verdicts[Int(row)] != Verdict.unknown.rawValue
  }

  /// Notes what was said about some rows: those that match, out of all that were looked at.
  mutating func note(_ matches: some Sequence<RowNumber>, among examined: some Sequence<RowNumber>) {
    for row in examined { set(row, .no) }
    for row in matches { set(row, .yes) }
  }

  mutating func note(_ row: RowNumber, isMatch: Bool) {
    set(row, isMatch ? .yes : .no)
  }

  private mutating func set(_ row: RowNumber, _ verdict: Verdict) {
    if Int(row) >= verdicts.count {
      verdicts.append(contentsOf: repeatElement(Verdict.unknown.rawValue, count: Int(row) + 1 - verdicts.count))
    }
    verdicts[Int(row)] = verdict.rawValue
  }
}
