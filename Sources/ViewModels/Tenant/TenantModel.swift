import Elements
import SignInStore

/// Everything about one tenant: its actions and its sign-ins.
@MainActor
public final class TenantModel: PlaceModel {
  public let identity: TenantIdentity
  public let gauge: ActionGaugeModel
  public let signInList: SignInListModel
  public let lookBack: LookBackModel?
  private let fleet: Fleet

  init(identity: TenantIdentity, store: TenantStore, context: PlaceContext) {
    fleet = context.fleet
    self.identity = identity
    gauge = ActionGaugeModel(store, onChange: context.onChange)
    signInList = SignInListModel(store, context: context)
    lookBack = LookBackModel(in: store, context: context)
  }

  // MARK: The place

  var title: [String] { identity.names }

  /// What is not known is asked for.
  func appear() {
    gauge.appear()
    signInList.appear()
  }

  /// Nothing more is asked for, and what is known stays.
  func leave() {
    gauge.leave()
    signInList.leave()
  }

  func close() {
    lookBack?.stop()
    fleet.close(identity.reference)
  }

  func escape() -> Bool { stop() || signInList.filterEditor.clear() || signInList.leaveMarkedOnly() }
  func stop() -> Bool { signInList.stop() || lookBack?.stop() ?? false }

  func refresh() {
    gauge.load()
    signInList.refresh()
  }

  var list: (any MovableList)? { signInList }
  var columns: (any WideList)? { signInList }
  var filterEditor: FilterEditor? { signInList.filterEditor }
  var sortable: (any SortableList)? { signInList }
  var riskyScoped: (any RiskyScopedList)? { signInList }
  var signIns: SignInListModel? { signInList }
  var tenant: TenantModel? { self }
}
