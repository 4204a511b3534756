import Elements
import SignInAnalysis
import ViewModels

/// A tenant of a report, as a filter asks about it.
struct CountedTenant: FilterRecord {
  let customer: Customer
  /// Nil for a customer without tenants.
  let tenant: Tenant?
  /// Nil before they were read.
  var counts: ActionCounts?

  /// A customer's tenants, in the customer's order; for a customer without tenants one without.
  static func all(of customer: Customer) -> [CountedTenant] {
    guard !customer.tenants.isEmpty else { return [CountedTenant(customer: customer, tenant: nil)] }
    return customer.tenants.map { CountedTenant(customer: customer, tenant: $0) }
  }

  /// Nil for a customer without tenants.
  var identity: TenantIdentity? {
    tenant.map { tenant in
      TenantIdentity(
        reference: TenantReference(customerID: customer.id, tenantID: tenant.id), customerName: customer.organization,
        tenantName: tenant.name)
    }
  }

  func value(of field: FilterField?) -> FilterValue {
    switch field {
    case nil: .texts([customer.organization, tenant?.name, customer.countryOrRegion])
    case .customer: .texts([customer.organization])
    case .tenant: .texts([tenant?.name])
    case .country: .texts([customer.countryOrRegion])
    case .risky: number(\.risky)
    case .normal: number(\.normal)
    case .user, .upn, .city, .place, .ip, .is, .since, .until, .hour, .risky24h, .state, .group: .missing
    case .signal, .severity, .net, .stayed: .missing
    }
  }

  private func number(_ count: KeyPath<ActionCounts, Int?>) -> FilterValue {
    guard let counts else { return tenant == nil ? .missing : .notKnownYet }
    return counts[keyPath: count].map(FilterValue.number) ?? .missing
  }
}

extension FilterList {
  /// Tenants with their action counts, as far as a report knows them.
  public static let countedTenants = FilterList.tenants.without([.state, .group, .risky24h, .severity])
}
