import JWTKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a registration says about itself to the token endpoint, signed with its certificate's key (RFC 7523, section
/// 2.2).
struct ClientAssertion: JWTPayload {
  /// The client id, twice.
  let iss: String
  let sub: String
  /// The token endpoint.
  let aud: String
  /// Never the same twice.
  let jti: String
  /// Seconds since 1970.
  let nbf: Int64
  let iat: Int64
  let exp: Int64

  /// Seconds.
  private static let lifetime: Int64 = 300

  /// The value of the parameter `client_assertion_type`.
  static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

  init(clientID: String, audience: EndpointURL, unixSeconds now: Int64) {
    iss = clientID
    sub = clientID
    aud = audience.description
    jti = UUID().uuidString
    nbf = now
    iat = now
    exp = now + Self.lifetime
  }

  /// The JWT, RS256, which names the certificate by its SHA-1 digest.
  func signed(with certificate: ClientCertificate) async throws(TransportFailure) -> Secret {
    let keys = JWTKeyCollection()
    await keys.add(rsa: certificate.key, digestAlgorithm: .sha256, kid: JWKIdentifier(string: certificate.thumbprint))
    do {
      let header: JWTHeader = ["kid": .string(certificate.thumbprint), "x5t": .string(certificate.x5t)]
      return Secret(try await keys.sign(self, header: header))
    } catch {
      throw TransportFailure(kind: .hopeless, cause: "the certificate's key could not sign the request")
    }
  }

  /// The time is the token endpoint's to check.
  func verify(using algorithm: some JWTAlgorithm) {}
}
