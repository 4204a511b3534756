import ElementsSandbox
import Foundation
import JWTKit
import Testing

struct AssertionTests {
  private struct Refusal: Decodable {
    let error: String
    let error_description: String?
  }

  private func configuration() throws -> SandboxConfiguration {
    var configuration = SandboxConfiguration.onWednesday()
    configuration.certificate = try RegisteredCertificate(pem: TestCertificate.certificate)
    return configuration
  }

  private func withRegisteredSandbox(_ use: (SandboxClient) async throws -> Void) async throws {
    try await withSandbox(try configuration(), unixSeconds: { TestAssertion.now }, use)
  }

  @Test func `Who holds the certificate's key gets a token, which opens the calls`() async throws {
    try await withRegisteredSandbox { client in
      let answer = try await client.requestToken(assertion: TestAssertion(port: client.port).signed())
      #expect(answer.status == 200)
      var client = client
      client.token = try answer.decoded(as: TokenBody.self).access_token
      #expect(try await client.get(path("actions")).status == 200)
    }
  }

  @Test func `The secret stays good beside a certificate`() async throws {
    try await withRegisteredSandbox { client in
      let answer = try await client.requestToken()
      #expect(answer.status == 200)
    }
  }

  /// What is done to a right assertion, and what the refusal says.
  private static let wrongs: [(String, @Sendable (inout TestAssertion) -> Void)] = [
    ("alg is RS384, not RS256", { $0.digest = .sha384 }),
    ("x5t is not", { $0.header.x5t = "XLFISVdnbXAzMVIiOxIb8pHDNuU=" }),
    ("x5t is not", { $0.header.remove("x5t") }),
    ("kid is not", { $0.header.kid = $0.header.kid?.lowercased() }),
    ("kid is not", { $0.header.remove("kid") }),
    ("the signature is not", { $0.key = TestCertificate.otherKey }),
    ("iss is not", { $0.claims.iss = "somebody" }),
    ("sub is not", { $0.claims.sub = nil }),
    ("aud is not", { $0.claims.aud = "http://127.0.0.1:1/connect/token" }),
    ("aud is not", { $0.claims.aud = nil }),
    ("exp is missing", { $0.claims.exp = nil }),
    ("exp is over", { $0.claims.exp = TestAssertion.now - 61 }),
    ("exp is more than 10 minutes off", { $0.claims.exp = TestAssertion.now + 700 }),
    ("nbf lies in the future", { $0.claims.nbf = TestAssertion.now + 61 }),
    ("iat lies in the future", { $0.claims.iat = TestAssertion.now + 61 }),
    ("jti is missing", { $0.claims.jti = nil }),
    ("jti is missing", { $0.claims.jti = "" }),
  ]

  @Test func `Of a wrong assertion the check that failed is named`() async throws {
    try await withRegisteredSandbox { client in
      for (reason, change) in Self.wrongs {
        var assertion = TestAssertion(port: client.port)
        change(&assertion)
        let answer = try await client.requestToken(assertion: try await assertion.signed())
        let refusal = try answer.decoded(as: Refusal.self)
        #expect(answer.status == 400 && refusal.error == "invalid_client")
        #expect(refusal.error_description?.hasPrefix(reason) == true, "\(reason): \(refusal)")
      }
    }
  }

  @Test func `Clocks may differ a little`() async throws {
    try await withRegisteredSandbox { client in
      for offset in [-59, 59] as [Int64] {
        var assertion = TestAssertion(port: client.port)
        assertion.claims.nbf = TestAssertion.now + offset
        assertion.claims.iat = TestAssertion.now + offset
        assertion.claims.exp = TestAssertion.now + (offset < 0 ? offset : 600 + offset)
        let answer = try await client.requestToken(assertion: try await assertion.signed())
        #expect(answer.status == 200)
      }
    }
  }

