import Elements

/// Everything about one tenant: its actions and its sign-ins.
@MainActor
public final class TenantModel {
  public let identity: TenantIdentity
  public let gauge: ActionGaugeModel
  public let signIns: SignInListModel

  init(
    identity: TenantIdentity, knownCounts: ActionCounts?, client: ElementsClient, messages: MessageLog,
    onChange: @escaping @MainActor () -> Void
  ) {
    self.identity = identity
    gauge = ActionGaugeModel(
      tenant: identity.reference, known: knownCounts, client: client, onChange: onChange)
    signIns = SignInListModel(tenant: identity.reference, client: client, messages: messages, onChange: onChange)
  }

  func refresh() {
    gauge.load()
    signIns.refresh()
  }

  /// The screen is left: nothing more is asked for.
  func cancel() {
    gauge.cancel()
    signIns.cancel()
  }
}
