import Elements

extension Customer: WireRow {
  static func read(_ row: inout WireObject) throws(UnusableRow) -> Customer {
    let (tenants, unreadable) = row.tenants()
    return Customer(
      id: try row.usableID(), organization: row.text("organization") ?? "", ownerEmail: row.text("ownerEmail"),
      jobStatus: row.code("jobStatus").map(JobStatus.init), countryOrRegion: row.text("countryOrRegion"),
      managementMode: row.code("managementMode").map(ManagementMode.init), tenants: tenants,
      unreadableTenants: unreadable)
  }
}

extension Customer {
  func hiding(_ secrets: [Secret]) -> Customer {
    guard !unreadableTenants.isEmpty else { return self }
    return Customer(
      id: id, organization: organization, ownerEmail: ownerEmail, jobStatus: jobStatus,
      countryOrRegion: countryOrRegion, managementMode: managementMode, tenants: tenants,
      unreadableTenants: unreadableTenants.map { $0.hiding(secrets) })
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

  /// A tenant without an id can't be asked about, and is left out and named.
  fileprivate mutating func tenants() -> ([Tenant], [UnreadableRow]) {
    guard let outcomes = elements("tenants", of: WireRowOutcome<Tenant>.self) else {
      guard let scalar = scalar("tenants") else { return ([], []) }
      return ([], [UnreadableRow(row: 1, found: "tenants \(scalar.shown)")])
    }
    var tenants: [Tenant] = []
    var unreadable: [UnreadableRow] = []
    for (place, outcome) in outcomes.enumerated() {
      switch outcome.result {
      case .success(let tenant): tenants.append(tenant)
      case .failure(let problem):
        unreadable.append(UnreadableRow(row: place + 1, found: problem.found))
      }
    }
    return (tenants, unreadable)
  }
}
