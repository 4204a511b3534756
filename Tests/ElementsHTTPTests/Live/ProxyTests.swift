import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct ProxyTests {
  @Test func everyCallGoesThroughTheProxy() async throws {
    let (found, heads, requests) = try await outcome("http://127.0.0.1:")
    #expect(found == nil)
    #expect(requests == ["/connect/token", "/actions"])
    #expect(!heads.isEmpty && heads.allSatisfy { $0.hasPrefix("CONNECT graph.test:443 HTTP/1.1\r\n") })
    #expect(!heads.contains { $0.contains("token-1") || $0.contains("swordfish") })
  }

  @Test func theProxyGetsItsUserNameAndPassword() async throws {
    // Base64 of `me:p@ss`.
    let (found, _, requests) = try await outcome("http://me:p%40ss@127.0.0.1:", demanded: "Basic bWU6cEBzcw==")
    #expect(found == nil)
    #expect(requests == ["/connect/token", "/actions"])
  }

  @Test(arguments: [
    ("http://127.0.0.1:", "wants a user name and password"),
    ("http://me:wrong@127.0.0.1:", "does not accept the user name and password"),
  ])
  func aProxyThatDoesNotKnowTheUserIsNamed(proxy: String, cause: String) async throws {
    let (found, heads, requests) = try await outcome(proxy, demanded: "Basic bWU6cEBzcw==")
    guard case .unreachable("graph.test", let said) = found else {
      Issue.record("not unreachable")
      return
    }
    #expect(said.hasPrefix("the proxy 127.0.0.1:") && said.hasSuffix(cause))
    #expect(heads.count == 1 && requests.isEmpty)
  }

  @Test func aProxyThatRefusesIsNamed() async throws {
    let (found, _, requests) = try await outcome(
      "127.0.0.1:", demanded: "nothing of the kind", refusal: "403 Forbidden")
    guard case .unreachable("graph.test", let said) = found else {
      Issue.record("not unreachable")
      return
    }
    #expect(said.hasPrefix("the proxy 127.0.0.1:") && said.hasSuffix(" refused to connect"))
    #expect(requests.isEmpty)
  }

  @Test func aProxyThatDoesNotListenIsNamed() async throws {
    // Nobody serves port 1, and no other test gets it.
    let closed = 1
    let configuration = try ElementsConfiguration.testing(
      "https://graph.test", proxies: ProxySettings(httpsProxy: "127.0.0.1:\(closed)", noProxy: nil))
    let found = try await withClient(of: configuration) { client in
      await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
    }
    #expect(
      found == .unreachable(host: "graph.test", cause: "by the proxy 127.0.0.1:\(closed): connection refused"))
  }

  @Test func aHostOfNoProxyIsCalledStraight() async throws {
    let tls = try TestCertificate.serverContext("server.pem")
    try await ScriptedServer.run(tls: tls) { _ in
      .silence
    } use: { server in
      try await ConnectProxy.run(to: server.port) { connect in
        // Leads to this machine as an old way to write its address, and is not known for it: that would be called straight anyway.
        let settings = try ProxySettings(httpsProxy: "127.0.0.1:\(connect.port)", noProxy: "127.1")
        let configuration = try ElementsConfiguration.testing(
          "https://127.1:\(server.port)", proxies: settings, caFile: CertificateFile.path("server.pem"))
        let found = try await withClient(of: configuration) { client in
          await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
        }
        #expect(found == .unreachable(host: "127.1", cause: "TLS: the certificate is for another host"))
        #expect(server.accepted.value == 1 && connect.heads.value.isEmpty)
      }
    }
  }

  /// How a call to `https://graph.test` ends, what the proxy was asked, and the paths that reached the server behind it.
  private func outcome(
    _ proxy: String, demanded: String = "CONNECT ", refusal: String = "407 Proxy Authentication Required"
  ) async throws -> (ElementsError.Reason?, heads: [String], requests: [String]) {
    let tls = try TestCertificate.serverContext("server.pem")
    return try await ScriptedServer.run(tls: tls) { request in
      request.path == "/connect/token" ? .token() : .json(someCounts)
    } use: { server in
      try await ConnectProxy.run(to: server.port, demanded: demanded, refusal: refusal) { connect in
        let settings = try ProxySettings(httpsProxy: proxy + String(connect.port), noProxy: "other.test")
        let configuration = try ElementsConfiguration.testing(
          "https://graph.test", proxies: settings, caFile: CertificateFile.path("server.pem"))
        let found = try await withClient(of: configuration) { client in
          await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
        }
        let paths = server.requests.value.map { $0.path.hasSuffix("/actions") ? "/actions" : $0.path }
        return (found, connect.heads.value, paths)
      }
    }
  }
}
