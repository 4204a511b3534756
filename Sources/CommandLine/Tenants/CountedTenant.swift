import Elements
import SignInAnalysis
import ViewModels

/// A tenant of a report, as a filter asks about it.
struct CountedTenant: FilterRecord {
  let identity: TenantIdentity
  /// Of its customer. Foreign text.
  let country: String?
  /// Nil before they were read.
  var counts: ActionCounts?

  func value(of field: FilterField?) -> FilterValue {
    switch field {
    case nil: .texts([identity.customerName, identity.tenantName, country])
    case .customer: .texts([identity.customerName])
    case .tenant: .texts([identity.tenantName])
    case .country: .texts([country])
    case .risky: number(\.risky)
    case .normal: number(\.normal)
    case .user, .upn, .city, .place, .ip, .is, .since, .until, .hour, .risky24h, .state, .group: .missing
    }
  }

  private func number(_ count: KeyPath<ActionCounts, Int?>) -> FilterValue {
    guard let counts else { return .notKnownYet }
    return counts[keyPath: count].map(FilterValue.number) ?? .missing
  }
}

extension FilterList {
  /// Tenants of which no counts are read.
  public static let namedTenants = countedTenants.without([.risky, .normal])

  /// Tenants with their action counts, as far as a report knows them.
  public static let countedTenants = FilterList.tenants.without([.state, .group, .risky24h])
}
