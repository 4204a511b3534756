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
  /// Calls a minute for looking further back.
  public let lookBackCalls: Int
  /// The tenants that were starred before, and the way to keep it when that changes.
  let stars: StarShelf
  let recent: RecentTenants
  private let favourites: Set<String>
  private let settings: [String: TenantSettings]

  /// - Parameters:
  ///   - favourites: names or ids of tenants that have a star; names compare without case and diacritics.
  ///   - settings: by the name or the id of their tenants.
  public init(
    listed: [Customer] = [], favourites: [String] = [], settings: [(tenant: String, TenantSettings)] = [],
    stars: StarShelf = .none, recent: RecentTenants = .none, riskyActions: Int = 1, keptRows: Int = Fleet.usualLimit,
    lookBackCalls: Int = CallBudget.usual
  ) {
    self.listed = listed
    self.keptRows = keptRows
    self.lookBackCalls = lookBackCalls
    self.stars = stars
    self.recent = recent
    self.riskyActions = max(1, riskyActions)
    self.favourites = Set(favourites.map(folded))
    self.settings = Dictionary(settings.map { (folded($0.tenant), $0.1) }) { first, _ in first }
  }

  func isFavourite(_ tenant: Tenant) -> Bool {
    !favourites.isEmpty && (favourites.contains(folded(tenant.id)) || favourites.contains(folded(tenant.name)))
  }

  func settings(of tenant: Tenant) -> TenantSettings? {
    settings.isEmpty ? nil : settings[folded(tenant.id)] ?? settings[folded(tenant.name)]
  }
}

/// What the user has said about one tenant.
public struct TenantSettings: Hashable, Sendable {
  /// Shown in place of the tenant's name.
  public let alias: String?
  public let groups: [String]
  /// The tenant is in no list.
  public let isHidden: Bool
  /// From how many risky actions it stands out; nil for as many as others.
  public let riskyActions: Int?

  public init(alias: String? = nil, groups: [String] = [], isHidden: Bool = false, riskyActions: Int? = nil) {
    self.alias = alias
    self.groups = groups
    self.isHidden = isHidden
    self.riskyActions = riskyActions
  }
}

/// The tenants that have a star, from one start of the program to the next.
public struct StarShelf: Sendable {
  /// Ids of tenants.
  let starred: Set<String>
  /// Keeps other ones. Gives the cause where that has failed, as the end of a sentence.
  let keep: @MainActor @Sendable (Set<String>) -> String?

  /// Nothing is kept.
  public static let none = StarShelf(starred: []) { _ in nil }

  public init(starred: Set<String>, keep: @escaping @MainActor @Sendable (Set<String>) -> String?) {
    self.starred = starred
    self.keep = keep
  }
}
