import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct TokenRequestTests {
  @Test func theFormAsksForBothScopesWithTheSecretEncoded() async throws {
    let server = try await ScriptedServer.run { _ in
      .token()
    } use: { server in
      let configuration = try ElementsConfiguration(
        apiURL: EndpointURL(server.origin, for: .apiURL),
        tokenURL: EndpointURL(server.origin + "/connect/token", for: .tokenURL), clientID: "me",
        credential: .secret(Secret("a&b=c+ü")))
      try await withClient(of: configuration) { client in
        _ = await reason { () throws(ElementsError) in try await client.customers(firstPage, .onScreen) }
      }
      return server
    }
    let request = try #require(server.requests.value.first)
    #expect(request.method == "POST" && request.uri == "/connect/token")
    #expect(request.header("Content-Type") == "application/x-www-form-urlencoded")
    #expect(
      request.body
        == "grant_type=client_credentials&client_id=me&client_secret=a%26b%3Dc%2B%C3%BC&scope=elements.customers.read.all%20elements.um.user.read.all"
    )
  }

  @Test func aRegistrationWithoutTheCustomersScopeIsAskedForWithoutIt() async throws {
    let script: ScriptedServer.Script = { request in
      if request.path == "/connect/token" {
        return request.body.contains("customers") ? .json(#"{"error":"invalid_scope"}"#, status: 400) : .token()
      }
      return .json(someCounts)
    }
    let asked = try await ScriptedServer.run(script) { server in
      try await server.withClient { client in
        _ = try await client.actionCounts(tenant, nil, .onScreen)
      }
      return server.requests.value.filter { $0.path == "/connect/token" }.map(\.body)
    }
    #expect(asked.count == 2)
    #expect(asked.last?.hasSuffix("&scope=elements.um.user.read.all") == true)
  }

  @Test func aRefusalIsNamedWithoutTheSecretThatTheServerEchoes() async throws {
    let body = #"{"error":"invalid_client","error_description":"no client with swordfish"}"#
    let found = try await failure(.json(body, status: 400))
    #expect(found == .identityRefused(status: 400, code: "invalid_client", description: Redaction.mark))
  }

  @Test func `What can't be shown of a refusal is said once`() async throws {
    let found = try await failure(.json(#"{"error":"swordfish","error_description":"no swordfish"}"#, status: 400))
    #expect(found == .identityRefused(status: 400, code: Redaction.mark, description: nil))
  }

  @Test(arguments: [
    (Reply.json("<html>Blocked</html>", status: 403), "status 403 with an HTML page"),
    (.json("<html>Sign in"), "an HTML page"), (.json(""), "nothing"),
    (.json(#"{"access_token":null}"#), "no usable token"),
    (.json(#"{"access_token":"line\nbreak"}"#), "no usable token"),
    (.json(#"["token"]"#), "text that is no JSON object"),
  ])
  func anAnswerWithoutATokenIsNamedAndNotQuoted(reply: Reply, found: String) async throws {
    guard case .unexpectedAnswer(_, _, let said, let requestID) = try await failure(reply) else {
      Issue.record("not an unexpected answer")
      return
    }
    #expect(said == found)
    #expect(requestID == nil)
  }

  @Test func anIdentityServerInTroubleIsAskedThreeTimes() async throws {
    let count = try await ScriptedServer.run { _ in
      .json("", status: 503)
    } use: { server in
      try await server.withClient { client in
        let found = await reason { () throws(ElementsError) in try await client.customers(firstPage, .onScreen) }
        #expect(found == .refused(.init(status: 503, message: nil, requestID: nil)))
      }
      return server.requests.value.count
    }
    #expect(count == 3)
  }

  private func failure(_ reply: Reply) async throws -> ElementsError.Reason? {
    try await ScriptedServer.run { _ in
      reply
    } use: { server in
      try await server.withClient { client in
        await reason { () throws(ElementsError) in try await client.customers(firstPage, .onScreen) }
      }
    }
  }
}
