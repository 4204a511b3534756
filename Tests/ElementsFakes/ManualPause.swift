import Synchronization

/// Pauses that end when a test says so.
final class ManualPause: Sendable {
  private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

  var count: Int { waiting.withLock(\.count) }

  /// What asks for pauses is given this.
  var pause: @Sendable (Duration) async -> Void {
    { [self] _ in await withCheckedContinuation { turn in waiting.withLock { $0.append(turn) } } }
  }

  /// Ends all that are under way.
  func end() {
    let ended = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    for turn in ended { turn.resume() }
  }
}
