import Elements

/// Asks the identity server for a token by client credentials (RFC 6749, section 4.4), with the tries that this deserves.
struct TokenRequest: Sendable {
  let configuration: ElementsConfiguration
  let transport: Transport
  let time: TimeSource
  let scopes: GrantedScopes

  init(configuration: ElementsConfiguration, transport: Transport, time: TimeSource) {
    self.configuration = configuration
    self.transport = transport
    self.time = time
    scopes = GrantedScopes(configuration.scopes)
  }

  /// A registration that lacks the customers scope is asked for again without it, and from then on.
  func fetch() async throws(ElementsError) -> AccessToken {
    let asked = scopes.current
    do throws(ElementsError) {
      return try await fetch(scopes: asked)
    } catch {
      guard case .identityRefused(_, "invalid_scope", _) = error.reason, Set(asked) == Set(ElementsScope.all) else {
        throw error
      }
    }
    let token = try await fetch(scopes: [ElementsScope.users])
    scopes.current = [ElementsScope.users]
    return token
  }

  private func fetch(scopes: [String]) async throws(ElementsError) -> AccessToken {
    var plan = RetryPlan(throttleDeadline: configuration.gate.throttleDeadline)
    while true {
      let outcome = await TryOutcome { () throws(TransportFailure) in try await transport.send(request(scopes)) }
      switch plan.next(after: outcome, host: configuration.tokenURL.host, pauseEnd: nil, time: time) {
      case .again(let moment):
        guard (try? await time.sleep(moment)) != nil else { throw failure(.cancelled) }
      case .failed(let reason):
        throw failure(reason)
      case .answered(let answer):
        return try token(in: answer)
      }
    }
  }

  private func token(in answer: HTTPAnswer) throws(ElementsError) -> AccessToken {
    switch TokenAnswer(answer) {
    case .token(let value, let lifetime): return AccessToken(value: value, lifetime: lifetime, now: time.now())
    case .refused(let status, let code, let description):
      throw failure(.identityRefused(status: status, code: code, description: description))
    case .failed(let reason): throw failure(reason)
    }
  }

  private func failure(_ reason: ElementsError.Reason) -> ElementsError {
    ElementsError(call: .token, reason: reason.hiding([configuration.clientSecret]))
  }

  private func request(_ scopes: [String]) -> OutgoingRequest {
    let fields = [
      ("grant_type", "client_credentials"), ("client_id", configuration.clientID),
      ("client_secret", configuration.clientSecret.text), ("scope", scopes.joined(separator: " ")),
    ]
    let form = fields.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&")
    return OutgoingRequest(
      endpoint: configuration.tokenURL,
      method: .post(body: form, contentType: "application/x-www-form-urlencoded"))
  }
}
