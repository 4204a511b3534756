/// What the list of tenants shows of each.
public enum TenantColumn: Int, Hashable, Sendable, CaseIterable {
  case customer
  case tenant
  case risky
  case normal
  case share
  case country
}
