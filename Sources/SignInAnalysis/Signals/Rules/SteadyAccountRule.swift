import Elements

/// `steady-account`: a user seen from at most 2 networks (/24 of IPv4, /64 of IPv6) in 14 days that are read, with 20
/// sign-ins, now from a third.
///
/// Ours; for service, synchronisation and break-glass accounts. Only an account that was seen in at least 16 of the 24
/// hours of the day (UTC) signs in as hardly a person does, and is high where it stayed; people who are always at the
/// same desk would otherwise be most of what is high. The tenant moved with it where at least half of its
/// steady accounts, and 3 of them, went to the same network within 7 days.
public struct SteadyAccountRule: Hashable, Sendable {
  public var isEnabled = true
  /// At most.
  public var networks = 2
  /// At least.
  public var signIns = 20
  public var baselineDays = 14.0
  /// Of the day: seen in so many the account is a machine's.
  public var hours = 16

  static let movers = 3
  static let moveTime = 7 * SignalTime.day

  public init() {}

  /// - Parameters:
  ///   - rows: of one user, in order.
  ///   - network: a number for the network of an address.
  /// - Returns: the hit, and whether the user is steady or was until then.
  func find(_ rows: [SignalRow], network: (UInt32) -> UInt64) -> (hit: SignalHit?, isSteady: Bool) {
    guard rows.count >= signIns else { return (nil, false) }
    var seen: [UInt64] = []
    var lastAddress: UInt32 = 0
    var hours: UInt32 = 0
    for (index, row) in rows.enumerated() {
      defer { hours |= 1 << UInt32(SignalTime.hour(of: row.ticks)) }
      guard row.address != 0, row.address != lastAddress else { continue }
      lastAddress = row.address
      let own = network(row.address)
      guard !seen.contains(own) else { continue }
      guard seen.count >= networks else {
        seen.append(own)
        continue
      }
      guard index >= signIns else { return (nil, false) }
      let departure = Departure(
        before: rows[index - 1].row, signIns: index, networks: seen.count, hours: hours.nonzeroBitCount, network: own)
      return (SignalHit(.steadyAccount(departure), at: row), true)
    }
    return (nil, !seen.isEmpty)
  }

  func judge(_ departure: Departure, _ hit: SignalHit, in standing: TenantStanding) -> SignalVerdict? {
    guard standing.coverage.baseline(at: hit.ticks) >= SignalTime.days(baselineDays) else { return nil }
    let quiet: QuietReason? = hit.label == .known ? .labelledNetwork(.known) : nil
    guard !standing.hasMoved(to: departure.network, at: hit.ticks) else {
      return SignalVerdict(.low, quiet: quiet, doubts: [.tenantMoved])
    }
    let isMachine = departure.hours >= hours
    return SignalVerdict(
      isMachine && hit.hasStayed ? .high : isMachine || hit.hasStayed ? .medium : .low, quiet: quiet)
  }
}

extension TenantStanding {
  fileprivate func hasMoved(to network: UInt64, at ticks: Int64) -> Bool {
    let movers = moves[network, default: []].count { abs($0 - ticks) <= SteadyAccountRule.moveTime }
    return movers >= SteadyAccountRule.movers && movers * 2 >= steadyUsers
  }
}
