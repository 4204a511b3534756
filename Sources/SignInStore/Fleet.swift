import Elements

/// What has been read of all tenants, for as long as the program runs. It outlives the screens.
///
/// Beyond a number of rows the tenants that were looked at longest ago are forgotten as a whole, never one that is
/// open.
@MainActor
public final class Fleet {
  /// Rows of sign-ins that are kept, over all tenants.
  nonisolated public static let usualLimit = 2_000_000

  private let client: ElementsClient
  private let limit: Int
  private var stores: [TenantReference: TenantStore] = [:]
  /// Tenants in the order in which they were opened last, the latest at the end.
  private var opened: [TenantReference] = []
  private var open: Set<TenantReference> = []
  /// Rows in all tables.
  private(set) var rows = 0

  public init(client: ElementsClient, limit: Int = Fleet.usualLimit) {
    self.client = client
    self.limit = limit
  }

  /// The store of a tenant that is looked at from now on, until `close`.
  public func open(_ tenant: TenantReference) -> TenantStore {
    opened.removeAll { $0 == tenant }
    opened.append(tenant)
    open.insert(tenant)
    if let store = stores[tenant] { return store }
    let store = TenantStore(of: tenant, client: client) { [weak self] in self?.grew(by: $0) }
    stores[tenant] = store
    return store
  }

  /// Nobody looks at a tenant any more: its waiting calls end, its rows stay.
  public func close(_ tenant: TenantReference) {
    stores[tenant]?.leave()
    open.remove(tenant)
    evict()
  }

  /// Whether a store is still the one that is kept of its tenant.
  public func keeps(_ store: TenantStore) -> Bool { stores[store.tenant] === store }

  private func grew(by count: Int) {
    rows += count
    if rows > limit { evict() }
  }

  private func evict() {
    while rows > limit, let oldest = opened.first(where: { !open.contains($0) }) {
      opened.removeAll { $0 == oldest }
      rows -= stores.removeValue(forKey: oldest)?.table.count ?? 0
    }
  }
}
