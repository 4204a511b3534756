import Elements
import SignInAnalysis
import SignInStore

/// The sign-ins of all tenants, newest first: the risky ones, or all.
@MainActor
public final class SignInsModel: PlaceModel {
  public private(set) lazy var signInList = SignInListModel(
    source: { [unowned self] in merged($0) }, store: context.fleet.store, hasTenants: true, scope: .risky,
    context: context)
  public let lookBack: LookBackModel?
  private let context: PlaceContext
  private var lists: [SignInScope: MergedSignIns] = [:]

  init(context: PlaceContext, lookBack: LookBackModel) {
    self.context = context
    self.lookBack = lookBack
    context.names.changes.add(self) { [weak self] in self?.tenantsChanged() }
  }

  // MARK: What there is

  private var shown: MergedSignIns { merged(signInList.scope) }

  /// Tenants whose newest page was read, or is refused, and all.
  public var reach: (answered: Int, of: Int) { (shown.answeredTenants, shown.tenantCount) }

  /// Rows newer than this are in their final place; nil while nothing is known, and where all is read.
  public var settledDownTo: Timestamp? { shown.isWhole ? nil : shown.settledDownTo }

  /// Everything is read that the tenants have.
  public var isWhole: Bool { shown.isWhole && shown.tenantCount > 0 }

  /// Tenants that take no part in the order, and why.
  public var exclusions: [(tenant: TenantIdentity, reason: MergeExclusion)] {
    shown.exclusions.map { (context.names.identity(of: $0.tenant), $0.reason) }
  }

  // MARK: The lists

  private func merged(_ scope: SignInScope) -> MergedSignIns {
    if let list = lists[scope] { return list }
    let list = MergedSignIns(scope)
    lists[scope] = list
    list.add(tenants)
    return list
  }

  private func tenantsChanged() {
    for list in lists.values { list.add(tenants) }
  }

  private var tenants: [(store: TenantStore, texts: TenantTexts?)] {
    let texts = context.tenantTexts
    return context.tenantStores.map { ($0, texts[$0.number]) }
  }

  // MARK: The place

  var title: [String] { [] }
  func appear() { signInList.appear() }
  func leave() { signInList.leave() }
  func escape() -> Bool { stop() || signInList.filterEditor.clear() || signInList.leaveMarkedOnly() }
  func stop() -> Bool { signInList.stop() || lookBack?.stop() ?? false }
  func refresh() { signInList.refresh() }

  var list: (any MovableList)? { signInList }
  var columns: (any WideList)? { signInList }
  var filterEditor: FilterEditor? { signInList.filterEditor }
  var riskyScoped: (any RiskyScopedList)? { signInList }
  var sortable: (any SortableList)? { signInList }
  var signIns: SignInListModel? { signInList }
}
