import Elements
import Synchronization

/// The API in memory behind a queue: a call waits until a test sends it, and is answered when the test says so.
final class QueuedElements: Sendable {
  private struct Waiter {
    let id: Int
    let call: ElementsCall
    let priority: RequestPriority
    let withdrawal: Withdrawal?
    let turn: CheckedContinuation<Bool, Never>
  }

  private struct State {
    var waiting: [Waiter] = []
    var sent: [CheckedContinuation<Void, Never>] = []
    var lastID = 0
  }

  let api = FakeElements()
  private let state = Mutex(State())

  /// The calls that wait, in the order in which they came.
  var waiting: [ElementsCall] { state.withLock { $0.waiting.map(\.call) } }
  var priorities: [RequestPriority] { state.withLock { $0.waiting.map(\.priority) } }

  /// Returns once so many calls wait.
  func wait(for count: Int) async {
    while waiting.count < count { await Task.yield() }
  }

  /// Sends all that wait, and returns once they are under way.
  func send() async {
    let waiters = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    let before = state.withLock { $0.sent.count }
    var count = before
    for waiter in waiters {
      let isSent = waiter.withdrawal?.send() ?? true
      count += isSent ? 1 : 0
      waiter.turn.resume(returning: isSent)
    }
    while state.withLock({ $0.sent.count }) < count { await Task.yield() }
  }

  /// Answers all that was sent.
  func answer() {
    let sent = state.withLock { state in
      defer { state.sent = [] }
      return state.sent
    }
    for call in sent { call.resume() }
  }

  var client: ElementsClient {
    var client = api.client
    let plain = client
    client.signIns = { [self] tenant, request, scope, priority throws(ElementsError) in
      try await pass(.signIns(tenant, scope, page: request.index), priority)
      return try await unqueued { () throws(ElementsError) in
        try await plain.signIns(tenant, request, scope, priority)
      }
    }
    client.actionCounts = { [self] tenant, type, priority throws(ElementsError) in
      try await pass(.actionCounts(tenant), priority)
      return try await unqueued { () throws(ElementsError) in try await plain.actionCounts(tenant, type, priority) }
    }
    return client
  }

  private func unqueued<Value: Sendable>(
    _ call: @escaping @Sendable () async throws(ElementsError) -> Value
  ) async throws(ElementsError) -> Value {
    let result = await Withdrawal.$current.withValue(nil) { () -> Result<Value, ElementsError> in
      do throws(ElementsError) { return .success(try await call()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func pass(_ call: ElementsCall, _ priority: RequestPriority) async throws(ElementsError) {
    let isSent = await withCheckedContinuation { turn in enqueue(call, priority, turn) }
    guard isSent else { throw ElementsError(call: call, reason: .cancelled) }
    await withCheckedContinuation { answer in state.withLock { $0.sent.append(answer) } }
  }

  private func enqueue(_ call: ElementsCall, _ priority: RequestPriority, _ turn: CheckedContinuation<Bool, Never>) {
    let withdrawal = Withdrawal.current
    let id = state.withLock { state in
      state.lastID += 1
      state.waiting.append(
        Waiter(id: state.lastID, call: call, priority: priority, withdrawal: withdrawal, turn: turn))
      return state.lastID
    }
    if withdrawal?.wait({ [self] in leave(id) }) == false { leave(id) }
  }

  private func leave(_ id: Int) {
    let waiter = state.withLock { state in
      state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0) }
    }
    waiter?.turn.resume(returning: false)
  }
}
