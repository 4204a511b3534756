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
/// time up to four seconds, half of it by chance; or after the answer's `Retry-After`, of which 30 s are borne.
///
/// A 429 costs no try, and its pause is always waited for; the last is the first one after the deadline of
/// `GateLimits`, which counts from the call's first 429 or the first since any call got through.
///
/// What the server did not take on costs no try either, 20 times in a row without any call getting through: it is sent
/// again at once, and from the ninth time on after a pause.
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
  private static let shortPauses = Backoff(first: .milliseconds(100), longest: .seconds(1))
  private static let refusalsWithoutPause = 8
  private static let freeRefusals = 20
  private static let longestAskedPause: Duration = .seconds(30)
  private static let retriable: Set = [408, 500, 502, 503, 504]

  private let limits: GateLimits
  private var failures = 0
  /// Since a call last got through.
  private var refusals = 0
  private var answered = 0
  private var throttles = 0
  private var throttled: ThrottledTime?

  init(limits: GateLimits) {
    self.limits = limits
  }

  /// `pause` is the gate's after a 429; nil where no gate is involved. `answered` is how many calls have got through.
  mutating func next(
    after outcome: TryOutcome, host: String, pause: GatePause?, answered: Int = 0, time: TimeSource
  ) -> Decision {
    if answered > self.answered { refusals = 0 }
    self.answered = answered
    switch outcome {
    case .failed(let failure):
      guard let moment = nextTry(after: failure, time) else { return .failed(failure.reason(host: host)) }
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
    return .failed(.throttled(ElementsError.Refusal(answer), .init(tried: longest.lasted(until: now), asked: asked)))
  }

  private mutating func nextTry(after failure: TransportFailure, _ time: TimeSource) -> Duration? {
    switch failure.kind {
    case .broken: return nextTry(time)
    case .notTakenOn:
      refusals += 1
      guard refusals <= Self.freeRefusals else { return nextTry(time) }
      let pauses = refusals - Self.refusalsWithoutPause
      return time.now() + (pauses > 0 ? Self.shortPauses.delay(after: pauses, chance: time.random()) : .zero)
    case .hopeless, .tooLarge, .cancelled: return nil
    }
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
    case .broken, .notTakenOn, .hopeless: .unreachable(host: host, cause: cause)
    case .tooLarge:
      .unexpectedAnswer(expected: "an answer of ordinary size", at: "the body", found: cause, requestID: nil)
    case .cancelled: .cancelled
    }
  }
}
