import Elements
import ElementsHTTP
import Synchronization
import ViewModels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the server holds all calls back, and until when.
final class HoldUps: Sendable {
  private let latest = Mutex<HoldUp?>(nil)
  private let now: @Sendable () -> Int64
  private let onChange: @Sendable () -> Void

  /// - Parameters:
  ///   - now: seconds since 1970.
  ///   - onChange: called when `current` has changed, on whatever thread the gate runs.
  init(now: @escaping @Sendable () -> Int64 = { Int64(time(nil)) }, onChange: @escaping @Sendable () -> Void) {
    self.now = now
    self.onChange = onChange
  }

  /// The moment at which calls go on, to the second; nil while nothing holds them back.
  var current: HoldUp? { latest.withLock { $0 } }

  /// Called by the gate, on whatever thread it runs.
  func note(_ status: GateStatus) {
    let holdUp = status.pause.flatMap { Timestamp(unixSeconds: now() + $0.components.seconds + 1) }
      .map { HoldUp(end: $0, waiting: status.waiting) }
    let isNew = latest.withLock { latest in
      // The same pause is reported again and again, each time a little shorter: rounded, its end wavers by a second.
      if let holdUp, let latest, abs(holdUp.end.unixSeconds - latest.end.unixSeconds) <= 1 { return false }
      defer { latest = holdUp }
      return latest != holdUp
    }
    if isNew { onChange() }
  }
}
