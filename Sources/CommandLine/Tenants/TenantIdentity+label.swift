import Elements
import Reports
import ViewModels

extension RecordOrigin {
  init(_ tenant: TenantIdentity) {
    self.init(tenant: tenant.reference, customerName: tenant.customerName, tenantName: tenant.tenantName)
  }
}

extension TenantIdentity {
  /// A customer's tenants, in the customer's order.
  public static func all(of customer: Customer) -> [TenantIdentity] {
    customer.tenants.map { tenant in
      TenantIdentity(
        reference: TenantReference(customerID: customer.id, tenantID: tenant.id), customerName: customer.organization,
        tenantName: tenant.name)
    }
  }

  /// `Contoso Ltd › contoso.onmicrosoft.com`, with ids in place of names that are not known. Contains foreign text.
  public var label: String {
    let names = [customerName, tenantName].map { $0.flatMap { $0.isEmpty ? nil : $0 } }
    return "\(names[0] ?? reference.customerID) › \(names[1] ?? reference.tenantID)"
  }
}
