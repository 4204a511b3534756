import Elements

/// What has come since a book was brought up to date last.
public struct SignalUpdate: Sendable {
  /// The tables as they are now; rows of them that the book does not know are new.
  public var snapshot: FleetSnapshot
  /// Rows whose contents have changed, with what the book knew them as.
  public var changed: [TenantNumber: [RowNumber: SignIn]]
  /// Rows that were read as not risky at some time and changed to something else.
  public var wasNotRisky: [TenantNumber: Set<RowNumber>]
  /// Tenants whose rows have all gone; what the snapshot has of them has come after that.
  public var forgotten: Set<TenantNumber>
  /// Of tenants for which it may be another.
  public var coverage: [TenantNumber: SignalCoverage]
  /// A number for the customer of each tenant of which that may be new.
  public var customers: [TenantNumber: UInt32]
  /// When the newest sign-ins of a tenant were read; those of a tenant that is never named are as new as the table.
  public var headRead: [TenantNumber: Timestamp]
  /// The counts of risky actions, earliest first, of tenants for which there may be another.
  public var readings: [TenantNumber: [ActionReading]]

  public init(
    snapshot: FleetSnapshot, changed: [TenantNumber: [RowNumber: SignIn]] = [:],
    wasNotRisky: [TenantNumber: Set<RowNumber>] = [:], forgotten: Set<TenantNumber> = [],
    coverage: [TenantNumber: SignalCoverage] = [:], customers: [TenantNumber: UInt32] = [:],
    headRead: [TenantNumber: Timestamp] = [:], readings: [TenantNumber: [ActionReading]] = [:]
  ) {
    self.snapshot = snapshot
    self.changed = changed
    self.wasNotRisky = wasNotRisky
    self.forgotten = forgotten
    self.coverage = coverage
    self.customers = customers
    self.headRead = headRead
    self.readings = readings
  }
}
