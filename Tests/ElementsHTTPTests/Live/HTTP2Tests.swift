import Elements
import NIOHTTP1
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct HTTP2Tests {
  @Test func callsAtTheSameTimeShareOneConnection() async throws {
    try await withHTTP2 { request in
      request.path == "/connect/token" ? .token() : .json(someCounts)
    } use: { server, client in
      try await withThrowingTaskGroup { tasks in
        for _ in 0..<20 { tasks.addTask { _ = try await client.actionCounts(tenant, nil, .overview) } }
        try await tasks.waitForAll()
      }
      #expect(server.count("/actions") == 20)
      #expect(server.requests.value.allSatisfy { $0.version == .http2 })
      #expect(server.accepted.value == 1)
    }
  }

  /// Its answer keeps the turn for a while, which is over at once in the time of this test.
  @Test func `A cancelled call ends its request in the end, and no other`() async throws {
    let answered = Shared(false)
    try await withHTTP2 { request in
      if request.path == "/connect/token" { return .token() }
      if request.path.hasSuffix("/signins") { return .silence }
      try? await eventually { answered.value }
      return .json(someCounts)
    } use: { server, client in
      let endless = Task {
        await reason { () throws(ElementsError) in try await client.signIns(tenant, firstPage, .all, .scan) }
      }
      let patient = Task { try await client.actionCounts(tenant, nil, .scan) }
      try await eventually { server.count("/signins") == 1 && server.count("/actions") == 1 }
      let before = server.closed.value
      endless.cancel()
      #expect(await endless.value == .cancelled)
      try await eventually { server.closed.value == before + 1 }
      answered.change { $0 = true }
      #expect(try await patient.value == ActionCounts(risky: 10, normal: 20))
      #expect(server.accepted.value == 1)
    }
  }

  @Test func aRequestThatTheServerResetsIsTriedAgain() async throws {
    let sent = Shared(0)
    try await withHTTP2 { request in
      if request.path == "/connect/token" { return .token() }
      return sent.change {
        $0 += 1; return $0
      } == 1 ? .hangUp : .json(someCounts)
    } use: { server, client in
      let counts = try await client.actionCounts(tenant, nil, .overview)
      #expect(counts == ActionCounts(risky: 10, normal: 20))
      #expect(server.count("/actions") == 2)
    }
  }
}

/// Runs a server that speaks HTTP/2 over TLS, and a client of it.
func withHTTP2(
  _ manner: HTTP2Manner = HTTP2Manner(), gate: GateLimits = GateLimits(), _ script: @escaping ScriptedServer.Script,
  use: (ScriptedServer, ElementsClient) async throws -> Void
) async throws {
  let tls = try TestCertificate.serverContext("server.pem", protocols: ["h2"])
  try await ScriptedServer.run(tls: tls, http2: manner, script) { server in
    let configuration = try ElementsConfiguration.testing(
      "https://localhost:\(server.port)", gate: gate, caFile: CertificateFile.path("server.pem"))
    try await withClient(of: configuration) { client in try await use(server, client) }
  }
}
