import Foundation
import JWTKit

/// An assertion as a client may make one, right unless a test changes it.
struct TestAssertion {
  /// Seconds since 1970, as sandboxes in these tests are told.
  static let now: Int64 = 1_780_000_000

  struct Claims: JWTPayload {
    var iss: String? = "sandbox"
    var sub: String? = "sandbox"
    var aud: String?
    var jti: String? = UUID().uuidString
    var exp: Int64? = now + 300
    var nbf: Int64? = now
    var iat: Int64? = now

    func verify(using algorithm: some JWTAlgorithm) {}
  }

  var claims: Claims
  var header: JWTHeader
  var key = TestCertificate.key
  var digest = DigestAlgorithm.sha256

  init(port: Int) {
    claims = Claims(aud: "http://127.0.0.1:\(port)/connect/token")
    let sha1 = Data(TestCertificate.sha1)
    let x5t = sha1.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").trimmingSuffix {
      $0 == "="
    }
    header = ["x5t": .string(String(x5t)), "kid": .string(sha1.map { String(format: "%02X", $0) }.joined())]
  }

  func signed() async throws -> String {
    let key = try Insecure.RSA.PrivateKey(pem: key)
    return try await JWTKeyCollection().add(rsa: key, digestAlgorithm: digest).sign(claims, header: header)
  }
}

extension String {
  fileprivate func trimmingSuffix(while holds: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, holds(last) { rest.removeLast() }
    return rest
  }
}
