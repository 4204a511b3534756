import Elements
import SignInStore

/// A tenant's risky and normal actions.
@MainActor
public final class ActionGaugeModel {
  private let store: TenantCounts

  init(_ store: TenantStore, onChange: @escaping @MainActor () -> Void) {
    self.store = store.counts
    self.store.changes.add(self, tell: onChange)
  }

  public var counts: Loadable<ActionCounts> { store.loadable }

  /// When they were read; nil where they never were.
  public var readAt: Timestamp? { store.readAt }

  /// Reads the counts anew; the ones before stay until then.
  func load() {
    store.read(.onScreen)
  }

  /// Asks for what is not known.
  func appear() {
    if store.value == nil { load() }
  }

  func leave() {
    store.withdraw(.onScreen)
  }
}

extension TenantCounts {
  var loadable: Loadable<ActionCounts> {
    if let error { return .failed(error) }
    return value.map(Loadable.loaded) ?? .loading
  }
}
