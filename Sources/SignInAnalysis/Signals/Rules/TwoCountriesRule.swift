/// `two-countries`: two consecutive sign-ins of one user that have a country, in different ones, within 3 h, where
/// `travel` says nothing of the later one.
///
/// After Microsoft Sentinel's `imAuthSigninsMultipleCountries`.
public struct TwoCountriesRule: Hashable, Sendable {
  public var isEnabled = true
  /// At most.
  public var hours = 3.0

  public init() {}

  /// `from` and `to` have a country.
  func find(_ from: SignalRow, _ to: SignalRow) -> SignalHit? {
    guard from.place.country != to.place.country, to.ticks - from.ticks <= SignalTime.hours(hours) else { return nil }
    return SignalHit(.twoCountries(Leap(from, to)), at: to)
  }

  func judge(_ leap: Leap, _ hit: SignalHit, below kilometres: Double, in standing: TenantStanding) -> SignalVerdict {
    SignalVerdict(
      .low, quiet: leap.quietReason(at: hit.ticks, below: kilometres, in: standing),
      doubts: leap.doubts(at: hit.ticks, in: standing))
  }
}
