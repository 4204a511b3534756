import JWTKit

/// What a client asserts about itself (RFC 7523, section 3); what is missing is nil.
struct PresentedAssertion: JWTPayload {
  var iss: String?
  var sub: String?
  var aud: String?
  var jti: String?
  /// Seconds since 1970, as are the next two.
  var exp: Double?
  var nbf: Double?
  var iat: Double?

  static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

  /// The claims are checked one by one elsewhere, so that a refusal can name what is wrong.
  func verify(using algorithm: some JWTAlgorithm) {}
}

/// An assertion that is not accepted, with the check that failed.
struct RefusedAssertion: Error, Hashable {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
