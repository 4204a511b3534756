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
    guard signIns.users <= users, signIns.users > 1 else { return [] }
    let rows = signIns.rows.filter(\.hasUser)
    let risky = Dictionary(grouping: rows.indices.filter { rows[$0].isRisky }) { rows[$0].owner }
    let length = SignalTime.days(days)
    var lastHits: [UInt32: Int64] = [:]
    return rows.compactMap { row in
      guard !row.isRisky else { return nil }
      if let last = lastHits[row.owner], row.ticks - last < length { return nil }
      guard let nearest = nearest(to: row, in: rows, risky), abs(nearest.ticks - row.ticks) <= length else {
        return nil
      }
      lastHits[row.owner] = row.ticks
      let taint = Taint(
        risky: nearest.row, riskyCount: signIns.risky, signIns: signIns.count, users: signIns.users,
        isUsual: signIns.isUsual(row))
      return signIns.hit(.taintedAddress(taint), at: row)
    }
  }

  /// The risky one of another user; of two as near the earlier one.
  /// - Parameter risky: where the risky ones are, by owner, upwards.
  private func nearest(to row: AddressSignIn, in rows: [AddressSignIn], _ risky: [UInt32: [Int]]) -> AddressSignIn? {
    func distance(_ index: Int) -> (Int64, Int) { (abs(rows[index].ticks - row.ticks), index) }
    let nearest = risky.lazy.filter { $0.key != row.owner }.compactMap { _, own in
      Self.around(row.ticks, own, in: rows).min { distance($0) < distance($1) }
    }
    return nearest.min { distance($0) < distance($1) }.map { rows[$0] }
  }

  /// The first one not before a time, and the first of those at the last time before it.
  private static func around(_ ticks: Int64, _ indices: [Int], in rows: [AddressSignIn]) -> [Int] {
    let after = indices.partitioningIndex { rows[$0].ticks >= ticks }
    guard after > 0 else { return [indices[after]] }
    let last = rows[indices[after - 1]].ticks
    let before = indices.partitioningIndex { rows[$0].ticks >= last }
    return [indices[before]] + indices[after...].prefix(1)
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

extension [Int] {
  /// Where the first element is for which something holds, as it does for all after it.
  fileprivate func partitioningIndex(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
