import Elements
import SignInStore

/// The action counts of many tenants, asked for while they are in view, or while a filter needs them.
///
/// What a movement costs depends on the tenants in view. The counts are those of the tenants' stores; after `forget`
/// only what is read from then on counts as known.
@MainActor
final class ActionCountsOverview {
  private let fleet: Fleet
  private var known: Set<TenantReference> = []
  private var visible: Set<TenantReference> = []
  private var needed: Set<TenantReference> = []
  /// Those of them whose counts are not known.
  private var missing: Set<TenantReference> = []
  /// The counts of a tenant are known, or why they are not.
  var onChange: @MainActor (TenantReference) -> Void = { _ in }

  init(_ fleet: Fleet) {
    self.fleet = fleet
    fleet.countsChanged.add(self) { [weak self] in self?.take($0) }
  }

  /// Nil before anybody asked.
  func counts(of tenant: TenantReference) -> Loadable<ActionCounts>? {
    let store = fleet.store(of: tenant).counts
    if known.contains(tenant) { return store.loadable }
    return store.isUnderWay ? .loading : nil
  }

  /// The counts of all tenants in view, and all that are needed, are known.
  var isOver: Bool { missing.isEmpty }

  /// Asks for the counts of the tenants in view, from the first to the last, and no longer for those that were.
  func show(_ tenants: [TenantReference]) {
    let former = visible
    visible = Set(tenants)
    withdraw(former)
    for tenant in tenants { ask(tenant) }
  }

  /// Asks for the counts that a filter needs, wherever the tenants stand, and no longer for those that another needed.
  func need(_ tenants: [TenantReference]) {
    let former = needed
    needed = Set(tenants)
    withdraw(former)
    for tenant in tenants { ask(tenant) }
  }

  /// Nothing is known any more.
  func forget() {
    known = []
  }

  /// Nobody looks any more.
  func leave() {
    let former = visible.union(needed)
    (visible, needed) = ([], [])
    withdraw(former)
  }

  private func withdraw(_ former: Set<TenantReference>) {
    for tenant in former where !visible.contains(tenant) && !needed.contains(tenant) && !known.contains(tenant) {
      missing.remove(tenant)
      fleet.store(of: tenant).counts.withdraw(.overview)
    }
  }

  private func ask(_ tenant: TenantReference) {
    guard !known.contains(tenant) else { return }
    missing.insert(tenant)
    fleet.store(of: tenant).counts.read(.overview)
  }

  private func take(_ tenant: TenantReference) {
    known.insert(tenant)
    missing.remove(tenant)
    onChange(tenant)
  }
}
