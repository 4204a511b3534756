import Elements
import SignInAnalysis

/// What pages have changed since signals were looked at last.
struct SignalNews {
  /// Tenants of which something was read.
  private(set) var tenants: Set<TenantNumber> = []
  /// What the rows were when they were looked at last.
  private(set) var changed: [TenantNumber: [RowNumber: SignIn]] = [:]
  /// Rows that were read as not risky, and as something else later.
  private(set) var wasNotRisky: [TenantNumber: Set<RowNumber>] = [:]
  private(set) var forgotten: Set<TenantNumber> = []

  var isEmpty: Bool { tenants.isEmpty }

  mutating func note(_ tenant: TenantNumber) {
    tenants.insert(tenant)
  }

  mutating func note(_ change: TableChange) {
    tenants.insert(change.tenant)
    if change.isForgotten {
      forgotten.insert(change.tenant)
      (changed[change.tenant], wasNotRisky[change.tenant]) = (nil, nil)
    }
    for (row, former) in change.changed {
      if changed[change.tenant]?[row] == nil { changed[change.tenant, default: [:]][row] = former }
      if former.isRisk == false { wasNotRisky[change.tenant, default: []].insert(row) }
    }
  }
}