  @Test func `An assertion is good once`() async throws {
    try await withRegisteredSandbox { client in
      let assertion = try await TestAssertion(port: client.port).signed()
      let first = try await client.requestToken(assertion: assertion)
      #expect(first.status == 200)
      let again = try await client.requestToken(assertion: assertion)
      #expect(try again.decoded(as: Refusal.self).error_description == "jti was used before")
    }
  }

  @Test func `A refused assertion is not used up`() async throws {
    try await withRegisteredSandbox { client in
      var assertion = TestAssertion(port: client.port)
      assertion.claims.aud = "elsewhere"
      let refused = try await client.requestToken(assertion: try await assertion.signed())
      #expect(refused.status == 400)
      assertion.claims.aud = "http://localhost:\(client.port)/connect/token"
      let accepted = try await client.requestToken(assertion: try await assertion.signed())
      #expect(accepted.status == 200)
    }
  }

  @Test(arguments: ["", "a.b", "a.b.c", "e30.e30.", "e30.W10.e30"])
  func `What is no JWT is said to be none`(text: String) async throws {
    try await withRegisteredSandbox { client in
      let refusal = try await client.requestToken(assertion: text).decoded(as: Refusal.self)
      #expect(refusal.error == "invalid_client" && refusal.error_description != nil)
    }
  }

  @Test func `An unsigned assertion is refused`() async throws {
    try await withRegisteredSandbox { client in
      let parts = try await TestAssertion(port: client.port).signed().split(separator: ".")
      let header = Data(#"{"alg":"none"}"#.utf8).base64EncodedString().replacing("=", with: "")
      let refusal = try await client.requestToken(assertion: "\(header).\(parts[1]).").decoded(as: Refusal.self)
      #expect(refusal.error_description == "alg is none, not RS256")
    }
  }

  @Test func `The type has to be named, and a secret is not sent along`() async throws {
    try await withRegisteredSandbox { client in
      let assertion = try await TestAssertion(port: client.port).signed()
      let untyped = try await client.requestToken(assertion: assertion, type: "jwt")
      #expect(try untyped.decoded(as: Refusal.self).error == "invalid_request")
      let both = try await client.requestToken(assertion: assertion, secret: "sandbox-secret")
      #expect(try both.decoded(as: Refusal.self).error == "invalid_request")
    }
  }

  @Test func `Where no certificate is registered an assertion is refused`() async throws {
    try await withSandbox { client in
      let assertion = try await TestAssertion(port: client.port).signed()
      let refusal = try await client.requestToken(assertion: assertion).decoded(as: Refusal.self)
      #expect(refusal.error == "invalid_client" && refusal.error_description == "no certificate is registered")
    }
  }

  @Test func `A certificate is found among other texts, and a weak or missing one is refused`() throws {
    let among =
      TestCertificate.key + "\r\nBag Attributes\r\n" + TestCertificate.certificate + TestCertificate.weakCertificate
    let alone = try RegisteredCertificate(pem: TestCertificate.certificate)
    #expect(try RegisteredCertificate(pem: among) == alone)
    #expect(throws: CertificateError.noUsableKey) { try RegisteredCertificate(pem: TestCertificate.weakCertificate) }
    #expect(throws: CertificateError.noCertificate) { try RegisteredCertificate(pem: TestCertificate.key) }
    #expect(throws: CertificateError.noCertificate) { try RegisteredCertificate(pem: "-----BEGIN CERTIFICATE-----") }
    let damaged = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
    #expect(throws: CertificateError.noUsableKey) { try RegisteredCertificate(pem: damaged) }
  }
}

extension SandboxClient {
  fileprivate func requestToken(
    assertion: String, type: String = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", secret: String? = nil
  ) async throws -> Answer {
    let credentials =
      "client_assertion_type=\(type)&client_assertion=\(assertion)" + (secret.map { "&client_secret=\($0)" } ?? "")
    return try await send(
      .POST, "/connect/token",
      body: "grant_type=client_credentials&client_id=sandbox&scope=\(Scope.userManagement)&\(credentials)",
      contentType: SandboxClient.form)
  }
}
