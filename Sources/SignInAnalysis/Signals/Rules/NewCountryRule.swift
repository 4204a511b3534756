/// `new-country`: a country in which this user was not seen in the 60 days before, or as far as is read.
///
/// It takes a user that is known: 10 earlier sign-ins, or one and 14 days that are read. After the learning period of
/// Microsoft Entra (14 days or 10 sign-ins), Sentinel's `NewCountryValidCreds` and BuffaLogs' atypical country.
public struct NewCountryRule: Hashable, Sendable {
  public var isEnabled = true
  /// At least one.
  public var days = 60.0
  public var signIns = 10
  public var baselineDays = 14.0

  public init() {}

  private var length: Int64 { SignalTime.days(max(1, days)) }

  /// - Parameter rows: all of one user, in order.
  func find(_ rows: [SignalRow]) -> [SignalHit] {
    var lastSeen: [UInt32: Int64] = [:]
    return rows.enumerated().compactMap { earlier, row in
      guard row.hasPlace, row.place.country != 0 else { return nil }
      let last = lastSeen.updateValue(row.ticks, forKey: row.place.country)
      if let last, row.ticks - last <= length { return nil }
      guard earlier > 0 else { return nil }
      let arrival = CountryArrival(
        earlier: earlier, last: last, isRisky: row.isRisky, country: row.place.country)
      return SignalHit(.newCountry(arrival), at: row)
    }
  }

  func judge(_ arrival: CountryArrival, _ hit: SignalHit, in standing: TenantStanding) -> SignalVerdict? {
    let isKnown =
      arrival.earlier >= signIns || standing.coverage.baseline(at: hit.ticks) >= SignalTime.days(baselineDays)
    guard isKnown else { return nil }
    let isNewInTenant = standing.countries[arrival.country]?.isSeen(from: hit.ticks - length, before: hit.ticks) != true
    let isMedium = hit.hasStayed && arrival.isRisky && standing.isFlagRare && isNewInTenant
    return SignalVerdict(isMedium ? .medium : .low, doubts: [arrival.isRisky ? standing.flagDoubt : nil])
  }
}
