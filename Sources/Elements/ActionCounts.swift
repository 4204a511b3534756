/// How many of a tenant's actions the partner's workflows call risky, and how many normal.
public struct ActionCounts: Hashable, Sendable {
  /// Nil when the server did not say, which is not the same as none.
  public let risky: Int?
  public let normal: Int?

  public init(risky: Int?, normal: Int?) {
    self.risky = risky
    self.normal = normal
  }
}

/// The values of the query parameter `types`.
public enum ActionType: Int, Sendable {
  case normal = 0
  case risky = 1
}
