import Synchronization

@testable import ElementsHTTP

/// Time that passes when a test says so.
final class ManualTime: Sendable {
  private struct Sleeper {
    let until: Duration
    let wake: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now: Duration = .zero
    var sleepers: [Int: Sleeper] = [:]
    var lastID = 0
  }

  private let state = Mutex(State())

  var source: TimeSource {
    TimeSource(
      now: { self.state.withLock { $0.now } }, sleep: { try await self.sleep(until: $0) },
      unixSeconds: { 784_111_777 }, random: { 0.5 })
  }

  var sleepers: Int { state.withLock { $0.sleepers.count } }

  func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now += duration
      let due = state.sleepers.filter { $0.value.until <= state.now }
      for id in due.keys { state.sleepers[id] = nil }
      return due.values.map(\.wake)
    }
    for wake in due { wake.resume() }
  }

  /// Passes until somebody wakes, if anybody sleeps.
  func advanceToNextWake() {
    guard let next = state.withLock({ $0.sleepers.values.map(\.until).min() }) else { return }
    advance(by: max(.zero, next - source.now()))
  }

  private func sleep(until moment: Duration) async throws {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { wake in
        let isDue = state.withLock { state in
          guard state.now < moment, !Task.isCancelled else { return true }
          state.sleepers[id] = Sleeper(until: moment, wake: wake)
          return false
        }
        if isDue { wake.resume() }
      }
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: id) }?.wake.resume(throwing: CancellationError())
    }
  }
}

/// Time in which every sleep is over at once, and remembered.
final class SkippingTime: Sendable {
  private let state = Mutex((now: Duration.zero, sleeps: [Duration]()))

  var source: TimeSource {
    TimeSource(
      now: { self.state.withLock { $0.now } },
      sleep: { moment in
        try Task.checkCancellation()
        self.state.withLock { state in
          state.sleeps.append(moment - state.now)
          state.now = max(state.now, moment)
        }
      },
      unixSeconds: { 784_111_777 }, random: { 0.5 })
  }

  /// How long each sleep would have taken.
  var sleeps: [Duration] { state.withLock { $0.sleeps } }

  func advance(by duration: Duration) { state.withLock { $0.now += duration } }
}

/// Lets other tasks run until the condition holds; a test's time limit ends it otherwise.
///
/// After some turns it looks once a millisecond, so that tests that wait leave the processor to those that work.
func eventually(_ condition: @Sendable () async -> Bool) async throws {
  var turns = 0
  while await !condition() {
    try Task.checkCancellation()
    turns += 1
    if turns < 100 { await Task.yield() } else { try await Task.sleep(for: .milliseconds(1)) }
  }
}

/// A value that several tasks change.
final class Shared<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  var value: Value { mutex.withLock { $0 } }

  @discardableResult
  func change<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
    mutex.withLock { value in
      var copy = value
      let result = body(&copy)
      value = copy
      return result
    }
  }
}
