import Elements

extension ElementsError.Reason {
  /// The same without these secrets, for a server may echo what it was sent.
  func hiding(_ secrets: [Secret]) -> Self {
    switch self {
    case .identityRefused(let status, let code, let description):
      .identityRefused(status: status, code: code.hiding(secrets), description: description?.hiding(secrets))
    case .refused(let refusal): .refused(refusal.hiding(secrets))
    case .throttled(let refusal, let throttling): .throttled(refusal.hiding(secrets), throttling)
    case .unexpectedAnswer(let expected, let at, let found, let requestID):
      .unexpectedAnswer(expected: expected, at: at, found: found.hiding(secrets), requestID: requestID?.hiding(secrets))
    case .unreachable, .cancelled: self
    }
  }
}

extension ElementsError.Reason {
  static func unexpectedAnswer(_ problem: WireProblem, requestID: String?) -> Self {
    .unexpectedAnswer(expected: problem.expected, at: problem.at, found: problem.found, requestID: requestID)
  }

  /// Cut only after secrets were hidden: half a secret would not be found.
  var withShortExcerpt: Self {
    guard case .unexpectedAnswer(let expected, let at, let found, let requestID) = self else { return self }
    return .unexpectedAnswer(expected: expected, at: at, found: Excerpt.shortened(found), requestID: requestID)
  }
}

extension ElementsError.Refusal {
  fileprivate func hiding(_ secrets: [Secret]) -> Self {
    Self(status: status, message: message?.hiding(secrets), requestID: requestID?.hiding(secrets))
  }
}

extension String {
  fileprivate func hiding(_ secrets: [Secret]) -> String {
    secrets.reduce(self) { text, secret in
      secret.isEmpty ? text : text.replacing(secret.text, with: "…")
    }
  }
}
