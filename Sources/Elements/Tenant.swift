/// A customer's Microsoft 365 tenant.
public struct Tenant: Identifiable, Hashable, Sendable {
  /// The vendor's id of the tenant, a GUID in practice.
  public let id: String
  /// The name as the server gave it: foreign text, possibly empty.
  public let name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// What every call about a tenant needs: the tenant's id and that of the customer who owns it.
public struct TenantReference: Hashable, Sendable {
  public let customerID: String
  public let tenantID: String

  public init(customerID: String, tenantID: String) {
    self.customerID = customerID
    self.tenantID = tenantID
  }
}
