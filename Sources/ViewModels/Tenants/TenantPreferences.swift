import Elements
import SignInAnalysis
import SignInStore

/// What the user has said about tenants beforehand.
public struct TenantPreferences: Sendable {
  public static let none = TenantPreferences()

  /// Stand in for the server's customers where the app registration may not list them.
  public let listed: [Customer]
  /// From how many risky actions a tenant stands out; at least 1.
  public let riskyActions: Int
  /// Sign-ins that are kept, over all tenants.
  public let keptRows: Int
  private let favourites: Set<String>

  /// - Parameter favourites: names or ids of tenants that stand first; names compare without case and diacritics.
  public init(
    listed: [Customer] = [], favourites: [String] = [], riskyActions: Int = 1,
    keptRows: Int = Fleet.usualLimit
  ) {
    self.listed = listed
    self.keptRows = keptRows
    self.riskyActions = max(1, riskyActions)
    self.favourites = Set(favourites.map(folded))
  }

  func isFavourite(_ tenant: Tenant) -> Bool {
    !favourites.isEmpty && (favourites.contains(folded(tenant.id)) || favourites.contains(folded(tenant.name)))
  }
}
