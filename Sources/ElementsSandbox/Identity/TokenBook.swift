import Synchronization

/// The tokens that were handed out and are still good.
final class TokenBook: Sendable {
  struct Grant: Sendable {
    let scopes: Set<String>
    /// Time of the sandbox, not of day.
    let expiry: Duration
    /// How many more calls it opens; nil for all.
    var callsLeft: Int?
  }

  private struct Entries {
    var grants: [String: Grant] = [:]
    var issued: UInt64 = 0
  }

  private let seed: UInt64
  private let lifetime: Duration
  private let dice: FaultDice
  private let entries = Mutex(Entries())

  init(seed: UInt64, lifetime: Duration, dice: FaultDice) {
    self.seed = seed
    self.lifetime = lifetime
    self.dice = dice
  }

  /// A new token; those that have expired are forgotten.
  func issue(_ scopes: Set<String>, at time: Duration) -> String {
    entries.withLock { entries in
      entries.issued += 1
      entries.grants = entries.grants.filter { $0.value.expiry > time }
      let hash = Hash(seed, entries.issued)[.token]
      let token = (0..<4).map { Hash.hexadecimal(hash[$0].value) }.joined()
      entries.grants[token] = Grant(
        scopes: scopes, expiry: time + lifetime, callsLeft: dice.calls(ofToken: entries.issued))
      return token
    }
  }

  /// The scopes of a token for one more call; nil for one that was never issued or is no longer good.
  func scopes(of token: String, at time: Duration) -> Set<String>? {
    entries.withLock { entries in
      guard let grant = entries.grants[token], grant.expiry > time, grant.callsLeft != 0 else { return nil }
      entries.grants[token]?.callsLeft = grant.callsLeft.map { $0 - 1 }
      return grant.scopes
    }
  }
}
