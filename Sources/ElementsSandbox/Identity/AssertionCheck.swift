import JWTKit
import Synchronization

/// Checks signed assertions against a registered certificate, and remembers which were used.
final class AssertionCheck: Sendable {
  /// Seconds by which two clocks may differ.
  private static let skew = 60.0
  /// Seconds that an assertion may be good for.
  private static let longestLife = 600.0

  private let certificate: RegisteredCertificate
  private let clientID: String
  /// When the assertion of each `jti` ends, in seconds since 1970.
  private let used = Mutex<[String: Double]>([:])

  init(_ certificate: RegisteredCertificate, clientID: String) {
    self.certificate = certificate
    self.clientID = clientID
  }

  /// - Parameters:
  ///   - token: a JWT in its compact form.
  ///   - audiences: the addresses of the token endpoint, of which it must name one.
  ///   - now: seconds since 1970.
  func check(_ token: String, audiences: Set<String>, now: Int64) async throws(RefusedAssertion) {
    let bytes = Array(token.utf8)
    guard let (header, _, _) = try? DefaultJWTParser().parse(bytes, as: PresentedAssertion.self) else {
      throw RefusedAssertion("the assertion is no JWT")
    }
    try check(header)
    let assertion = try await verified(bytes)
    try check(assertion, audiences: audiences)
    try checkTimes(of: assertion, now: Double(now))
    try use(assertion, now: Double(now))
  }

  private func check(_ header: JWTHeader) throws(RefusedAssertion) {
    guard header.alg == "RS256" else { throw RefusedAssertion("alg is \(header.alg ?? "missing"), not RS256") }
    guard header.x5t == certificate.x5t else {
      throw RefusedAssertion("x5t is not the SHA-1 of a registered certificate in base64url")
    }
    guard header.kid == certificate.keyID else {
      throw RefusedAssertion("kid is not the SHA-1 of a registered certificate in upper-case hexadecimal digits")
    }
  }

  private func verified(_ token: [UInt8]) async throws(RefusedAssertion) -> PresentedAssertion {
    do {
      return try await JWTKeyCollection().add(rsa: certificate.key, digestAlgorithm: .sha256).verify(token)
    } catch {
      throw RefusedAssertion("the signature is not that of the registered certificate's key")
    }
  }

  private func check(_ assertion: PresentedAssertion, audiences: Set<String>) throws(RefusedAssertion) {
    guard assertion.iss == clientID else { throw RefusedAssertion("iss is not the client_id") }
    guard assertion.sub == clientID else { throw RefusedAssertion("sub is not the client_id") }
    guard let audience = assertion.aud, audiences.contains(audience) else {
      throw RefusedAssertion("aud is not the address of this token endpoint")
    }
  }

  private func checkTimes(of assertion: PresentedAssertion, now: Double) throws(RefusedAssertion) {
    guard let end = assertion.exp else { throw RefusedAssertion("exp is missing") }
    guard end > now - Self.skew else { throw RefusedAssertion("exp is over") }
    guard end <= now + Self.longestLife + Self.skew else { throw RefusedAssertion("exp is more than 10 minutes off") }
    for (name, moment) in [("nbf", assertion.nbf), ("iat", assertion.iat)] {
      guard moment ?? now <= now + Self.skew else { throw RefusedAssertion("\(name) lies in the future") }
    }
  }

  private func use(_ assertion: PresentedAssertion, now: Double) throws(RefusedAssertion) {
    guard let id = assertion.jti, !id.isEmpty else { throw RefusedAssertion("jti is missing") }
    let isNew = used.withLock { used in
      used = used.filter { $0.value > now - Self.skew }
      return used.updateValue(assertion.exp ?? now, forKey: id) == nil
    }
    guard isNew else { throw RefusedAssertion("jti was used before") }
  }
}
