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

  public init(filter: Filter? = nil, order: Order? = nil) {
    self.filter = filter
    self.order = order
  }
}

extension TenantSelection.Order {
  /// Sorting keeps the order of equals. A count that is missing is the last.
  func sorted<Item>(_ items: [Item], names: (Item) -> [String], counts: (Item) -> ActionCounts) -> [Item] {
    switch self {
    case .customer: Self.byKey(items) { folded(names($0)[0]) }
    case .tenant: Self.byKey(items) { folded(names($0)[1]) }
    case .risky: Self.byKey(items) { -(counts($0).risky ?? -1) }
    case .normal: Self.byKey(items) { -(counts($0).normal ?? -1) }
    }
  }

  private static func byKey<Item, Key: Comparable>(_ items: [Item], _ key: (Item) -> Key) -> [Item] {
    items.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}
