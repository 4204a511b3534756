import Elements

/// A customer's tenant, or a customer who has none.
public struct TenantRecord: ReportRecord {
  public let customer: Customer
  public let tenant: Tenant?

  public init(customer: Customer, tenant: Tenant?) {
    self.customer = customer
    self.tenant = tenant
  }

  /// One for each tenant in the customer's order; for a customer without tenants one without.
  public static func records(of customer: Customer) -> [TenantRecord] {
    guard !customer.tenants.isEmpty else { return [TenantRecord(customer: customer, tenant: nil)] }
    return customer.tenants.map { TenantRecord(customer: customer, tenant: $0) }
  }

  public static let names = RecordOrigin.names + ["countryOrRegion", "jobStatus", "managementMode"]

  public func write(to fields: inout FieldWriter) {
    fields.text(customer.id)
    fields.text(customer.organization)
    fields.text(tenant?.id)
    fields.text(tenant?.name)
    fields.text(customer.countryOrRegion)
    fields.number(customer.jobStatus?.rawValue)
    fields.number(customer.managementMode?.rawValue)
  }

  public static let columns: [TableColumn<TenantRecord>] = [
    TableColumn("CUSTOMER", fields: ["customer"], least: 16, ideal: 30) { $0.customer.organization },
    TableColumn("TENANT", fields: ["tenant"], least: 16, ideal: 30) { $0.tenant?.name ?? "(no tenant)" },
    TableColumn("COUNTRY", fields: ["countryOrRegion"], least: 7, ideal: 14) { $0.customer.countryOrRegion ?? "-" },
    TableColumn("TENANT ID", name: "tenantid", fields: ["tenantId"], least: 36, ideal: 36) { $0.tenant?.id ?? "-" },
    TableColumn("CUSTOMER ID", name: "customerid", fields: ["customerId"], least: 36, ideal: 36) { $0.customer.id },
    TableColumn("JOBS", fields: ["jobStatus"], least: 12, ideal: 25) { $0.customer.jobStatus?.words ?? "-" },
    TableColumn("MANAGED BY", name: "managed", fields: ["managementMode"], least: 10, ideal: 15) {
      $0.customer.managementMode?.words ?? "-"
    },
  ]
}

extension JobStatus {
  /// The vendor's words.
  fileprivate var words: String {
    switch self {
    case .notApplicable: "not applicable"
    case .working: "working"
    case .failed: "failed"
    case .waitingForConfiguration: "waiting for configuration"
    case .multipleIssuesFound: "multiple issues found"
    case .finishedWithException: "finished with exception"
    case .noBackupUpdates: "no backup updates"
    default: String(rawValue)
    }
  }
}

extension ManagementMode {
  fileprivate var words: String {
    switch self {
    case .customer: "customer"
    case .partner: "partner"
    case .toBeConfigured: "to be configured"
    default: String(rawValue)
    }
  }
}
