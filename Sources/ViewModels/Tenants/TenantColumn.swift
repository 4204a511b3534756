/// What the list of tenants shows of each, and what it can be sorted by.
public enum TenantColumn: Int, Hashable, Sendable, CaseIterable {
  case customer
  case tenant
  /// Risky sign-ins in 24 hours.
  case lastDay
  /// How many more risky sign-ins there are than before the last refresh.
  case change
  /// The latest risky sign-in.
  case last
  /// Risky actions out of all.
  case actions
  /// The strongest signal.
  case why
  /// All risky sign-ins that the server has.
  case total
  case country
}
