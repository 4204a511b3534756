import Elements

/// The tenant that a record is about. Names are foreign text, and nil where no list of customers was read.
public struct RecordOrigin: Hashable, Sendable {
  public let tenant: TenantReference
  public let customerName: String?
  public let tenantName: String?

  public init(tenant: TenantReference, customerName: String?, tenantName: String?) {
    self.tenant = tenant
    self.customerName = customerName
    self.tenantName = tenantName
  }

  static let names = ["customerId", "customer", "tenantId", "tenant"]

  func write(to fields: inout FieldWriter) {
    fields.text(tenant.customerID)
    fields.text(customerName)
    fields.text(tenant.tenantID)
    fields.text(tenantName)
  }

  /// The names, or in place of one that is not known or empty the id.
  var customerText: String { customerName.flatMap(\.ifNotEmpty) ?? tenant.customerID }
  var tenantText: String { tenantName.flatMap(\.ifNotEmpty) ?? tenant.tenantID }
}

extension String {
  /// Nil for an empty text.
  var ifNotEmpty: String? { isEmpty ? nil : self }
}
