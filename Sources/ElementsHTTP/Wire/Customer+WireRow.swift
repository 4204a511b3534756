import Elements

extension Customer: WireRow {
  static func read(_ row: inout WireObject) throws(UnusableRow) -> Customer {
    Customer(
      id: try row.usableID(), organization: row.text("organization") ?? "", ownerEmail: row.text("ownerEmail"),
      jobStatus: row.code("jobStatus").map(JobStatus.init), countryOrRegion: row.text("countryOrRegion"),
      managementMode: row.code("managementMode").map(ManagementMode.init), tenants: row.tenants())
  }
}

extension Tenant: WireRow {
  static func read(_ row: inout WireObject) throws(UnusableRow) -> Tenant {
    Tenant(id: try row.usableID(), name: row.text("name") ?? "")
  }
}

extension WireObject {
  fileprivate mutating func code(_ name: String) -> Int? {
    integer(name).value.flatMap { Int(exactly: $0) }
  }

  /// A tenant without an id can't be asked about, and is left out.
  fileprivate mutating func tenants() -> [Tenant] {
    elements("tenants", of: WireRowOutcome<Tenant>.self)?.compactMap { try? $0.result.get() } ?? []
  }
}
