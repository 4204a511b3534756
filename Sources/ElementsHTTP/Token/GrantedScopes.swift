import Synchronization

/// The scopes to ask for, which shrink once when the identity server refuses one of them.
final class GrantedScopes: Sendable {
  private let wanted: [String]
  private let scopes: Mutex<[String]>

  init(_ scopes: [String]) {
    wanted = scopes
    self.scopes = Mutex(scopes)
  }

  /// Those that are asked for no more.
  var refused: [String] {
    let current = current
    return wanted.filter { !current.contains($0) }
  }

  var current: [String] {
    get { scopes.withLock { $0 } }
    set { scopes.withLock { $0 = newValue } }
  }
}
