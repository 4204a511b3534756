import Elements

/// What the token endpoint said. Nothing of a body that may hold a token is ever quoted.
enum TokenAnswer {
  /// The scopes are nil where the answer does not say.
  case token(Secret, lifetime: Duration, scopes: [String]?)
  case refused(status: Int, code: String, description: String?)
  /// Neither: the server is in trouble, or is no identity server.
  case failed(ElementsError.Reason)

  /// Where `expires_in` is missing, which RFC 6749 section 5.1 allows: the lifetime that the vendor documents.
  private static let usualLifetime: Int64 = 3_600

  private static let longestCode = 100
  private static let longestDescription = 500

  init(_ answer: HTTPAnswer) {
    let body = try? answer.body.withJSON { bytes throws(WireProblem) in try Body(bytes) }
    if !answer.isSuccess, let code = body?.error, !code.isEmpty {
      self = .refused(
        status: answer.status, code: String(code.prefix(Self.longestCode)),
        description: body?.errorDescription.map { String($0.prefix(Self.longestDescription)) })
    } else if answer.status >= 500 || (300..<400).contains(answer.status) {
      self = .failed(.refused(ElementsError.Refusal(answer)))
    } else if !answer.isSuccess {
      self = .failed(
        .unexpectedAnswer(
          expected: "a token or an error code, with status 200 or 400", at: "the top level",
          found: "status \(answer.status) with \(Excerpt.kind(of: answer.body))", requestID: answer.requestID))
    } else if let token = body?.accessToken, Self.isUsable(token) {
      self = .token(Secret(token), lifetime: .seconds(body?.expiresIn ?? Self.usualLifetime), scopes: body?.scopes)
    } else {
      self = .failed(
        .unexpectedAnswer(
          expected: "a JSON object with access_token", at: body == nil ? "the top level" : "access_token",
          found: body == nil ? Excerpt.kind(of: answer.body) : "no usable token", requestID: answer.requestID))
    }
  }

  /// The characters of a bearer token (RFC 6750, section 2.1) and whatever else is visible: no way out of the header.
  private static func isUsable(_ token: String) -> Bool {
    !token.isEmpty && token.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private struct Body {
    let accessToken: String?
    let expiresIn: Int64?
    let scopes: [String]?
    let error: String?
    let errorDescription: String?

    init(_ bytes: UnsafeRawBufferPointer) throws(WireProblem) {
      let object = try WireObject(whole: bytes, expected: "a JSON object with access_token")
      accessToken = object.text("access_token")
      expiresIn = object.integer("expires_in").value.flatMap { $0 > 0 ? min($0, 86_400) : nil }
      scopes = object.text("scope").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      error = object.text("error")
      errorDescription = object.text("error_description")
    }
  }
}
