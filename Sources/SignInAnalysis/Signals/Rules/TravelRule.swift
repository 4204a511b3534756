/// `travel`: two consecutive located sign-ins of one user from different addresses, farther apart than anybody flies
/// in the time between.
///
/// Neighbours are those among the user's sign-ins that are located; sign-ins from networks without a place are left
/// out. A stay counts at a new end alone: whoever comes back to where they were has told nothing by staying there, and
/// the way there was told before. A flag alone, or a stay without one, makes it medium only where all sign-ins between
/// the two are read; a flag alone confirms nothing. Thresholds after Elastic's
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

  /// - Parameter rows: of one user, in order, located.
  func find(_ rows: [SignalRow]) -> [SignalHit] {
    rows.indices.dropFirst().compactMap { place in
      guard let leap = find(rows[place - 1], rows[place]) else { return nil }
      let isReturn = rows[place].isReturn(after: rows[..<(place - 1)])
      return SignalHit(.travel(isReturn ? leap.back : leap), at: rows[place])
    }
  }

  private func find(_ from: SignalRow, _ to: SignalRow) -> Leap? {
    guard from.address == 0 || from.address != to.address else { return nil }
    let leap = Leap(from, to)
    guard let distance = leap.kilometres, distance >= kilometres, let speed = leap.kilometresPerHour,
      speed >= kilometresPerHour
    else { return nil }
    return leap
  }

  func judge(_ leap: Leap, _ hit: SignalHit, in standing: TenantStanding) -> SignalVerdict {
    SignalVerdict(
      severity(leap, hit, in: standing), quiet: leap.quietReason(at: hit.ticks, below: quietKilometres, in: standing),
      doubts: leap.doubts(at: hit.ticks, in: standing), restsOnFlag: !hasStayed(leap, hit))
  }

  private func hasStayed(_ leap: Leap, _ hit: SignalHit) -> Bool { hit.hasStayed && !leap.isReturn }

  private func severity(_ leap: Leap, _ hit: SignalHit, in standing: TenantStanding) -> SignalSeverity {
    // Unread sign-ins between the two may be weeks of ordinary life, on the way back among others.
    let isPair = standing.betweenDoubt(from: leap.start, to: hit.ticks) == nil
    let hasStayed = hasStayed(leap, hit) && (isPair || leap.isLaterRisky)
    if hasStayed && leap.isEitherRisky && standing.isFlagRare { return .high }
    return hasStayed || leap.isLaterRisky && isPair ? .medium : .low
  }
}

extension SignalRow {
  /// Earlier sign-ins that are looked at, so that no row costs more than this.
  private static let mostLookedAt = 200

  /// Whether the user was there within the 24 h before, without a flag, or is there as usual.
  /// - Parameter earlier: the user's sign-ins before the one that it is the neighbour of, in order.
  fileprivate func isReturn(after earlier: ArraySlice<SignalRow>) -> Bool {
    if isAddressUsual(at: ticks) || isCityUsual(at: ticks) { return true }
    return earlier.suffix(SignalRow.mostLookedAt).reversed().prefix { ticks - $0.ticks <= 24 * SignalTime.hour }
      .contains {
        $0.isNotRisky && ($0.address != 0 && $0.address == address || $0.place.city != 0 && $0.place.city == place.city)
      }
  }
}

extension Leap {
  init(_ from: SignalRow, _ to: SignalRow) {
    self.from = from.row
    start = from.ticks
    elapsed = to.ticks - from.ticks
    kilometres = from.place.location.flatMap { start in to.place.location.map(start.kilometres) }
    isEitherRisky = from.isRisky || to.isRisky
    isLaterRisky = to.isRisky
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
