/// A customer of the managed service provider, with the tenants that the registration may see.
public struct Customer: Identifiable, Hashable, Sendable {
  public let id: String
  /// The organisation's name as the server gave it: foreign text, possibly empty.
  public let organization: String
  public let ownerEmail: String?
  /// Never a reason to refuse a customer: numbers that are not listed are kept as they came.
  public let jobStatus: JobStatus?
  public let countryOrRegion: String?
  public let managementMode: ManagementMode?
  /// Empty for a customer who has connected no tenant yet.
  public let tenants: [Tenant]
  /// Tenants that could not be read; their rows are counted within this customer.
  public let unreadableTenants: [UnreadableRow]

  public init(
    id: String, organization: String, ownerEmail: String? = nil, jobStatus: JobStatus? = nil,
    countryOrRegion: String? = nil, managementMode: ManagementMode? = nil, tenants: [Tenant],
    unreadableTenants: [UnreadableRow] = []
  ) {
    self.id = id
    self.organization = organization
    self.ownerEmail = ownerEmail
    self.jobStatus = jobStatus
    self.countryOrRegion = countryOrRegion
    self.managementMode = managementMode
    self.tenants = tenants
    self.unreadableTenants = unreadableTenants
  }
}

/// The state of the customer's jobs, as numbered by `customers/batch`.
public struct JobStatus: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  public static let notApplicable = JobStatus(rawValue: 0)
  public static let working = JobStatus(rawValue: 1)
  public static let failed = JobStatus(rawValue: 2)
  public static let waitingForConfiguration = JobStatus(rawValue: 3)
  public static let multipleIssuesFound = JobStatus(rawValue: 4)
  public static let finishedWithException = JobStatus(rawValue: 5)
  public static let noBackupUpdates = JobStatus(rawValue: 6)
}

/// Who manages the customer, as numbered by `customers/batch`.
public struct ManagementMode: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  public static let customer = ManagementMode(rawValue: 0)
  public static let partner = ManagementMode(rawValue: 1)
  public static let toBeConfigured = ManagementMode(rawValue: 2)
}
