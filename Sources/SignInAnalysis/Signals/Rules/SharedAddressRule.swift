/// `shared-address`: the sign-in with which one address reaches 5 users of one tenant in the 20 min before, where one
/// of them is risky, or the address is new to the tenant in 7 days that are read.
///
/// The evidence is the whole burst: for as long as the users in the 20 min before are not fewer. After Microsoft
/// Sentinel's `SigninPasswordSpray` (5 users, 20 min); a shared address and no spray, since there is no failure code.
public struct SharedAddressRule: Hashable, Sendable {
  public var isEnabled = true
  /// At least.
  public var users = 5
  public var minutes = 20.0
  public var baselineDays = 7.0
  /// Quiet where the address is usual for so many of the users, in percent.
  public var usualPercent = 80.0

  public init() {}

  /// - Parameters:
  ///   - rows: of one address and one tenant, in order, each with a user.
  ///   - first: when the address was first seen in the tenant, with or without a user.
  func find(_ rows: [SignalRow], first: Int64) -> [SignalHit] {
    guard rows.count >= users else { return [] }
    var window = SlidingWindow(length: SignalTime.minutes(minutes))
    var hits: [SignalHit] = []
    var burst: (start: Int, reached: Int)?
    for (index, row) in rows.enumerated() {
      let change = window.add(row.user, at: row.ticks)
      // The count of the window without the row may have fallen, and the row brought it back.
      if let known = burst, change.before < users {
        hits += hit(rows, known.start..<index, reached: known.reached, first)
        burst = nil
      }
      if burst == nil, change.after >= users { burst = (window.start, index) }
    }
    if let burst { hits += hit(rows, burst.start..<rows.count, reached: burst.reached, first) }
    return hits
  }

  private func hit(_ rows: [SignalRow], _ range: Range<Int>, reached: Int, _ first: Int64) -> [SignalHit] {
    let risky = rows[range].count { $0.isRisky }
    let isFirst = range.lowerBound == 0 && rows[reached].ticks - first <= SignalTime.minutes(minutes)
    guard risky > 0 || isFirst else { return [] }
    var users: Set<UInt32> = []
    let firsts = rows[range].filter { users.insert($0.user).inserted }
    let stayed = Set(rows[range].filter { $0.stay?.hasStayed ?? false }.map(\.user))
    let burst = AddressBurst(
      users: users.count, signIns: range.count, risky: risky, start: rows[range.lowerBound].ticks,
      span: rows[range.upperBound - 1].ticks - rows[range.lowerBound].ticks, stayed: stayed.count,
      usual: firsts.count { $0.isAddressUsual(at: $0.ticks) }, isFirst: isFirst,
      rows: firsts.lazy.map(\.row).filter { $0 != rows[reached].row }.prefix(AddressBurst.rowLimit).map(\.self))
    return [SignalHit(.sharedAddress(burst), at: rows[reached])]
  }

  func judge(_ burst: AddressBurst, _ hit: SignalHit, in standing: TenantStanding) -> SignalVerdict? {
    let isNew = burst.isFirst && standing.coverage.baseline(at: burst.start) >= SignalTime.days(baselineDays)
    guard burst.risky > 0 || isNew else { return nil }
    return SignalVerdict(
      burst.risky > 0 && isNew || burst.stayed >= 2 ? .medium : .low, quiet: quietReason(burst, hit),
      doubts: [standing.usualDoubt(at: hit.ticks), burst.risky > 0 ? standing.flagDoubt : nil])
  }

  private func quietReason(_ burst: AddressBurst, _ hit: SignalHit) -> QuietReason? {
    if let label = hit.label, label == .known || label == .office { return .labelledNetwork(label) }
    return Double(burst.usual) * 100 >= usualPercent * Double(burst.users) ? .usualAddress : nil
  }
}
