import Elements

/// How one try went.
enum TryOutcome: Sendable {
  case answered(HTTPAnswer)
  case failed(TransportFailure)

  init(_ work: () async throws(TransportFailure) -> HTTPAnswer) async {
    do throws(TransportFailure) {
      self = .answered(try await work())
    } catch {
      self = .failed(error)
    }
  }
}

/// Decides after each try of one call what comes next: a pure state machine.
///
/// 408, 500, 502, 503, 504 and broken connections are tried again after half a second, then after twice as long each
/// time up to four seconds, half of it by chance; or after the answer's `Retry-After`, of which 30 s are borne. A 429
/// costs no try, and its pause is always waited for; the last is the first one after the deadline of `GateLimits`, which
/// counts from the call's first 429 or the first since any call got through.
struct RetryPlan: Sendable {
  enum Decision: Sendable {
    /// Whatever its status: nothing is gained by asking again.
    case answered(HTTPAnswer)
    /// Ask again, not before this moment.
    case again(Duration)
    case failed(ElementsError.Reason)
  }

  private static let pauses = Backoff(first: .milliseconds(500), longest: .seconds(4))
  private static let throttlePauses = Backoff(first: .seconds(1), longest: .seconds(32))
  private static let longestAskedPause: Duration = .seconds(30)
  private static let retriable: Set = [408, 500, 502, 503, 504]

  private let limits: GateLimits
  private var failures = 0
  private var throttles = 0
  private var throttled: ThrottledTime?

  init(limits: GateLimits) {
    self.limits = limits
  }

  /// `pause` is the gate's after a 429; nil where no gate is involved.
  mutating func next(after outcome: TryOutcome, host: String, pause: GatePause?, time: TimeSource) -> Decision {
    switch outcome {
    case .failed(let failure):
      guard failure.kind == .broken, let moment = nextTry(time) else { return .failed(failure.reason(host: host)) }
      return .again(moment)
    case .answered(let answer) where answer.status == 429:
      return afterThrottling(answer, pause: pause, time)
    case .answered(let answer) where Self.retriable.contains(answer.status):
      guard let moment = nextTry(time) else { return .answered(answer) }
      let asked = min(answer.askedDelay(time) ?? .zero, Self.longestAskedPause)
      return .again(max(moment, time.now() + asked))
    case .answered(let answer):
      return .answered(answer)
    }
  }

  private mutating func afterThrottling(_ answer: HTTPAnswer, pause: GatePause?, _ time: TimeSource) -> Decision {
    let now = time.now()
    let asked = answer.askedDelay(time)
    let own = throttled ?? ThrottledTime(since: now, asked: asked, limits: limits)
    throttled = own
    let longest = if let common = pause?.throttled, common.since < own.since { common } else { own }
    guard now >= longest.deadline else { return .again(pause?.end ?? throttledUntil(asked, time)) }
    return .failed(.throttled(ElementsError.Refusal(answer), .init(tried: now - longest.since, asked: asked)))
  }

  /// Nil when there have been enough tries.
  private mutating func nextTry(_ time: TimeSource) -> Duration? {
    failures += 1
    guard failures < limits.tries else { return nil }
    return time.now() + Self.pauses.delay(after: failures, chance: time.random())
  }

  private mutating func throttledUntil(_ asked: Duration?, _ time: TimeSource) -> Duration {
    throttles += 1
    let pause = asked ?? Self.throttlePauses.delay(after: throttles, chance: time.random())
    return time.now() + min(pause, limits.longestPause)
  }
}

extension HTTPAnswer {
  /// How long the server asks to wait, if it does.
  func askedDelay(_ time: TimeSource) -> Duration? {
    retryAfter.flatMap { RetryAfter.delay($0, unixSeconds: time.unixSeconds()) }
  }
}

extension TransportFailure {
  func reason(host: String) -> ElementsError.Reason {
    switch kind {
    case .broken, .hopeless: .unreachable(host: host, cause: cause)
    case .tooLarge:
      .unexpectedAnswer(expected: "an answer of ordinary size", at: "the body", found: cause, requestID: nil)
    case .cancelled: .cancelled
    }
  }
}
