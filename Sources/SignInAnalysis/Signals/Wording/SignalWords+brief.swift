extension SignalWords {
  /// What is told of a tenant in half a line: `203.0.113.7: 12 users, 3 stayed`, `NL → NG in 2 h 3 min, touched once`.
  public func brief(_ signal: Signal) -> String {
    [briefFacts(signal), stay(signal)].compactMap(\.self).joined(separator: ", ")
  }

  private func briefFacts(_ signal: Signal) -> String {
    let address = signal.row.flatMap(address) ?? ""
    switch signal.evidence {
    case .travel(let leap), .twoCountries(let leap):
      return "\(ends(leap, signal)) \(within(leap.elapsed))"
    case .manyCountries(let spread):
      let countries = (spread.rows + [signal.row].compactMap(\.self)).map(country)
      return "\(countries.joined(separator: " → ")) \(within(spread.span))"
    case .newCountry: return "first from \(signal.row.map(country) ?? "this country")"
    case .sharedAddress(let burst): return "\(address): \(counted(burst.users, "user"))"
    case .crossTenant(let spread): return "\(address): risky at \(counted(spread.tenants.count, "tenant"))"
    case .taintedAddress(let taint):
      return "\(address): \(Grouped(taint.riskyCount)) of \(Grouped(taint.signIns)) risky"
    case .steadyAccount: return "\(address): new for a steady account"
    case .silentTenant(let silence): return "no sign-in for \(SpanWords.words(ticks: silence.lasted))"
    case .riskJump(let jump): return counted(jump.count, "risky action")
    case .lateRisk, .dormant, .oddHour: return facts(signal)
    }
  }

  /// `NL → NG`; with the cities where countries alone tell nothing: `US Boston → US Miami`, `NL Amsterdam → Paris`.
  private func ends(_ leap: Leap, _ signal: Signal) -> String {
    let ends = [leap.from, signal.row].compactMap(\.self)
    let countries = ends.map { CountryKey(snapshot[$0]?.country) }
    let areTold = !countries.contains(nil) && !leap.isOneCountry
    return ends.map(areTold ? country : place).joined(separator: " → ")
  }

  private func country(_ row: FleetRow) -> String {
    snapshot[row]?.country.flatMap { $0.isEmpty ? nil : $0 } ?? "no place"
  }
}
