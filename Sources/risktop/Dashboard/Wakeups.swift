import CursesTerminal
import Synchronization

/// What the dashboard's loop waits for. Many causes between two turns of the loop become one wake-up.
final class Wakeups: Sendable {
  /// Everything that happened since it was last taken.
  struct Causes: Sendable {
    var hasInput = false
    var isResized = false
    var isStopRequested = false
    var isContinued = false
    var isHungUp = false
    var isModelChanged = false
  }

  let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let pending = Mutex(Causes())

  init() {
    (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func take() -> Causes {
    pending.withLock { causes in
      defer { causes = Causes() }
      return causes
    }
  }

  func modelChanged() {
    note { $0.isModelChanged = true }
  }

  func wake() {
    continuation.yield()
  }

  func happened(_ event: TerminalEvents.Event) {
    note { causes in
      switch event {
      case .input: causes.hasInput = true
      case .resized: causes.isResized = true
      case .stopRequested: causes.isStopRequested = true
      case .continued: causes.isContinued = true
      case .hungUp: causes.isHungUp = true
      }
    }
  }

  private func note(_ change: (inout Causes) -> Void) {
    pending.withLock { change(&$0) }
    continuation.yield()
  }
}
