import Dispatch
import Elements
import Synchronization

/// The program that reads standard output. It may end while a call waits for the server.
public final class OutputReader: Sendable {
  private struct State {
    var isGone = false
    /// What cancels the calls under way.
    var cancellations: [Int: @Sendable () -> Void] = [:]
    var lastCall = 0
  }

  private let state = Mutex(State())

  public init() {}

  public var isGone: Bool { state.withLock(\.isGone) }

  /// Waits for the end of the reader, on a thread that does nothing else and ends with the process.
  public func watch(_ output: StandardOutput) {
    DispatchQueue(label: "risktop.output").async { [self] in
      if output.waitUntilClosed() { leave() }
    }
  }

  /// Cancels all calls under way, and from now on every new one.
  private func leave() {
    let cancellations = state.withLock { state in
      state.isGone = true
      return state.cancellations.values
    }
    for cancel in cancellations { cancel() }
  }

  /// Makes a call that ends as cancelled when the reader is gone.
  func call<Value: Sendable>(
    _ work: @escaping @Sendable () async throws(ElementsError) -> Value
  ) async throws(ElementsError) -> Value {
    let task = Task { () async -> Result<Value, ElementsError> in
      do throws(ElementsError) {
        return .success(try await work())
      } catch {
        return .failure(error)
      }
    }
    let number = begin { task.cancel() }
    defer { state.withLock { $0.cancellations[number] = nil } }
    return try await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }.get()
  }

  private func begin(_ cancel: @escaping @Sendable () -> Void) -> Int {
    let (number, isGone) = state.withLock { state in
      state.lastCall += 1
      state.cancellations[state.lastCall] = cancel
      return (state.lastCall, state.isGone)
    }
    if isGone { cancel() }
    return number
  }
}

extension ElementsClient {
  /// The same for as long as anybody reads what becomes of it.
  public func ending(with reader: OutputReader) -> ElementsClient {
    ElementsClient(through: CallsForReader(client: self, reader: reader))
  }
}

private struct CallsForReader: CallWrapper {
  let client: ElementsClient
  let reader: OutputReader

  func call<Value: Sendable>(
    _ name: ElementsCall, _ ask: @escaping @Sendable (ElementsClient) async throws(ElementsError) -> Value
  ) async throws(ElementsError) -> Value {
    try await reader.call { [client] () throws(ElementsError) in try await ask(client) }
  }
}
