import Elements
import SignInAnalysis

/// Which tenants a report has, and in which order.
public struct TenantSelection: Sendable {
  /// What tenants can be sorted by.
  public enum Order: String, CaseIterable, Sendable {
    /// By name, from A to Z.
    case customer, tenant
    /// By their counts of actions, most first.
    case risky, normal
  }

  /// Nil takes all.
  var filter: Filter?
  /// Nil for the customers' order, in which tenants can be written as they are read.
  var order: Order?

  /// Whether counts have to be read to tell which tenants there are, or in which order.
  public var needsCounts: Bool {
    order == .risky || order == .normal || filter?.asks(for: [.risky, .normal]) ?? false
  }

  public init(filter: Filter? = nil, order: Order? = nil) {
    self.filter = filter
    self.order = order
  }
}

extension TenantSelection.Order {
  /// Sorting keeps the order of equals. A count that is missing is the last.
  func sorted(_ tenants: [CountedTenant]) -> [CountedTenant] {
    switch self {
    case .customer: Self.byKey(tenants) { folded($0.customer.organization) }
    case .tenant: Self.byKey(tenants) { folded($0.tenant?.name ?? "") }
    case .risky: Self.byKey(tenants) { -($0.counts?.risky ?? -1) }
    case .normal: Self.byKey(tenants) { -($0.counts?.normal ?? -1) }
    }
  }

  private static func byKey<Key: Comparable>(
    _ tenants: [CountedTenant], _ key: (CountedTenant) -> Key
  ) -> [CountedTenant] {
    tenants.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}
