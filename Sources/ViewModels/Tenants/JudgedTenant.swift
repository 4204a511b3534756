import Elements
import SignInAnalysis
import SignInStore

/// A row of the tenants with its figures, as a filter asks about it.
struct JudgedTenant: FilterRecord {
  let row: TenantRow
  let figures: TenantFigures

  func value(of field: FilterField?) -> FilterValue {
    switch field {
    case nil: .texts([row.customer.organization, row.tenant?.name, row.alias, row.customer.countryOrRegion])
    case .customer: .texts([row.customer.organization])
    case .tenant: .texts([row.tenant?.name, row.alias])
    case .country: .texts([row.customer.countryOrRegion])
    case .group: .texts(row.groups)
    case .risky: number(\.risky)
    case .normal: number(\.normal)
    case .risky24h: lastDay
    case .severity: .severity(figures.signals?.worst)
    case .state: state
    case .signal, .net, .user, .upn, .city, .place, .ip, .is, .since, .until, .hour, .stayed: .missing
    }
  }

  /// Whether it may have had risky sign-ins in 24 hours: what can't be read, or not far enough, stays in sight.
  var hasRisk: FilterVerdict {
    guard isRiskKnown else { return .undecided }
    guard row.tenant != nil else { return .fails }
    guard let risk = figures.risk?.value else { return .holds }
    return risk.lastDay > 0 || risk.isLeast ? .holds : .fails
  }

  private func number(_ count: KeyPath<ActionCounts, Int?>) -> FilterValue {
    guard isCounted else { return .notKnownYet }
    return figures.counts?.value?[keyPath: count].map(FilterValue.number) ?? .missing
  }

  private var lastDay: FilterValue {
    guard isRiskKnown else { return .notKnownYet }
    guard let risk = figures.risk?.value else { return .missing }
    return risk.isLeast ? .atLeast(risk.lastDay) : .number(risk.lastDay)
  }

  private var state: FilterValue {
    if figures.counts?.error != nil || figures.risk?.error != nil { return .texts(["failed"]) }
    return isCounted && isRiskKnown ? .missing : .notKnownYet
  }

  /// Whether nothing more will be known. A customer without tenants has no figures.
  private var isCounted: Bool { row.tenant == nil || figures.counts?.isOver == true }
  private var isRiskKnown: Bool { row.tenant == nil || figures.risk?.isOver == true }
}

extension Loadable {
  fileprivate var isOver: Bool { value != nil || error != nil }
}
