import Elements

/// A line of the list of tenants: a tenant of a customer, or a customer who has none.
public struct TenantRow: Identifiable, Hashable, Sendable {
  public struct ID: Hashable, Sendable {
    let customerID: String
    let tenantID: String?
  }

  public let customer: Customer
  public let tenant: Tenant?
  /// The profile's favourites have it.
  public let isFavourite: Bool
  /// What the user calls the tenant; nil where they have not said. Foreign text.
  public let alias: String?
  /// Groups of the profile that the tenant is in.
  public let groups: [String]

  init(
    customer: Customer, tenant: Tenant?, isFavourite: Bool = false, alias: String? = nil, groups: [String] = []
  ) {
    self.customer = customer
    self.tenant = tenant
    self.isFavourite = isFavourite
    self.alias = alias
    self.groups = groups
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

  /// One row for each tenant of each customer, in the server's order; customers without tenants have one as well.
  static func rows(of customers: [Customer], _ preferences: TenantPreferences = .none) -> [TenantRow] {
    customers.flatMap { customer in
      customer.tenants.isEmpty
        ? [TenantRow(customer: customer, tenant: nil)]
        : customer.tenants.compactMap { TenantRow(customer: customer, tenant: $0, preferences) }
    }
  }

  /// Nil for a tenant that the user has hidden.
  private init?(customer: Customer, tenant: Tenant, _ preferences: TenantPreferences) {
    let settings = preferences.settings(of: tenant)
    guard settings?.isHidden != true else { return nil }
    self.init(
      customer: customer, tenant: tenant, isFavourite: preferences.isFavourite(tenant), alias: settings?.alias,
      groups: settings?.groups ?? [])
  }
}
