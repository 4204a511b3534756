/// What rules about users find among the sign-ins of one user of one tenant.
struct UserFinder {
  let settings: SignalSettings
  /// A number for the network of an address.
  let network: (UInt32) -> UInt64
  /// Whether a row was read as not risky once.
  let wasNotRisky: (FleetRow) -> Bool

  struct Findings {
    var hits: [SignalHit] = []
    var cities: [(city: UInt32, since: Int64)] = []
    var isSteady = false
  }

  /// - Parameter rows: in order; stays and what is usual are noted with them.
  func find(_ rows: inout [SignalRow]) -> Findings {
    var findings = Findings()
    rows.noteStays()
    findings.cities = rows.noteUsualCities()
    findings.hits += placeHits(rows) + lateRisks(rows) + absences(rows)
    let steady = settings.steadyAccount.find(rows, network: network)
    findings.isSteady = steady.isSteady
    if settings.steadyAccount.isEnabled, let hit = steady.hit { findings.hits.append(hit) }
    if settings.oddHour.isEnabled { findings.hits += settings.oddHour.find(rows) }
    return findings
  }

  private func placeHits(_ rows: [SignalRow]) -> [SignalHit] {
    let placed = rows.only(\.hasPlace)
    let listed = placed.only { $0.place.country != 0 }
    var hits = travels(placed)
    let leapt = Set(hits.map(\.row))
    if settings.twoCountries.isEnabled {
      hits += pairs(listed) { from, to in leapt.contains(to.row) ? nil : settings.twoCountries.find(from, to) }
    }
    if settings.manyCountries.isEnabled { hits += settings.manyCountries.find(listed) }
    if settings.newCountry.isEnabled { hits += settings.newCountry.find(rows) }
    return hits
  }

  private func travels(_ placed: [SignalRow]) -> [SignalHit] {
    guard settings.travel.isEnabled else { return [] }
    return settings.travel.find(placed.only { $0.place.location != nil })
  }

  private func absences(_ rows: [SignalRow]) -> [SignalHit] {
    guard settings.dormant.isEnabled, let first = rows.first else { return [] }
    return [settings.dormant.find(first, after: nil)].compactMap(\.self)
      + pairs(rows) { settings.dormant.find($1, after: $0) }
  }

  private func lateRisks(_ rows: [SignalRow]) -> [SignalHit] {
    guard settings.lateRisk.isEnabled else { return [] }
    return rows.compactMap { row in
      row.isRisky ? settings.lateRisk.find(row, wasNotRisky: wasNotRisky(row.row)) : nil
    }
  }

  private func pairs(_ rows: [SignalRow], _ find: (SignalRow, SignalRow) -> SignalHit?) -> [SignalHit] {
    zip(rows, rows.dropFirst()).compactMap { find($0, $1) }
  }
}

extension [SignalRow] {
  /// Those for which it holds; nothing is copied where these are all.
  fileprivate func only(_ holds: (SignalRow) -> Bool) -> [SignalRow] {
    allSatisfy(holds) ? self : filter(holds)
  }
}
