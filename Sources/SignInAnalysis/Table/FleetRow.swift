/// A tenant among those of a fleet: the order in which it was first met.
public typealias TenantNumber = UInt32

/// Which sign-in it is, over all tenants: its row in the table of its tenant. 8 bytes.
public struct FleetRow: Hashable, Sendable {
  public let tenant: TenantNumber
  public let row: RowNumber

  public init(tenant: TenantNumber, row: RowNumber) {
    self.tenant = tenant
    self.row = row
  }
}
