import Elements

/// Sign-ins of one address or user in another tenant than the one looked at.
public struct SignInElsewhere: Hashable, Sendable {
  public let tenant: TenantNumber
  public private(set) var count = 0
  public private(set) var risky = 0
  /// The one with the latest time; of those without one the last row.
  public private(set) var newest: FleetRow
  private var ticks = SignInChunk.noTime

  private init(_ row: FleetRow) {
    tenant = row.tenant
    newest = row
  }

  private mutating func add(_ row: FleetRow, ticks: Int64, isRisky: Bool) {
    count += 1
    risky += isRisky ? 1 : 0
    if ticks >= self.ticks { (newest, self.ticks) = (row, ticks) }
  }

  /// All that was read of a subject in other tenants than one: most risky first, then most.
  ///
  /// Searches all that was read: not for the main actor.
  static func all(of subject: SightingSubject, but own: TenantNumber, in snapshot: FleetSnapshot) -> [SignInElsewhere] {
    var matcher = SightingMatcher(subject)
    let found = snapshot.tenants.filter { $0 != own }.compactMap { tenant -> SignInElsewhere? in
      guard let table = snapshot[tenant] else { return nil }
      let rows = matcher.matches(among: 0..<RowNumber(table.count), in: table)
        .map { FleetRow(tenant: tenant, row: $0) }
      guard let first = rows.first else { return nil }
      var elsewhere = SignInElsewhere(first)
      snapshot.locate(rows) { index, chunk, offset in
        elsewhere.add(rows[index], ticks: chunk.times[offset], isRisky: chunk.risks[offset] == 1)
      }
      return elsewhere
    }
    return found.sorted { ($1.risky, $1.count, $0.tenant) < ($0.risky, $0.count, $1.tenant) }
  }
}
