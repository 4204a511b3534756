import Elements

/// Pages that were asked for at once and are taken one by one, in the order of their answers. Letting go of it ends
/// all calls.
final class PageCalls {
  typealias Answer = (question: PageQuestion, result: Result<Page<SignIn>, ElementsError>)

  typealias Fetch = @Sendable (PageRequest, RequestPriority) async throws(ElementsError) -> Page<SignIn>

  private let fetch: Fetch
  private var calls: [PageQuestion: Task<Void, Never>] = [:]
  private var answers: AsyncStream<Answer>.Iterator
  private let continuation: AsyncStream<Answer>.Continuation

  init(fetch: @escaping Fetch) {
    self.fetch = fetch
    let (stream, continuation) = AsyncStream.makeStream(of: Answer.self)
    answers = stream.makeAsyncIterator()
    self.continuation = continuation
  }

  deinit {
    for call in calls.values { call.cancel() }
  }

  var isIdle: Bool { calls.isEmpty }

  func ask(_ question: PageQuestion, _ request: PageRequest, _ priority: RequestPriority) {
    let (fetch, continuation) = (fetch, continuation)
    calls[question] = Task {
      do throws(ElementsError) {
        continuation.yield((question, .success(try await fetch(request, priority))))
      } catch {
        continuation.yield((question, .failure(error)))
      }
    }
  }

  /// Waits for the next answer; nil when the task was cancelled.
  func next() async -> Answer? {
    guard let answer = await answers.next() else { return nil }
    calls[answer.question] = nil
    return answer
  }

  func cancel() {
    for call in calls.values { call.cancel() }
    calls = [:]
  }
}
