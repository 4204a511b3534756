import Synchronization

/// The scopes to ask for, which shrink once when the identity server refuses one of them.
final class GrantedScopes: Sendable {
  private let scopes: Mutex<[String]>

  init(_ scopes: [String]) {
    self.scopes = Mutex(scopes)
  }

  var current: [String] {
    get { scopes.withLock { $0 } }
    set { scopes.withLock { $0 = newValue } }
  }
}
