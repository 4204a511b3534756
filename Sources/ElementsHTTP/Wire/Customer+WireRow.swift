import Elements

extension Customer: WireRow {
  static func read(_ row: WireObject, _ excerpts: inout RowExcerpts) throws(UnusableRow) -> Customer {
    let id = try row.usableID()
    let (tenants, unreadable) = row.tenants(&excerpts)
    return Customer(
      id: id, organization: row.text("organization") ?? "", ownerEmail: row.text("ownerEmail"),
      jobStatus: row.code("jobStatus").map(JobStatus.init), countryOrRegion: row.text("countryOrRegion"),
      managementMode: row.code("managementMode").map(ManagementMode.init), tenants: tenants,
      unreadableTenants: unreadable)
  }
}

extension Tenant: WireRow {
  static func read(_ row: WireObject, _ excerpts: inout RowExcerpts) throws(UnusableRow) -> Tenant {
    Tenant(id: try row.usableID(), name: row.text("name") ?? "")
  }
}

extension WireObject {
  fileprivate func code(_ name: StaticString) -> Int? {
    integer(name).value.flatMap { Int(exactly: $0) }
  }

  /// A tenant without an id can't be asked about, and is left out and named.
  fileprivate func tenants(_ excerpts: inout RowExcerpts) -> ([Tenant], [UnreadableRow]) {
    guard let value = value("tenants") else { return ([], []) }
    var rows = WireRows<Tenant>()
    guard value.kind == .array, (try? rows.read(value, in: bytes, &excerpts)) != nil else {
      let found = excerpts.excerpt(of: "tenants \(WireScalar(value, in: bytes).shown)")
      return ([], [UnreadableRow(row: 1, found: found)])
    }
    return (rows.items, rows.unreadable)
  }
}
