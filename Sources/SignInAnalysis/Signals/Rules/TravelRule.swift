/// `travel`: two consecutive located sign-ins of one user from different addresses, farther apart than anybody flies
/// in the time between.
///
/// Neighbours are those among the user's sign-ins that are located; sign-ins from networks without a place are left
/// out. A flag alone makes it medium only where all sign-ins between the two are read. Thresholds after Elastic's
/// `initial_access_entra_id_signin_impossible_travel` (500 km, 800 km/h) and Panther's `impossible_travel_login` (no
/// time difference below 0.0001 h).
public struct TravelRule: Hashable, Sendable {
  public var isEnabled = true
  /// At least.
  public var kilometres = 500.0
  /// At least.
  public var kilometresPerHour = 800.0
  /// Within one country, quiet below.
  public var quietKilometres = 1_000.0

  public init() {}

  func find(_ from: SignalRow, _ to: SignalRow) -> SignalHit? {
    guard from.address == 0 || from.address != to.address else { return nil }
    let leap = Leap(from, to)
    guard let distance = leap.kilometres, distance >= kilometres, let speed = leap.kilometresPerHour,
      speed >= kilometresPerHour
    else { return nil }
    return SignalHit(.travel(leap), at: to)
  }

  func judge(_ leap: Leap, _ hit: SignalHit, in standing: TenantStanding) -> SignalVerdict {
    SignalVerdict(
      severity(leap, hit, in: standing), quiet: leap.quietReason(at: hit.ticks, below: quietKilometres, in: standing),
      doubts: leap.doubts(at: hit.ticks, in: standing))
  }

  private func severity(_ leap: Leap, _ hit: SignalHit, in standing: TenantStanding) -> SignalSeverity {
    if hit.hasStayed && leap.isEitherRisky && standing.isFlagRare { return .high }
    // Two flags with unread sign-ins between them may be weeks of ordinary life.
    let isPair = standing.betweenDoubt(from: leap.start, to: hit.ticks) == nil
    return hit.hasStayed || leap.isEitherRisky && isPair ? .medium : .low
  }
}

extension Leap {
  init(_ from: SignalRow, _ to: SignalRow) {
    self.from = from.row
    start = from.ticks
    elapsed = to.ticks - from.ticks
    kilometres = from.place.location.flatMap { start in to.place.location.map(start.kilometres) }
    isEitherRisky = from.isRisky || to.isRisky
    isOneCountry = from.place.country != 0 && from.place.country == to.place.country
    areAddressesUsual = from.isAddressUsual(at: to.ticks) && to.isAddressUsual(at: to.ticks)
    areCitiesUsual = from.isCityUsual(at: to.ticks) && to.isCityUsual(at: to.ticks)
    (startCity, endCity) = (from.place.city, to.place.city)
  }

  /// Places that the user, BuffaLogs' known addresses, or others of the tenant, Entra's familiar places, explain.
  func quietReason(at ticks: Int64, below limit: Double, in standing: TenantStanding) -> QuietReason? {
    if areAddressesUsual { return .usualAddresses }
    if areCitiesUsual { return .usualCities }
    if isOneCountry, let kilometres, kilometres < limit { return .nearInOneCountry }
    let isKnown = standing.isCityUsual(startCity, at: ticks) && standing.isCityUsual(endCity, at: ticks)
    return isKnown ? .citiesUsualInTenant : nil
  }

  func doubts(at ticks: Int64, in standing: TenantStanding) -> [SignalDoubt?] {
    [
      standing.usualDoubt(at: ticks), standing.betweenDoubt(from: start, to: ticks),
      isEitherRisky ? standing.flagDoubt : nil,
    ]
  }
}
