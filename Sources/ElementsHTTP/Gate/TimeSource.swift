#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Time and chance, from outside.
struct TimeSource: Sendable {
  /// Since an origin of its own; never runs backwards.
  var now: @Sendable () -> Duration
  /// Returns once `now` has reached the moment; throws when the task is cancelled before.
  var sleep: @Sendable (_ until: Duration) async throws -> Void
  /// Seconds since 1970 by the wall clock, for dates that a server names.
  var unixSeconds: @Sendable () -> Int64
  /// In 0..<1.
  var random: @Sendable () -> Double

  /// The same at this moment, for what is decided of it.
  func stopped(at moment: Duration) -> TimeSource {
    var stopped = self
    stopped.now = { moment }
    return stopped
  }

  /// The machine's own, where time goes on while the machine is suspended.
  static func system() -> TimeSource {
    let clock = ContinuousClock()
    let origin = clock.now
    return TimeSource(
      now: { origin.duration(to: clock.now) },
      sleep: { moment in try await clock.sleep(until: origin.advanced(by: moment)) },
      unixSeconds: { Int64(Date().timeIntervalSince1970) },
      random: { Double.random(in: 0..<1) })
  }
}
