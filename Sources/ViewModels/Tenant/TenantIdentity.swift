import Elements

/// Which tenant it is about, with what it is called if that is known.
public struct TenantIdentity: Hashable, Sendable {
  public let reference: TenantReference
  /// Nil where a tenant was named by its id and no list of customers was read. Foreign text.
  public let customerName: String?
  public let tenantName: String?

  public init(reference: TenantReference, customerName: String? = nil, tenantName: String? = nil) {
    self.reference = reference
    self.customerName = customerName
    self.tenantName = tenantName
  }
}
