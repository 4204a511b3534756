import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct SOCKSProxyTests {
  @Test func `Every call goes through the proxy, which looks up the name`() async throws {
    let (found, targets, requests) = try await outcome(.init())
    #expect(found == nil)
    #expect(requests == 2)
    #expect(!targets.isEmpty && targets.allSatisfy { $0 == "graph.test:443" })
  }

  @Test(
    arguments: [
      (.init(reply: 2), "the proxy P refused to connect", 1), (.init(reply: 8), "the proxy P refused to connect", 1),
      (.init(reply: 1), "by the proxy P: it could not connect", 3),
      (.init(reply: 3), "by the proxy P: network unreachable", 3),
      (.init(reply: 4), "by the proxy P: no route to the host", 3),
      (.init(reply: 5), "by the proxy P: connection refused", 3),
      (.init(method: 2), "the proxy P wants a user name and password, which only HTTP proxies are given", 0),
      (.init(method: 255), "the proxy P wants a user name and password, which only HTTP proxies are given", 0),
      (.init(version: 4), "the proxy P does not speak SOCKS5", 0),
    ] as [(SOCKSProxy.Manner, String, Int)])
  func `A refusal is told as what it is, and tried again where that may help`(
    manner: SOCKSProxy.Manner, cause: String, tries: Int
  ) async throws {
    let (found, targets, requests) = try await outcome(manner)
    #expect(found == cause)
    #expect(targets.count == tries && requests == 0)
  }

  /// Why a call to `https://graph.test` found it unreachable, with the proxy's place as `P`; what the proxy was asked for; and
  /// how many requests reached the server behind it.
  private func outcome(_ manner: SOCKSProxy.Manner) async throws -> (String?, targets: [String], requests: Int) {
    let tls = try TestCertificate.serverContext("server.pem")
    return try await ScriptedServer.run(tls: tls) { request in
      request.path == "/connect/token" ? .token() : .json(someCounts)
    } use: { server in
      try await SOCKSProxy.run(to: server.port, manner) { proxy in
        let configuration = try ElementsConfiguration.testing(
          "https://graph.test", proxies: ProxySettings(httpsProxy: "socks5://127.0.0.1:\(proxy.port)", noProxy: nil),
          caFile: CertificateFile.path("server.pem"))
        let found = try await withClient(of: configuration) { client in
          await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
        }
        guard case .unreachable("graph.test", let cause)? = found else {
          #expect(found == nil)
          return (nil, proxy.targets.value, server.requests.value.count)
        }
        let said = cause.replacing("127.0.0.1:\(proxy.port)", with: "P")
        return (said, proxy.targets.value, server.requests.value.count)
      }
    }
  }
}
