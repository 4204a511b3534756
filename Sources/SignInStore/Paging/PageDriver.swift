import Elements

/// A page to ask a client for now.
struct PageCall: Hashable, Sendable {
  let question: PageQuestion
  let request: PageRequest
  let priority: RequestPriority
}

/// Carries out the calls that a pager plans, and gives the answers one by one, in the order in which they come.
///
/// It runs wherever its owner does: on the main actor for a list that is shown, in a command's task for one that is
/// read. Letting go of it ends all calls.
final class PageDriver {
  struct Answer: Sendable {
    let call: PageCall
    let result: Result<Page<SignIn>, ElementsError>
  }

  typealias Fetch = @Sendable (PageRequest, RequestPriority) async throws(ElementsError) -> Page<SignIn>

  private struct Flight {
    let task: Task<Void, Never>
    let withdrawal: Withdrawal
  }

  private let fetch: Fetch
  private var flights: [PageQuestion: Flight] = [:]
  private var answers: AsyncStream<Answer>.Iterator
  private let continuation: AsyncStream<Answer>.Continuation

  init(fetch: @escaping Fetch) {
    self.fetch = fetch
    let (stream, continuation) = AsyncStream.makeStream(of: Answer.self)
    answers = stream.makeAsyncIterator()
    self.continuation = continuation
  }

  deinit {
    cancel()
    continuation.finish()
  }

  /// No call is under way.
  var isIdle: Bool { flights.isEmpty }

  /// Starts a call and waits for nothing.
  func ask(_ call: PageCall) {
    let withdrawal = Withdrawal()
    let (fetch, continuation) = (fetch, continuation)
    let task = Task {
      let result = await withdrawal.result { () throws(ElementsError) in try await fetch(call.request, call.priority) }
      continuation.yield(Answer(call: call, result: result))
    }
    flights[call.question] = Flight(task: task, withdrawal: withdrawal)
  }

  /// Waits for the next answer; nil when the task was cancelled.
  func next(isolation: isolated (any Actor)? = #isolation) async -> Answer? {
    while let answer = await answers.next(isolation: isolation) {
      // What was taken back has no answer.
      if flights.removeValue(forKey: answer.call.question) != nil { return answer }
    }
    return nil
  }

  /// Takes a call back if it was not sent. False where it was: its answer comes.
  func withdraw(_ question: PageQuestion) -> Bool {
    guard let flight = flights[question] else { return true }
    guard flight.withdrawal.withdraw() else { return false }
    flights[question] = nil
    return true
  }

  /// Ends all calls.
  func cancel() {
    for flight in flights.values { flight.task.cancel() }
    flights = [:]
  }
}
