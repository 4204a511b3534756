#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Time, from outside.
struct SandboxClock: Sendable {
  /// Since the sandbox started.
  let elapsed: @Sendable () -> Duration
  /// Seconds since 1970 by the wall clock, for dates in headers and assertions.
  let unixSeconds: @Sendable () -> Int64

  /// What is nil is asked of the machine.
  init(elapsed: (@Sendable () -> Duration)?, unixSeconds: (@Sendable () -> Int64)?) {
    let start = ContinuousClock.now
    self.elapsed = elapsed ?? { ContinuousClock.now - start }
    self.unixSeconds = unixSeconds ?? { Int64(Date().timeIntervalSince1970) }
  }
}
