import Elements
import Foundation
import JWTKit
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct AssertionTests {
  @Test func theFormCarriesAnAssertionInPlaceOfASecret() async throws {
    let (form, address) = try await forms(of: [.token()])
    let fields = try #require(form.first)
    #expect(fields["grant_type"] == "client_credentials")
    #expect(fields["client_id"] == "me")
    #expect(fields["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
    #expect(fields["client_secret"] == nil)
    let claims = try await verified(try #require(fields["client_assertion"]))
    #expect((claims.iss, claims.sub, claims.aud) == ("me", "me", address))
    // The clock of `SkippingTime`.
    #expect((claims.nbf, claims.iat, claims.exp) == (784_111_777, 784_111_777, 784_112_077))
  }

  @Test func theHeaderNamesTheCertificateByItsDigest() async throws {
    let assertion = try #require(try await forms(of: [.token()]).0.first?["client_assertion"])
    let header = try JSONDecoder().decode([String: String].self, from: part(0, of: assertion))
    #expect(
      header == [
        "alg": "RS256", "typ": "JWT", "kid": CertificateFile.thumbprint, "x5t": "pGiRDvH2nt8UKD2uEhs7KPwLUU4",
      ])
  }

  @Test func everyTryCarriesAnAssertionOfItsOwn() async throws {
    let forms = try await forms(of: [.json("", status: 503), .hangUp, .token()]).0
    var ids: Set<String> = []
    for form in forms { ids.insert(try await verified(try #require(form["client_assertion"])).jti) }
    #expect(ids.count == 3)
  }

  @Test func anAssertionThatIsEchoedIsHidden() async throws {
    try await ScriptedServer.run { request in
      let assertion = fields(request.body)["client_assertion"] ?? ""
      return .json(#"{"error":"invalid_client","error_description":"not \#(assertion)"}"#, status: 400)
    } use: { server in
      let configuration = try ElementsConfiguration.testing(
        server.origin, credential: .certificate(CertificateFile.certificate()))
      let found = try await withClient(of: configuration) { client in
        await reason { () throws(ElementsError) in try await client.customers(firstPage, .onScreen) }
      }
      #expect(found == .identityRefused(status: 400, code: "invalid_client", description: Redaction.mark))
    }
  }

  private struct Claims: JWTPayload {
    let iss, sub, aud, jti: String
    let nbf, iat, exp: Int

    func verify(using algorithm: some JWTAlgorithm) {}
  }

  /// The claims, if the certificate's public key vouches for them.
  private func verified(_ assertion: String) async throws -> Claims {
    let keys = JWTKeyCollection()
    let key = try Insecure.RSA.PublicKey(certificatePEM: CertificateFile.text("cert.pem"))
    await keys.add(rsa: key, digestAlgorithm: .sha256)
    return try await keys.verify(assertion)
  }

  private func part(_ index: Int, of assertion: String) throws -> Data {
    let text = assertion.split(separator: ".")[index].replacing("-", with: "+").replacing("_", with: "/")
    return try #require(Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)))
  }

  /// The token requests of one call whose token requests get these replies, and the token endpoint's address.
  private func forms(of replies: [Reply]) async throws -> ([[String: String]], String) {
    let next = Shared(0)
    return try await ScriptedServer.run { request in
      guard request.path == "/connect/token" else { return .json(someCounts) }
      return replies[
        next.change {
          $0 += 1
          return $0 - 1
        }]
    } use: { server in
      let configuration = try ElementsConfiguration.testing(
        server.origin, credential: .certificate(CertificateFile.certificate()))
      _ = try await withClient(of: configuration) { client in
        try await client.actionCounts(tenant, nil, .onScreen)
      }
      let bodies = server.requests.value.filter { $0.path == "/connect/token" }.map { fields($0.body) }
      return (bodies, server.origin + "/connect/token")
    }
  }
}

/// The fields of a form, decoded.
private func fields(_ body: String) -> [String: String] {
  let pairs = body.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
  return Dictionary(
    uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1]).removingPercentEncoding ?? "") })
}
