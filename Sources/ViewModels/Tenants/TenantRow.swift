import Elements

/// A line of the tenant picker: a tenant of a customer, or a customer who has none.
public struct TenantRow: Identifiable, Hashable, Sendable {
  public struct ID: Hashable, Sendable {
    let customerID: String
    let tenantID: String?
  }

  public let customer: Customer
  public let tenant: Tenant?
  public let isFavourite: Bool

  init(customer: Customer, tenant: Tenant?, isFavourite: Bool = false) {
    self.customer = customer
    self.tenant = tenant
    self.isFavourite = isFavourite
  }

  public var id: ID { ID(customerID: customer.id, tenantID: tenant?.id) }

  public var reference: TenantReference? {
    tenant.map { TenantReference(customerID: customer.id, tenantID: $0.id) }
  }

  var identity: TenantIdentity? {
    reference.map {
      TenantIdentity(reference: $0, customerName: customer.organization, tenantName: tenant?.name)
    }
  }

  /// One row for each tenant of each customer, favourites first, else in the server's order; customers without tenants have one as well.
  static func rows(of customers: [Customer], isFavourite: (Tenant) -> Bool = { _ in false }) -> [TenantRow] {
    let rows = customers.flatMap { customer in
      customer.tenants.isEmpty
        ? [TenantRow(customer: customer, tenant: nil)]
        : customer.tenants.map { TenantRow(customer: customer, tenant: $0, isFavourite: isFavourite($0)) }
    }
    return rows.filter(\.isFavourite) + rows.filter { !$0.isFavourite }
  }
}
