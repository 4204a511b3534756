/// `dormant`: a user without a sign-in for 30 days that are read signs in. Low.
///
/// After Microsoft Sentinel's `InactiveAccounts` and a rule of reprise99 (60 days).
public struct DormantRule: Hashable, Sendable {
  public var isEnabled = true
  /// At least.
  public var days = 30.0

  public init() {}

  private var length: Int64 { SignalTime.days(days) }

  /// - Parameter before: the user's sign-in before; nil where none is read.
  func find(_ row: SignalRow, after before: SignalRow?) -> SignalHit? {
    if let before, row.ticks - before.ticks < length { return nil }
    return SignalHit(.dormant(Absence(before: before?.row, last: before?.ticks)), at: row)
  }

  func judge(_ hit: SignalHit, in standing: TenantStanding) -> SignalVerdict? {
    standing.coverage.baseline(at: hit.ticks) >= length ? SignalVerdict(.low) : nil
  }
}
