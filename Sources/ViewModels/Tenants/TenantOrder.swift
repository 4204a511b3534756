import Elements
import SignInAnalysis
import SignInStore

/// In which order tenants stand. What is not known comes last, and what is equal stands in the server's order.
public enum TenantOrder: Hashable, Sendable {
  /// Those with the most signals of high severity first, then of medium; then those with the most risky sign-ins in
  /// 24 hours, then those with the most risky actions, where these are known.
  case worstFirst
  case by(TenantColumn, isDescending: Bool)

  /// The column that the order is of.
  public var column: TenantColumn {
    switch self {
    case .worstFirst: .why
    case .by(let column, _): column
    }
  }

  public var isDescending: Bool {
    switch self {
    case .worstFirst: true
    case .by(_, let isDescending): isDescending
    }
  }

  /// The order of a column that one asks for first: the most and the latest, else from A to Z.
  init(_ column: TenantColumn) {
    switch column {
    case .customer, .tenant, .country: self = .by(column, isDescending: false)
    case .why: self = .worstFirst
    case .lastDay, .change, .last, .actions, .total: self = .by(column, isDescending: true)
    }
  }

  var reversed: TenantOrder { .by(column, isDescending: !isDescending) }

  /// Whether counts of actions have to be known of all tenants.
  var needsCounts: Bool { if case .by(.actions, _) = self { true } else { false } }

  var words: String {
    switch self {
    case .by(.why, isDescending: false): "worst last"
    case .worstFirst, .by(.why, _): "worst first: signals, then risky in 24 h, then risky actions"
    case .by(.customer, let isDescending): "by customer" + (isDescending ? ", Z to A" : "")
    case .by(.tenant, let isDescending): "by tenant" + (isDescending ? ", Z to A" : "")
    case .by(.country, let isDescending): "by country" + (isDescending ? ", Z to A" : "")
    case .by(.lastDay, let isDescending): (isDescending ? "most" : "fewest") + " risky in 24 h first"
    case .by(.change, let isDescending): (isDescending ? "most" : "fewest") + " new since the refresh first"
    case .by(.last, let isDescending): (isDescending ? "latest" : "earliest") + " risky sign-in first"
    case .by(.actions, let isDescending): (isDescending ? "most" : "fewest") + " risky actions first"
    case .by(.total, let isDescending): (isDescending ? "most" : "fewest") + " risky in all first"
    }
  }
}

extension TenantOrder {
  /// The places of rows in this order.
  func places(of rows: [TenantRow], figures: (TenantRow) -> TenantFigures) -> [Int] {
    let keys = rows.map { key(of: $0, figures($0)) }
    return rows.indices.sorted { left, right in
      keys[left].precedes(keys[right], isDescending: isDescending) ?? (left < right)
    }
  }

  private func key(of row: TenantRow, _ figures: TenantFigures) -> TenantKey {
    switch self {
    case .worstFirst, .by(.why, _):
      TenantKey(
        signals: figures.signals, first: figures.risk?.value?.lastDay, second: figures.counts?.value?.risky,
        hasTenant: row.tenant != nil)
    case .by(.customer, _): TenantKey(row.customer.organization)
    case .by(.tenant, _): TenantKey(row.alias ?? row.tenant?.name)
    case .by(.country, _): TenantKey(row.customer.countryOrRegion)
    case .by(.lastDay, _): TenantKey(first: figures.risk?.value?.lastDay)
    case .by(.change, _): TenantKey(first: figures.change)
    case .by(.last, _): TenantKey(first: figures.risk?.value?.last.map { Int($0.ticks) })
    case .by(.actions, _): TenantKey(first: figures.counts?.value?.risky)
    case .by(.total, _): TenantKey(first: figures.risk?.value?.total)
    }
  }
}

/// What a row is sorted by.
private struct TenantKey {
  private var text: String?
  private var first: Int?
  private var second = -1
  private var high = 0
  private var medium = 0
  private var isKnown: Bool
  private var hasTenant = true

  init(_ text: String?) {
    self.text = text.map(folded)
    isKnown = !(text ?? "").isEmpty
  }

  init(signals: SeverityCounts? = nil, first: Int?, second: Int? = nil, hasTenant: Bool = true) {
    (high, medium) = (signals?.high ?? 0, signals?.medium ?? 0)
    self.first = first
    self.second = second ?? -1
    self.hasTenant = hasTenant
    isKnown = first != nil
  }

  /// Whether it stands before another; nil where they are equal.
  func precedes(_ other: TenantKey, isDescending: Bool) -> Bool? {
    if (high, medium) != (other.high, other.medium) {
      return ((high, medium) < (other.high, other.medium)) != isDescending
    }
    if isKnown != other.isKnown { return isKnown }
    if hasTenant != other.hasTenant { return hasTenant }
    if let text, let others = other.text, text != others { return (text < others) != isDescending }
    if let first, let others = other.first, first != others { return (first < others) != isDescending }
    return second == other.second ? nil : (second < other.second) != isDescending
  }
}
