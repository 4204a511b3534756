import Elements

/// Hands out the one token that all calls share, and asks for a new one when it is needed, once for everybody.
actor TokenSource {
  typealias Outcome = Result<AccessToken, ElementsError>

  /// How long a refusal is passed on before the identity server is asked again, so that many waiting calls are no storm
  /// of wrong passwords.
  private static let refusalLifetime: Duration = .seconds(5)
  /// The same for any other failure, so that hundreds of waiting calls do not each wait through their own.
  private static let failureLifetime: Duration = .seconds(1)
  /// How long after a failed renewal the next one is tried while the token in hand is still good.
  private static let renewalPause: Duration = .seconds(30)

  private let time: TimeSource
  private let fetch: @Sendable () async throws(ElementsError) -> AccessToken
  private var current: AccessToken?
  private var failure: (error: ElementsError, at: Duration)?
  private(set) var request: Task<Void, Never>?
  private var waiters: [Int: CheckedContinuation<Outcome?, Never>] = [:]
  private var lastID = 0

  init(time: TimeSource, fetch: @escaping @Sendable () async throws(ElementsError) -> AccessToken) {
    self.time = time
    self.fetch = fetch
  }

  /// A token that is good by its age. Ends at once when the caller's task is cancelled; the request goes on for the
  /// others.
  ///
  /// Nobody waits for the renewal of a token that has not expired, nor learns that it failed.
  func token() async throws(ElementsError) -> AccessToken {
    let now = time.now()
    if let current, now < current.expiresAt {
      if now >= current.renewAt, !hasFailed(within: Self.renewalPause, of: now) { startRenewal() }
      return current
    }
    if let failure, now - failure.at < Self.lifetime(of: failure.error.reason) { throw failure.error }
    guard let outcome = await nextOutcome() else { throw ElementsError(call: .token, reason: .cancelled) }
    return try outcome.get()
  }

  /// The API did not take this token: it is not handed out again. Says nothing about a newer one.
  func reject(_ token: AccessToken) {
    if current == token { current = nil }
  }

  /// Ends the request that is under way, if any.
  func cancel() {
    request?.cancel()
  }

  /// Nil when the caller's task was cancelled.
  private func nextOutcome() async -> Outcome? {
    guard !Task.isCancelled else { return nil }
    lastID += 1
    let id = lastID
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        waiters[id] = waiter
        startRenewal()
      }
    } onCancel: {
      Task { await self.abandon(id) }
    }
  }

  private func abandon(_ id: Int) {
    waiters.removeValue(forKey: id)?.resume(returning: nil)
  }

  private func hasFailed(within pause: Duration, of now: Duration) -> Bool {
    guard let failure else { return false }
    return now - failure.at < pause
  }

  private func startRenewal() {
    if request == nil { request = Task { await self.renew() } }
  }

  private func renew() async {
    let outcome: Outcome
    do throws(ElementsError) {
      let token = try await fetch()
      current = token
      failure = nil
      outcome = .success(token)
    } catch {
      failure = (error, time.now())
      outcome = .failure(error)
    }
    request = nil
    let waiting = waiters
    waiters = [:]
    for waiter in waiting.values { waiter.resume(returning: outcome) }
  }

  private static func lifetime(of reason: ElementsError.Reason) -> Duration {
    switch reason {
    case .identityRefused: refusalLifetime
    case .cancelled: .zero
    case .unreachable, .refused, .throttled, .unexpectedAnswer: failureLifetime
    }
  }
}
