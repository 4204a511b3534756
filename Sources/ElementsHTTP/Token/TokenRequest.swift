import Elements

/// Asks the identity server for a token by client credentials (RFC 6749, section 4.4), with the tries that this
/// deserves.
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
    var plan = RetryPlan(limits: configuration.gate)
    while true {
      var sent = configuration.secrets
      let outcome = await TryOutcome { () throws(TransportFailure) in
        let form = try await form(scopes)
        sent.append(form.proof)
        return try await transport.send(form.request(to: configuration.tokenURL))
      }
      switch plan.next(after: outcome, host: configuration.tokenURL.host, pause: nil, time: time) {
      case .again(let moment):
        guard (try? await time.sleep(moment)) != nil else { throw failure(.cancelled, hiding: sent) }
      case .failed(let reason): throw failure(reason, hiding: sent)
      case .answered(let answer): return try token(in: answer, hiding: sent)
      }
    }
  }

  /// Made anew for each try: an assertion is good for one use.
  private func form(_ scopes: [String]) async throws(TransportFailure) -> TokenForm {
    switch configuration.credential {
    case .secret(let secret): return TokenForm(clientID: configuration.clientID, scopes: scopes, secret: secret)
    case .certificate(let certificate):
      let assertion = ClientAssertion(
        clientID: configuration.clientID, audience: configuration.tokenURL, unixSeconds: time.unixSeconds())
      let signed = try await assertion.signed(with: certificate)
      return TokenForm(clientID: configuration.clientID, scopes: scopes, assertion: signed)
    }
  }

  private func token(in answer: HTTPAnswer, hiding sent: [Secret]) throws(ElementsError) -> AccessToken {
    switch TokenAnswer(answer) {
    case .token(let value, let lifetime, let scopes):
      return AccessToken(value: value, lifetime: lifetime, scopes: scopes, now: time.now())
    case .refused(let status, let code, let description):
      throw failure(.identityRefused(status: status, code: code, description: description), hiding: sent)
    case .failed(let reason): throw failure(reason, hiding: sent)
    }
  }

  private func failure(_ reason: ElementsError.Reason, hiding secrets: [Secret]) -> ElementsError {
    ElementsError(call: .token, reason: reason.hiding(secrets))
  }
}
