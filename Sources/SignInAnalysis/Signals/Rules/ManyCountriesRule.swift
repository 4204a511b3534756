/// `many-countries`: the sign-in with which the distinct countries of one user in the 24 h before reach 3; not again
/// before they fell below.
///
/// After reprise99's `Identity-FindUsersMultipleCountriesSameDay`, with a sliding day. Low.
public struct ManyCountriesRule: Hashable, Sendable {
  public var isEnabled = true
  /// At least.
  public var countries = 3
  public var hours = 24.0

  public init() {}

  /// - Parameter rows: of one user, in order, each with a country.
  func find(_ rows: [SignalRow]) -> [SignalHit] {
    var window = SlidingWindow(length: SignalTime.hours(hours))
    var hits: [SignalHit] = []
    for (index, row) in rows.enumerated() {
      let change = window.add(row.place.country, at: row.ticks)
      if change.before < countries, change.after >= countries {
        hits.append(SignalHit(.manyCountries(spread(rows[window.start..<index], row)), at: row))
      }
    }
    return hits
  }

  private func spread(_ earlier: ArraySlice<SignalRow>, _ row: SignalRow) -> CountrySpread {
    var seen: Set = [row.place.country]
    let latest = earlier.reversed().filter { seen.insert($0.place.country).inserted }.reversed()
    return CountrySpread(rows: latest.map(\.row), span: row.ticks - (latest.map(\.ticks).min() ?? row.ticks))
  }
}
