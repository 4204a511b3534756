import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

/// Some tenants, a merge of their lists, and somebody who looks at it.
@MainActor
final class MergeWorld {
  let api = FakeElements()
  let changes = Changes()
  let fleet: Fleet
  let merge: MergedSignIns
  private(set) var stores: [TenantStore] = []
  /// The lists as they were when their heads were asked for last.
  private(set) var truth: [TenantNumber: [SignIn]] = [:]

  init(limit: Int = Fleet.usualLimit, scope: SignInScope = .all) {
    fleet = Fleet(client: api.client, limit: limit, now: { .testNow })
    merge = MergedSignIns(scope)
    merge.changes.add(changes) { [changes] _ in changes.happened() }
  }

  /// Gives tenants their lists and adds them.
  func add(_ lists: [[SignIn]]) {
    let first = stores.count
    let new = lists.indices.map { fleet.store(of: .numbered(first + $0)) }
    for (store, signIns) in zip(new, lists) { setList(of: store, signIns) }
    stores += new
    merge.add(new.map { ($0, nil) })
  }

  private func setList(of store: TenantStore, _ signIns: [SignIn]) {
    api.change { $0.signIns[store.tenant] = signIns }
    truth[store.number] = signIns
  }

  /// New sign-ins at the head, which belong to the view only after a refresh.
  func arrive(_ signIns: [SignIn], at store: TenantStore) {
    api.change { $0.signIns[store.tenant, default: []].insert(contentsOf: signIns, at: 0) }
  }

  func fail(_ store: TenantStore, page: Int) {
    api.change { $0.failing.insert(.signIns(store.tenant, merge.scope, page: page)) }
  }

  func refresh() async {
    api.change { state in
      for store in stores { truth[store.number] = state.signIns[store.tenant] ?? [] }
    }
    merge.refresh()
    await settle()
  }

  func look(at top: Int, height: Int = 10) async {
    merge.show(PagingWindow(visible: top..<top + height, ahead: top + height..<top + height), for: changes)
    await settle()
  }

  func settle() async {
    let lists = stores.map { $0.list(merge.scope) }
    await changes.until { lists.allSatisfy { $0.isIdle && !$0.isAsking } }
  }

  var rows: [FleetRow] { merge.loadedRows.all() }

  /// As `tenant:id`.
  func names(_ rows: some Sequence<FleetRow>) -> [String] {
    rows.map { "\($0.tenant):\(merge.signIn(of: $0)?.id ?? "?")" }
  }

  /// Page numbers that were asked for, by tenant.
  func pages(of store: TenantStore) -> [Int] {
    api.log.compactMap { call in
      if case .signIns(store.tenant, merge.scope, let page) = call { page } else { nil }
    }
  }
}

extension FakeElements {
  func signIns(of tenant: TenantReference) -> [SignIn] {
    var signIns: [SignIn] = []
    change { signIns = $0.signIns[tenant] ?? [] }
    return signIns
  }
}

extension SignIn {
  static func at(_ time: Int64?, id: String, isRisk: Bool? = nil) -> SignIn {
    SignIn(
      id: id, loginTime: time.flatMap { Timestamp(unixSeconds: 1_790_000_000 + $0) }, userID: nil,
      userDisplayName: "User \(id)", userPrincipalName: nil, ip: nil, location: nil, country: nil, city: nil,
      isRisk: isRisk)
  }
}
