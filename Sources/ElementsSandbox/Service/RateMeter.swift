import Synchronization

/// Holds calls against a rate limit, over a window that slides.
final class RateMeter: Sendable {
  private let limit: RateLimit
  /// When the calls of the last period were let through, in order.
  private let taken = Mutex<[Duration]>([])

  init(_ limit: RateLimit) {
    self.limit = limit
  }

  /// Counts a call and lets it through, giving nil; or else gives the whole seconds after which one would be let through, at least 1. A call
  /// that is turned away does not count.
  func secondsToWait(at time: Duration) -> Int? {
    taken.withLock { taken in
      taken.removeAll { $0 + limit.period <= time }
      guard taken.count >= limit.calls, let oldest = taken.first else {
        taken.append(time)
        return nil
      }
      let wait = oldest + limit.period - time
      return max(1, Int(wait.components.seconds) + (wait.components.attoseconds > 0 ? 1 : 0))
    }
  }
}
