/// `tainted-address`: an address of at most 20 users, more than half of whose sign-ins are risky, from which another
/// user has a sign-in that is not risky so far, within 14 days of a risky one.
///
/// It belongs to the first such sign-in of that user, and to another one 14 days later. After reprise99's
/// `Identity-SummarizeLoginInfofromMaliciousIP`.
public struct TaintedAddressRule: Hashable, Sendable {
  public var isEnabled = true
  /// At most.
  public var users = 20
  public var days = 14.0

  public init() {}

  func find(_ signIns: AddressSignIns) -> [SignalHit] {
    guard signIns.risky * 2 > signIns.count, signIns.risky < signIns.count else { return [] }
    guard signIns.owners <= users, signIns.owners > 1 else { return [] }
    let (risky, length) = (signIns.rows.filter(\.isRisky), SignalTime.days(days))
    var lastHits: [UInt32: Int64] = [:]
    return signIns.rows.compactMap { row in
      guard !row.isRisky, let nearest = nearest(to: row, among: risky, within: length) else { return nil }
      if let last = lastHits[row.owner], row.ticks - last < length { return nil }
      lastHits[row.owner] = row.ticks
      let taint = Taint(
        risky: nearest.row, riskyCount: signIns.risky, signIns: signIns.count, users: signIns.owners,
        isUsual: signIns.isUsual(row))
      return signIns.hit(.taintedAddress(taint), at: row)
    }
  }

  /// Of another user; of two as near the earlier one.
  private func nearest(to row: AddressSignIn, among risky: [AddressSignIn], within length: Int64) -> AddressSignIn? {
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
