import Dispatch
import Synchronization

/// Whoever reads standard output, who may stop reading while a server takes its time.
final class OutputReader: Sendable {
  private let hasLeft = Atomic(false)

  var isGone: Bool { hasLeft.load(ordering: .acquiring) }

  /// Calls `act` when the reader is gone, from a thread that waits for nothing else and ends with the process.
  func watch(_ output: StandardOutput, _ act: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "risktop.output").async { [self] in
      guard output.waitUntilClosed() else { return }
      hasLeft.store(true, ordering: .releasing)
      act()
    }
  }
}
