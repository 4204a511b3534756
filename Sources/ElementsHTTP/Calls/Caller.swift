import Elements

/// Takes one request through the gate, the token and the network, and again where that may help.
struct Caller: Sendable {
  let gate: Gate
  let tokens: TokenSource
  let transport: Transport
  let time: TimeSource
  let configuration: ElementsConfiguration

  /// The answer to a request as `read` understands it, which is given the secrets that were sent, since the answer may
  /// echo them.
  ///
  /// Between two tries the turn is given back; reading needs none.
  func value<Value: Sendable>(
    _ request: APIRequest, _ priority: RequestPriority, read: (HTTPAnswer, [Secret]) throws(WireProblem) -> Value
  ) async throws(ElementsError) -> Value {
    if let problem = request.tenant?.problem {
      throw request.failed(.unexpectedAnswer(problem, requestID: nil))
    }
    let (answer, tokens) = try await answer(to: request, priority)
    do throws(WireProblem) {
      return try read(answer, tokens + configuration.secrets)
    } catch {
      throw failure(request, .unexpectedAnswer(error, requestID: answer.requestID), tokens)
    }
  }

  /// The first answer that is a success, and the tokens that were sent for it.
  private func answer(
    to request: APIRequest, _ priority: RequestPriority
  ) async throws(ElementsError) -> (HTTPAnswer, [Secret]) {
    var plan = RetryPlan(limits: configuration.gate)
    var sent: [Secret] = []
    var hasRenewed = false
    var place: Gate.Ticket?
    let host = configuration.apiURL.host
    while true {
      let attempt = try await attempt(request, priority, place)
      let landing = attempt.landing
      place = attempt.ticket
      if !sent.contains(attempt.token.value) { sent.append(attempt.token.value) }
      if case .answered(let answer) = landing.outcome, answer.status == 401, !hasRenewed {
        hasRenewed = true
        await tokens.reject(attempt.token)
        continue
      }
      let then = time.stopped(at: landing.moment)
      let (outcome, pause, answered) = (landing.outcome, landing.pause, landing.answered)
      switch plan.next(after: outcome, host: host, pause: pause, answered: answered, time: then) {
      case .answered(let answer):
        guard answer.isSuccess else { throw failure(request, .refused(ElementsError.Refusal(answer)), sent) }
        return (answer, sent)
      case .failed(let reason): throw failure(request, reason, sent)
      case .again(let moment):
        // The gate itself holds everybody back after a 429.
        if landing.pause == nil { try await sleep(until: moment, for: request) }
      }
    }
  }

  private struct Attempt {
    /// A call that is tried again keeps its place before those that came later.
    let ticket: Gate.Ticket
    let token: AccessToken
    let landing: Landing
  }

  private func attempt(
    _ request: APIRequest, _ priority: RequestPriority, _ place: Gate.Ticket?
  ) async throws(ElementsError) -> Attempt {
    let ticket = try await enter(request, priority, place)
    let token = try await token(for: request, ticket)
    let outgoing = request.outgoing(to: configuration.apiURL, bearer: token.value)
    guard let landing = await send(outgoing, ticket) else { throw request.failed(.cancelled) }
    return Attempt(ticket: ticket, token: token, landing: landing)
  }

  /// Gives the turn back where nothing will be sent.
  private func token(for request: APIRequest, _ ticket: Gate.Ticket) async throws(ElementsError) -> AccessToken {
    do throws(ElementsError) {
      let token = try await tokens.token()
      if Task.isCancelled { throw request.failed(.cancelled) }
      return token
    } catch {
      await gate.leave(ticket, .failed)
      throw error
    }
  }

  private func enter(
    _ request: APIRequest, _ priority: RequestPriority, _ place: Gate.Ticket?
  ) async throws(ElementsError) -> Gate.Ticket {
    do throws(Gate.Dismissal) {
      return try await gate.enter(priority, tenant: request.tenant, inPlaceOf: place)
    } catch {
      switch error {
      case .cancelled: throw request.failed(.cancelled)
      case .throttled(let throttling):
        let refusal = ElementsError.Refusal(status: 429, message: nil, requestID: nil)
        throw request.failed(.throttled(refusal, throttling))
      }
    }
  }

  private func sleep(until moment: Duration, for request: APIRequest) async throws(ElementsError) {
    guard (try? await time.sleep(moment)) != nil else { throw request.failed(.cancelled) }
  }

  private func failure(
    _ request: APIRequest, _ reason: ElementsError.Reason, _ tokens: [Secret]
  ) -> ElementsError {
    request.failed(reason.hiding(tokens + configuration.secrets).withShortExcerpt)
  }
}
