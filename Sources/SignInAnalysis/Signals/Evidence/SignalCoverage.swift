/// What of a tenant's list of all sign-ins is read, in ticks.
public struct SignalCoverage: Hashable, Sendable {
  /// From when on the rows are read from the head without a gap; nil where that is unknown.
  public let since: Int64?
  /// Runs further down in which nothing is missing: what lies between them, and between them and `since`, are gaps.
  public let older: [ClosedRange<Int64>]

  public static let unknown = SignalCoverage(since: nil)

  public init(since: Int64?, older: [ClosedRange<Int64>] = []) {
    self.since = since
    self.older = older
  }

  /// Whether all sign-ins from one time to another are read.
  func isRead(from start: Int64, to end: Int64) -> Bool {
    if let since, since <= start { return true }
    return older.contains { $0.contains(start) && $0.contains(end) }
  }

  /// How far back the rows before a time are read, in ticks; 0 where that is unknown.
  func baseline(at ticks: Int64) -> Int64 {
    since.map { max(0, ticks.subtractingReportingOverflow($0).partialValue) } ?? 0
  }
}
