import Elements
import SignInAnalysis
import SignInStore

extension PlaceContext {
  /// What was read so far, and how far the lists of some tenants were. Other tenants are counted and not named.
  func ticketBasis(_ own: Set<TenantNumber>) -> TicketBasis {
    let stores = knownStores(own)
    let readTimes = stores.compactMap { $0.list(.risky).coverage.headReadAt }
    let lists = stores.filter { own.contains($0.number) }.flatMap { store in
      SignInScope.allCases.map { list(store, $0) }
    }
    return TicketBasis(
      rows: stores.reduce(0) { $0 + $1.rowCount }, tenantsRead: stores.count { $0.rowCount > 0 },
      tenants: stores.count, earliest: nil, read: range(readTimes + lists.compactMap(\.readAt)), lists: lists,
      failures: stores.filter { own.contains($0.number) }.compactMap(failure))
  }

  /// Those of all tenants that are known, and those that a ticket is about.
  private func knownStores(_ own: Set<TenantNumber>) -> [TenantStore] {
    let listed = tenantStores
    let numbers = Set(listed.map(\.number))
    return listed + own.subtracting(numbers).sorted().compactMap(fleet.store)
  }

  private func range(_ times: [Timestamp]) -> ClosedRange<Timestamp>? {
    guard let first = times.min(), let last = times.max() else { return nil }
    return first...last
  }

  private func list(_ store: TenantStore, _ scope: SignInScope) -> TicketList {
    let list = store.list(scope)
    let coverage = list.coverage
    return TicketList(
      customer: names.identity(of: store.tenant).customerText, scope: scope, loaded: coverage.loaded,
      total: coverage.total, isComplete: coverage.isComplete, backTo: list.readDownTo, readAt: coverage.headReadAt)
  }

  private func failure(_ store: TenantStore) -> TicketFailure? {
    guard let error = SignInScope.allCases.lazy.compactMap({ store.list($0).coverage.error }).first else { return nil }
    return TicketFailure(customer: names.identity(of: store.tenant).customerText, reason: error.shortReason)
  }
}
