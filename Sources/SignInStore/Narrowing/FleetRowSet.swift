import SignInAnalysis

/// A set of rows of several tenants, a bit a row.
struct FleetRowSet: Sendable {
  private var sets: [TenantNumber: RowSet] = [:]

  init(_ rows: some Sequence<FleetRow> = EmptyCollection()) {
    for row in rows { insert(row) }
  }

  func contains(_ row: FleetRow) -> Bool { sets[row.tenant]?.contains(row.row) ?? false }

  mutating func insert(_ row: FleetRow) { sets[row.tenant, default: RowSet()].insert(row.row) }

  mutating func remove(_ row: FleetRow) { sets[row.tenant]?.remove(row.row) }

  mutating func removeAll(of tenant: TenantNumber) { sets[tenant] = nil }
}
