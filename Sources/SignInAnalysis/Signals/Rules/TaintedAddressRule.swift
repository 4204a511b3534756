/// `tainted-address`: an address of at most 20 users, more than half of whose sign-ins are risky, from which another user
/// has a sign-in that is not risky so far, within 14 days of a risky one.
///
/// It belongs to the first such sign-in of that user, and to another one 14 days later. After reprise99's
/// `Identity-SummarizeLoginInfofromMaliciousIP`.
public struct TaintedAddressRule: Hashable, Sendable {
  public var isEnabled = true
  /// At most.
  public var users = 20
  public var days = 14.0

  public init() {}

  /// As `CrossTenantRule.find`.
  func find(_ rows: [SignalRow], signIns: Int, riskySignIns: Int) -> [SignalHit] {
    guard riskySignIns * 2 > signIns, riskySignIns < signIns else { return [] }
    let users = Set(rows.map(\.owner))
    guard users.count <= self.users, users.count > 1 else { return [] }
    let (risky, length) = (rows.filter(\.isRisky), SignalTime.days(days))
    var lastHits: [FleetRow: Int64] = [:]
    return rows.compactMap { row in
      guard !row.isRisky, let nearest = nearest(to: row, among: risky, within: length) else { return nil }
      if let last = lastHits[row.owner], row.ticks - last < length { return nil }
      lastHits[row.owner] = row.ticks
      let taint = Taint(
        risky: nearest.row, riskyCount: riskySignIns, signIns: signIns, users: users.count,
        isUsual: row.isAddressUsual(at: row.ticks))
      return SignalHit(.taintedAddress(taint), at: row)
    }
  }

  /// Of another user; of two as near the earlier one.
  private func nearest(to row: SignalRow, among risky: [SignalRow], within length: Int64) -> SignalRow? {
    let others = risky.lazy.filter { $0.owner != row.owner && abs($0.ticks - row.ticks) <= length }
    return others.min { abs($0.ticks - row.ticks) < abs($1.ticks - row.ticks) }
  }

  func judge(_ taint: Taint, _ hit: SignalHit, in standing: TenantStanding) -> SignalVerdict {
    var quiet: QuietReason?
    if taint.isUsual { quiet = .usualAddress }
    if hit.label == .known { quiet = .labelledNetwork(.known) }
    return SignalVerdict(
      hit.hasStayed ? .medium : .low, quiet: quiet,
      doubts: [standing.usualDoubt(at: hit.ticks), standing.flagDoubt])
  }
}

extension SignalRow {
  /// Its user in its tenant, the user's number in place of a row's.
  var owner: FleetRow { FleetRow(tenant: row.tenant, row: user) }
}
