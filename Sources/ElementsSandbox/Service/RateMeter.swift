import Synchronization

/// Holds calls against a rate limit. A stretch of time begins with its first call; the next one with the first call
/// after its end.
final class RateMeter: Sendable {
  private struct Window {
    let end: Duration
    var calls = 0
  }

  private let limit: RateLimit
  private let window = Mutex(Window(end: .zero))

  init(_ limit: RateLimit) {
    self.limit = limit
  }

  /// Counts a call and lets it through, giving nil; or else gives the whole seconds after which one will be let
  /// through, at least 1.
  func secondsToWait(at time: Duration) -> Int? {
    window.withLock { window in
      if time >= window.end { window = Window(end: time + limit.period) }
      window.calls += 1
      guard window.calls > limit.calls else { return nil }
      let (seconds, rest) = (window.end - time).components
      return Int(seconds) + (rest > 0 ? 1 : 0)
    }
  }
}
