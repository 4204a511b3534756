import Elements

extension ElementsError.Reason {
  /// The same without texts that hold one of these secrets, for a server may echo what it was sent.
  func hiding(_ secrets: [Secret]) -> Self {
    hiding(by: Redaction(secrets))
  }

  private func hiding(by redaction: Redaction) -> Self {
    switch self {
    case .identityRefused(let status, let code, let description):
      redaction.hiding(status: status, code: code, description: description)
    case .refused(let refusal): .refused(refusal.hiding(by: redaction))
    case .throttled(let refusal, let throttling): .throttled(refusal.hiding(by: redaction), throttling)
    case .unexpectedAnswer(let expected, let at, let found, let requestID):
      .unexpectedAnswer(
        expected: expected, at: at, found: redaction(found), requestID: requestID.map { redaction($0) })
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

extension Redaction {
  /// What can't be shown is said once.
  fileprivate func hiding(status: Int, code: String, description: String?) -> ElementsError.Reason {
    let (code, description) = (self(code), description.map { self($0) })
    return .identityRefused(status: status, code: code, description: description == code ? nil : description)
  }
}

extension ElementsError.Refusal {
  fileprivate func hiding(by redaction: Redaction) -> Self {
    Self(status: status, message: message.map { redaction($0) }, requestID: requestID.map { redaction($0) })
  }
}
