import Elements
import SignInAnalysis

/// A row of the tenants with its counts, as a filter asks about it.
struct JudgedTenant: FilterRecord {
  let row: TenantRow
  /// Nil before anybody asked.
  let counts: Loadable<ActionCounts>?

  func value(of field: FilterField?) -> FilterValue {
    switch field {
    case nil: .texts([row.customer.organization, row.tenant?.name, row.customer.countryOrRegion])
    case .customer: .texts([row.customer.organization])
    case .tenant: .texts([row.tenant?.name])
    case .country: .texts([row.customer.countryOrRegion])
    case .risky: number(\.risky)
    case .normal: number(\.normal)
    case .state: state
    case .user, .upn, .city, .place, .ip, .is, .since, .until, .hour, .risky24h, .group: .missing
    }
  }

  private func number(_ count: KeyPath<ActionCounts, Int?>) -> FilterValue {
    guard isCounted else { return .notKnownYet }
    return counts?.value?[keyPath: count].map(FilterValue.number) ?? .missing
  }

  private var state: FilterValue {
    guard isCounted else { return .notKnownYet }
    return counts?.error == nil ? .missing : .texts(["failed"])
  }

  /// Whether nothing more will be known. A customer without tenants has no counts.
  private var isCounted: Bool {
    guard row.tenant != nil else { return true }
    return counts?.value != nil || counts?.error != nil
  }
}
