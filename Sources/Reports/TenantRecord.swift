import Elements

/// A customer's tenant, or a customer who has none.
public struct TenantRecord: ReportRecord {
  public let customer: Customer
  public let tenant: Tenant?
  /// Nil where they were not read.
  public let counts: ActionCounts?

  public init(customer: Customer, tenant: Tenant?, counts: ActionCounts? = nil) {
    self.customer = customer
    self.tenant = tenant
    self.counts = counts
  }

  public static let names =
    RecordOrigin.names + ["countryOrRegion", "jobStatus", "managementMode"] + ActionsRecord.countNames

  /// The fields that are missing where the counts were not read.
  public static let countNames = ActionsRecord.countNames

  /// Whether a count is named among columns and fields, as a command line writes them.
  public static func areCounts(among names: [String]) -> Bool {
    let counts = countNames.map { $0.lowercased() } + counted.map(\.name)
    return names.contains { counts.contains($0.lowercased()) }
  }

  public func write(to fields: inout FieldWriter) {
    fields.text(customer.id)
    fields.text(customer.organization)
    fields.text(tenant?.id)
    fields.text(tenant?.name)
    fields.text(customer.countryOrRegion)
    fields.number(customer.jobStatus?.rawValue)
    fields.number(customer.managementMode?.rawValue)
    fields.number(counts?.risky)
    fields.number(counts?.normal)
  }

  /// - Parameter hasCounts: the counts of actions were read.
  public static func columns(hasCounts: Bool) -> [TableColumn<TenantRecord>] {
    hasCounts ? Array(named.prefix(2)) + counted + named.dropFirst(2) : named
  }

  private static let counted: [TableColumn<TenantRecord>] = [
    ActionsRecord.count("RISKY", 0) { $0.counts?.risky }, ActionsRecord.count("NORMAL", 1) { $0.counts?.normal },
  ]

  private static let named: [TableColumn<TenantRecord>] = [
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
