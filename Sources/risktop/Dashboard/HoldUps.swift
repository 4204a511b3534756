import Elements
import ElementsHTTP
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the server holds all calls back, and until when.
final class HoldUps: Sendable {
  private let until = Mutex<Int64?>(nil)
  private let now: @Sendable () -> Int64
  private let onChange: @Sendable () -> Void

  /// - Parameters:
  ///   - now: seconds since 1970.
  ///   - onChange: called when `end` has changed, on whatever thread the gate runs.
  init(now: @escaping @Sendable () -> Int64 = { Int64(time(nil)) }, onChange: @escaping @Sendable () -> Void) {
    self.now = now
    self.onChange = onChange
  }

  /// The moment at which calls go on, to the second; nil while nothing holds them back.
  var end: Timestamp? { until.withLock { $0 }.flatMap { Timestamp(unixSeconds: $0) } }

  /// Called by the gate, on whatever thread it runs.
  func note(_ status: GateStatus) {
    let end = status.pause.map { now() + $0.components.seconds + 1 }
    let isNew = until.withLock { until in
      // The same pause is reported again and again, each time a little shorter: rounded, its end wavers by a second.
      if let end, let until, abs(end - until) <= 1 { return false }
      defer { until = end }
      return until != end
    }
    if isNew { onChange() }
  }
}
