import Synchronization

/// The caller's way to take a call back as long as it waits for its turn.
///
/// ```swift
/// let withdrawal = Withdrawal()
/// let result = await withdrawal.result { () throws(ElementsError) in try await client.customers(request, .scan) }
/// ```
///
/// A call that is taken back while it waits ends as `cancelled` and costs no request. One that was sent goes on, and
/// its answer comes; it is not tried again. Whoever cancels the task instead gets no answer in either case.
public final class Withdrawal: Sendable {
  /// That of the call which the task makes.
  @TaskLocal public static var current: Withdrawal?

  private struct State {
    var isWithdrawn = false
    var isSent = false
    var leaveQueue: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  public init() {}

  /// Makes a call that can be taken back.
  public func result<Value: Sendable>(
    of call: @Sendable () async throws(ElementsError) -> Value
  ) async -> Result<Value, ElementsError> {
    await Withdrawal.$current.withValue(self) {
      do throws(ElementsError) {
        return .success(try await call())
      } catch {
        return .failure(error)
      }
    }
  }

  /// Nobody wants the call any more.
  /// - Returns: whether it was not sent, and never will be.
  @discardableResult
  public func withdraw() -> Bool {
    let (isUnsent, leaveQueue) = state.withLock { state in
      state.isWithdrawn = true
      return (!state.isSent, state.leaveQueue.take())
    }
    leaveQueue?()
    return isUnsent
  }

  // MARK: For clients

  /// The call waits for its turn.
  /// - Parameter leaveQueue: called at most once, as soon as the call is taken back.
  /// - Returns: false where it was before; nothing is called then.
  public func wait(_ leaveQueue: @escaping @Sendable () -> Void) -> Bool {
    state.withLock { state in
      state.isSent = false
      guard !state.isWithdrawn else { return false }
      state.leaveQueue = leaveQueue
      return true
    }
  }

  /// The call is sent now.
  /// - Returns: false where it was taken back; then it must not be.
  public func send() -> Bool {
    state.withLock { state in
      guard !state.isWithdrawn else { return false }
      state.isSent = true
      state.leaveQueue = nil
      return true
    }
  }
}
