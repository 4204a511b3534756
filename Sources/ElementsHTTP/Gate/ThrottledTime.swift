/// A time in which every answer is a 429, and when it has lasted long enough.
struct ThrottledTime: Hashable, Sendable {
  /// Its first 429.
  let since: Duration
  /// A 429 from this moment on is the last that is borne.
  let deadline: Duration

  /// `asked` is the pause that the first 429 named, if it did: waiting for as long as the server said counts for
  /// nothing, unless that is longer than anybody waits.
  init(since: Duration, asked: Duration?, limits: GateLimits) {
    self.since = since
    let pause = asked.map { $0 <= limits.longestPause ? $0 : .zero } ?? .zero
    deadline = since + pause + limits.throttleDeadline
  }

  /// In whole seconds that are over: what a pause of two minutes and an answer's few milliseconds took is two minutes.
  func lasted(until now: Duration) -> Duration {
    .seconds((now - since).components.seconds)
  }
}
