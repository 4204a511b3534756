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
  private let until = Mutex<Timestamp?>(nil)
  private let onChange: @Sendable () -> Void

  init(onChange: @escaping @Sendable () -> Void) {
    self.onChange = onChange
  }

  /// The moment at which calls go on, to the second; nil while nothing holds them back.
  var end: Timestamp? { until.withLock { $0 } }

  /// Called by the gate, on whatever thread it runs.
  func note(_ status: GateStatus) {
    let end = status.pause.flatMap { Timestamp(unixSeconds: Int64(time(nil)) + $0.components.seconds + 1) }
    let isNew = until.withLock { until in
      defer { until = end }
      // The same pause is reported again and again, each time a little shorter.
      return (until == nil) != (end == nil)
    }
    if isNew { onChange() }
  }
}
