/// The calls of the Elements API that this project uses, as values that can be replaced one by one.
///
/// Every call may wait for its turn, is tried again where that helps, ends early when its task is cancelled, and throws
/// `ElementsError` alone. While it waits it can be taken back by a `Withdrawal`.
public struct ElementsClient: Sendable {
  /// Customers with their tenants.
  public var customers: @Sendable (PageRequest, RequestPriority) async throws(ElementsError) -> Page<Customer>
  /// Counts of one type of action, or of both where the type is nil.
  public var actionCounts:
    @Sendable (TenantReference, ActionType?, RequestPriority) async throws(ElementsError) -> ActionCounts
  /// Sign-ins of one tenant; the server can restrict them to risky ones and to nothing else.
  public var signIns:
    @Sendable (TenantReference, PageRequest, SignInScope, RequestPriority) async throws(ElementsError) -> Page<SignIn>

  public init(
    customers: @escaping @Sendable (PageRequest, RequestPriority) async throws(ElementsError) -> Page<Customer>,
    actionCounts:
      @escaping @Sendable (TenantReference, ActionType?, RequestPriority) async throws(ElementsError) -> ActionCounts,
    signIns:
      @escaping @Sendable (TenantReference, PageRequest, SignInScope, RequestPriority) async throws(ElementsError) ->
      Page<SignIn>
  ) {
    self.customers = customers
    self.actionCounts = actionCounts
    self.signIns = signIns
  }
}

/// Which of a tenant's sign-ins a list holds. Each scope is a list of its own on the server, with its own pages and its
/// own count.
public enum SignInScope: Hashable, Sendable, CaseIterable {
  case all
  case risky
}
