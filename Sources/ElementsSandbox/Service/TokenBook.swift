import Synchronization

/// The tokens that were handed out and are still good.
final class TokenBook: Sendable {
  struct Grant: Sendable {
    let scopes: Set<String>
    /// Time of the sandbox, not of day.
    let expiry: Duration
  }

  private struct Entries {
    var grants: [String: Grant] = [:]
    var issued: UInt64 = 0
  }

  private let seed: UInt64
  private let lifetime: Duration
  private let entries = Mutex(Entries())

  init(seed: UInt64, lifetime: Duration) {
    self.seed = seed
    self.lifetime = lifetime
  }

  /// A new token; those that have expired are forgotten.
  func issue(_ scopes: Set<String>, at time: Duration) -> String {
    entries.withLock { entries in
      entries.issued += 1
      entries.grants = entries.grants.filter { $0.value.expiry > time }
      let hash = Hash(seed, entries.issued)[.token]
      let token = (0..<4).map { Hash.hexadecimal(hash[$0].value) }.joined()
      entries.grants[token] = Grant(scopes: scopes, expiry: time + lifetime)
      return token
    }
  }

  /// The scopes of a token; nil for one that was never issued or has expired.
  func scopes(of token: String, at time: Duration) -> Set<String>? {
    entries.withLock { entries in
      guard let grant = entries.grants[token], grant.expiry > time else { return nil }
      return grant.scopes
    }
  }
}
