/// Waits for models to change, so that a test never waits for time to pass.
@MainActor
final class Changes {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func happened() {
    continuation.yield()
  }

  /// Returns as soon as the condition holds; looks again after every change.
  func until(_ condition: () -> Bool) async {
    if condition() { return }
    for await _ in stream where condition() { return }
  }
}
