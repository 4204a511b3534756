/// `cross-tenant`: an address with risky sign-ins in tenants of 2 customers within 24 h, more than half of whose
/// sign-ins that are read are risky.
///
/// Users that stayed count by their home account, so that a guest of several customers is one.
///
/// It belongs to the first risky sign-in of each tenant concerned, and to another one after 24 h in which nothing like
/// it was seen. Ours; an IPv6 address counts by its /64.
public struct CrossTenantRule: Hashable, Sendable {
  public var isEnabled = true
  /// At least.
  public var customers = 2
  /// Medium from so many on.
  public var mediumCustomers = 3
  public var hours = 24.0

  public init() {}

  /// - Parameters:
  ///   - customer: a number for the customer of a tenant.
  ///   - account: the home account of a sign-in's user.
  func find(
    _ signIns: AddressSignIns, customer: (TenantNumber) -> UInt32, account: (FleetRow) -> String?
  ) -> [SignalHit] {
    guard signIns.risky * 2 > signIns.count else { return [] }
    let risky = signIns.rows.filter(\.isRisky)
    let owners = risky.map { customer($0.row.tenant) }
    guard Set(owners).count >= customers else { return [] }
    let length = SignalTime.hours(hours)
    return spreads(risky, owners, length).flatMap { range in
      hits(Array(risky[range]), customers: most(risky[range], owners[range], length), signIns, account)
    }
  }

  /// Runs of sign-ins that take part, of which no two neighbours lie further apart than a window.
  private func spreads(_ rows: [AddressSignIn], _ owners: [UInt32], _ length: Int64) -> [ClosedRange<Int>] {
    var window = SlidingWindow(length: length)
    var spreads: [ClosedRange<Int>] = []
    for (index, row) in rows.enumerated() where window.add(owners[index], at: row.ticks).after >= customers {
      let span = window.start...index
      if let last = spreads.last, last.upperBound >= span.lowerBound {
        spreads[spreads.count - 1] = last.lowerBound...index
      } else {
        spreads.append(span)
      }
    }
    return spreads
  }

  private func most(_ rows: ArraySlice<AddressSignIn>, _ owners: ArraySlice<UInt32>, _ length: Int64) -> Int {
    var window = SlidingWindow(length: length)
    return zip(rows, owners).reduce(0) { max($0, window.add($1.1, at: $1.0.ticks).after) }
  }

  private func hits(
    _ rows: [AddressSignIn], customers: Int, _ signIns: AddressSignIns, _ account: (FleetRow) -> String?
  ) -> [SignalHit] {
    var tenants: Set<TenantNumber> = []
    let firsts = rows.filter { tenants.insert($0.row.tenant).inserted }
    let stayed = Set(
      rows.filter { $0.hasUser && signIns.stay($0).hasStayed }.map { row in
        // A user without a name belongs to one tenant.
        account(row.row) ?? "\(row.row.tenant) \(row.user)"
      })
    let isUsual = rows.contains { signIns.isUsual($0) }
    return firsts.map { first in
      let spread = TenantSpread(
        tenants: tenants.sorted(), customers: customers, start: rows[0].ticks, risky: rows.count,
        signIns: signIns.count, stayed: stayed.count, isUsual: isUsual,
        rows: firsts.lazy.map(\.row).filter { $0 != first.row }.prefix(AddressBurst.rowLimit).map(\.self))
      return signIns.hit(.crossTenant(spread), at: first)
    }
  }

  func judge(_ spread: TenantSpread, _ hit: SignalHit, in standing: TenantStanding) -> SignalVerdict {
    let severity: SignalSeverity = spread.customers >= mediumCustomers ? .medium : .low
    var quiet: QuietReason?
    if spread.isUsual { quiet = .usualAddress }
    if hit.label == .known { quiet = .labelledNetwork(.known) }
    return SignalVerdict(
      spread.stayed >= 2 ? .high : severity, quiet: quiet,
      doubts: [standing.usualDoubt(at: hit.ticks), standing.flagDoubt])
  }
}
