import Elements
import SignInAnalysis

/// Which sign-ins a command wants of each tenant, and how far it reads for them.
public struct SignInSelection: Sendable {
  var scope = SignInScope.all
  /// Whether the tenants' texts are a sign-in's own, so that the filter looks in them.
  var isOfAllTenants = false
  /// Nil takes all. Sign-ins before its `since` are not wanted, so that reading can end when it comes to them.
  var filter: Filter?
  /// For `net:` in the filter.
  var networks = LabelledNetworks()
  /// The most to write, of all tenants together.
  var limit: Int?
  /// Reads a list to its end, whatever its order.
  public private(set) var isExhaustive = false
  /// Reads each list twice and compares.
  var isVerified = false

  public init(
    scope: SignInScope = .all, isOfAllTenants: Bool = false, filter: Filter? = nil,
    networks: LabelledNetworks = LabelledNetworks(), limit: Int? = nil,
    isExhaustive: Bool = false, isVerified: Bool = false
  ) {
    self.scope = scope
    self.isOfAllTenants = isOfAllTenants
    self.filter = filter
    self.networks = networks
    self.limit = limit
    self.isExhaustive = isExhaustive
    self.isVerified = isVerified
  }

  /// How many pages are requested at once: one where rows further down may not be needed.
  var pagesAhead: Int {
    limit != nil || filter?.since != nil && !isExhaustive ? 1 : 2
  }
}
