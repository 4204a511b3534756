/// A token for the API, when to ask for the next one, and until when it is good.
struct AccessToken: Hashable, Sendable {
  let value: Secret
  let lifetime: Duration
  /// What was granted; nil where the answer does not say.
  let scopes: [String]?
  /// Both by the time source's clock.
  let renewAt: Duration
  let expiresAt: Duration

  /// Renewed after nine tenths of its life, or half a minute before its end if that is sooner; never before half its
  /// life.
  init(value: Secret, lifetime: Duration, scopes: [String]? = nil, now: Duration) {
    self.value = value
    self.lifetime = lifetime
    self.scopes = scopes
    let early = max(lifetime * 0.1, .seconds(30))
    expiresAt = now + lifetime
    renewAt = now + max(lifetime * 0.5, lifetime - early)
  }
}
