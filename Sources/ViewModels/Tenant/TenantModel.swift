import Elements
import SignInStore

/// Everything about one tenant: its actions and its sign-ins.
@MainActor
public final class TenantModel {
  public let identity: TenantIdentity
  public let gauge: ActionGaugeModel
  public let signIns: SignInListModel
  let store: TenantStore

  init(
    identity: TenantIdentity, store: TenantStore, messages: MessageLog, onChange: @escaping @MainActor () -> Void
  ) {
    self.store = store
    self.identity = identity
    gauge = ActionGaugeModel(store, onChange: onChange)
    signIns = SignInListModel(store, messages: messages, onChange: onChange)
  }

  func refresh() {
    gauge.load()
    signIns.refresh()
  }

  /// The screen is shown: what is not known is asked for.
  func appear() {
    gauge.appear()
  }

  /// The screen is left: nothing more is asked for, and what is known stays.
  func leave() {
    gauge.leave()
    signIns.leave()
  }
}
