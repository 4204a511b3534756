import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct DiagnosisTests {
  @Test func theRouteIsThatOfTheProxySettings() throws {
    let proxies = try ProxySettings(httpsProxy: "http://user:hunter2@proxy.example:3128", noProxy: "inside.example")
    let diagnosis = Diagnosis(try .testing("https://outside.example", proxies: proxies))
    #expect(try route(diagnosis, "https://outside.example") == .proxy(host: "proxy.example", port: 3_128))
    #expect(try route(diagnosis, "https://a.inside.example") == .straight)
    #expect(try route(diagnosis, "http://localhost:80") == .straight)
  }

  @Test func aServerIsReachedWithoutCredentialsAtItsRoot() async throws {
    try await ScriptedServer.run { _ in
      .json("", status: 404, headers: [("Date", "Sun, 06 Nov 1994 08:49:37 GMT")])
    } use: { server in
      let contact = try await diagnose(server) { try await $0.reach(.init(server.origin + "/a/b", for: .apiURL)) }
      #expect(contact.status == 404)
      let request = try #require(server.requests.value.first)
      #expect(request.uri == "/" && request.method == "GET" && request.body.isEmpty && request.bearer == nil)
      #expect(server.requests.value.count == 1)
    }
  }

  @Test(
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sun, 06 Nov 1994 08:54:38 GMT", 301),
      ("Sun, 06 Nov 1994 08:49:17 GMT", -20), ("now", nil),
    ] as [(String, Int64?)])
  func theServersClockIsComparedWithThisMachines(date: String, skew: Int64?) async throws {
    try await ScriptedServer.run { _ in
      .json("", headers: [("Date", date)])
    } use: { server in
      let contact = try await diagnose(server) { try await $0.reach(.init(server.origin, for: .apiURL)) }
      #expect(contact.clockSkew == skew)
    }
  }

  @Test func aServerThatDoesNotListenIsUnreachable() async throws {
    // Nobody serves port 1, and no other test gets it.
    let closed = "http://127.0.0.1:1"
    await #expect(throws: ElementsError.Reason.unreachable(host: "127.0.0.1", cause: "connection refused")) {
      try await diagnose(closed) { try await $0.reach(.init(closed, for: .apiURL)) }
    }
  }

  @Test(
    arguments: [
      (#","scope":"elements.um.user.read.all  other""#, ["elements.um.user.read.all", "other"]), ("", nil),
      (#","scope":"""#, []),
    ] as [(String, [String]?)])
  func aGrantTellsItsScopesAndItsLifetime(scope: String, scopes: [String]?) async throws {
    try await ScriptedServer.run { _ in
      .json(#"{"access_token":"t","expires_in":1200\#(scope)}"#)
    } use: { server in
      let grant = try await diagnose(server) { try await $0.token() }
      #expect(grant == Grant(scopes: scopes, refused: [], lifetime: .seconds(1_200)))
    }
  }

  @Test func `A grant tells which scopes were refused`() async throws {
    try await ScriptedServer.run { request in
      request.body.contains("customers") ? .json(#"{"error":"invalid_scope"}"#, status: 400) : .token()
    } use: { server in
      let grant = try await diagnose(server) { try await $0.token() }
      #expect(grant == Grant(scopes: nil, refused: [ElementsScope.customers], lifetime: .seconds(3_600)))
      #expect(server.requests.value.count == 2)
    }
  }

  @Test func `A server that refuses each scope is told as such`() async throws {
    try await ScriptedServer.run { _ in
      .json(#"{"error":"invalid_scope"}"#, status: 400)
    } use: { server in
      let refused = ElementsError.Reason.identityRefused(status: 400, code: "invalid_scope", description: nil)
      await #expect(throws: ElementsError(call: .token, reason: refused)) {
        try await diagnose(server) { try await $0.token() }
      }
      #expect(server.requests.value.count == 2)
    }
  }

  private func route(_ diagnosis: Diagnosis, _ url: String) throws -> Route {
    diagnosis.route(to: try EndpointURL(url, for: .apiURL))
  }

  private func diagnose<Value>(_ server: ScriptedServer, _ use: (Diagnosis) async throws -> Value) async throws -> Value
  {
    try await diagnose(server.origin, use)
  }

  private func diagnose<Value>(_ origin: String, _ use: (Diagnosis) async throws -> Value) async throws -> Value {
    let diagnosis = Diagnosis(try .testing(origin), time: SkippingTime().source)
    let result: Result<Value, any Error>
    do { result = .success(try await use(diagnosis)) } catch { result = .failure(error) }
    await diagnosis.shutdown()
    return try result.get()
  }
}
