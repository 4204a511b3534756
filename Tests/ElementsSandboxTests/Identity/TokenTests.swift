import ElementsSandbox
import Testing

struct TokenTests {
  private struct Refusal: Decodable { let error: String }

  @Test func `The right secret gets a token, which opens the calls`() async throws {
    try await withSandbox { client in
      let body = try await client.requestToken().decoded(as: TokenBody.self)
      #expect(body.token_type == "Bearer")
      #expect(body.expires_in == 3_600)
      #expect(body.scope == "elements.customers.read.all elements.um.user.read.all")
      var authorized = client
      authorized.token = body.access_token
      #expect(try await authorized.get(path("actions")).status == 200)
    }
  }

  @Test func `What is wrong with a request for a token is named`() async throws {
    try await withSandbox { client in
      let long = String(repeating: "elements.customers.read.all+", count: 12) + "elements.um.user.read.all"
      let answers = [
        ("unsupported_grant_type", try await client.requestToken(grant: "password")),
        ("invalid_client", try await client.requestToken(id: "somebody")),
        ("invalid_client", try await client.requestToken(secret: "guess")),
        ("invalid_scope", try await client.requestToken(scope: "elements.everything")),
        ("invalid_scope", try await client.requestToken(scope: "")),
        ("invalid_scope", try await client.requestToken(scope: long)),
        ("invalid_request", try await client.send(.POST, "/connect/token", body: "", contentType: SandboxClient.form)),
      ]
      for (error, answer) in answers {
        #expect(answer.status == 400)
        #expect(try answer.decoded(as: Refusal.self).error == error)
      }
    }
  }

  @Test func `A scope that was not granted is refused, the other alone is not`() async throws {
    var configuration = SandboxConfiguration.onWednesday()
    configuration.scopes = [Scope.userManagement]
    try await withSandbox(configuration) { client in
      let both = try await client.requestToken().decoded(as: Refusal.self)
      #expect(both.error == "invalid_scope")
      let other = try await client.requestToken(scope: Scope.userManagement)
      #expect(other.status == 200)
    }
  }

  @Test func `Without a token, with a wrong one and with an expired one a call is answered with 401`() async throws {
    let clock = ManualClock()
    var configuration = SandboxConfiguration.onWednesday()
    configuration.tokenLifetime = .seconds(60)
    try await withSandbox(configuration, clock: clock) { client in
      var client = client
      #expect(try await client.get(path("signins")).status == 401)
      client.token = "guess"
      #expect(try await client.get(path("signins")).status == 401)
      client = try await client.authorized()
      clock.advance(by: .seconds(59))
      #expect(try await client.get(path("signins")).status == 200)
      clock.advance(by: .seconds(1))
      #expect(try await client.get(path("signins")).status == 401)
    }
  }

  @Test func `A token for one scope does not open the other's calls`() async throws {
    try await withSandbox { client in
      let narrow = try await client.authorized(scope: Scope.userManagement)
      let customers = "/partner/external/v3/general/customers/batch"
      #expect(try await narrow.send(.POST, customers, body: "{}").status == 403)
      #expect(try await narrow.get(path("actions")).status == 200)
    }
  }
}
