import Elements
import SignInStore

/// Everything about one tenant: its actions and its sign-ins.
@MainActor
public final class TenantModel: PlaceModel {
  public let identity: TenantIdentity
  public let gauge: ActionGaugeModel
  public let signInList: SignInListModel
  let store: TenantStore

  init(identity: TenantIdentity, store: TenantStore, knownCounts: ActionCounts?, context: PlaceContext) {
    self.store = store
    self.identity = identity
    gauge = ActionGaugeModel(
      tenant: identity.reference, known: knownCounts, client: context.client, onChange: context.onChange)
    signInList = SignInListModel(store, context: context)
  }

  // MARK: The place

  var title: [String] { identity.names }

  /// What is not known is asked for.
  func appear() {
    if gauge.counts.value == nil { gauge.load() }
    signInList.appear()
  }

  /// Nothing more is asked for, and what is known stays.
  func leave() {
    gauge.cancel()
    signInList.leave()
  }

  func escape() -> Bool { signInList.stop() || signInList.filterEditor.clear() }
  func stop() -> Bool { signInList.stop() }

  func refresh() {
    gauge.load()
    signInList.refresh()
  }

  var list: (any MovableList)? { signInList }
  var columns: (any WideList)? { signInList }
  var filterEditor: FilterEditor? { signInList.filterEditor }
  var signIns: SignInListModel? { signInList }
  var tenant: TenantModel? { self }
}
