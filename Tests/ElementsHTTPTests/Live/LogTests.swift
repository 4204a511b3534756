import Elements
import Logging
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct LogTests {
  private let lines = Shared<[RecordingLog.Line]>([])

  @Test func `Each request is a line with its status and what the server calls it`() async throws {
    _ = try await run { request in
      if request.path == "/connect/token" { return .token() }
      return .json(someCounts, headers: [("request-id", "r-7")])
    }
    #expect(lines.value.map(\.level) == [.info, .info])
    let line = try #require(lines.value.last)
    #expect(line.text.hasPrefix("GET http://127.0.0.1:") && line.text.hasSuffix("/actions 200"))
    #expect(line.facts["request"] == "r-7" && line.facts["bytes"] == String(someCounts.utf8.count))
  }

  @Test func `A request that is cancelled is no failure`() async throws {
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : .silence
    } use: { server in
      let live = try live(server)
      let call = Task {
        await reason { () throws(ElementsError) in try await live.client.actionCounts(tenant, nil, .onScreen) }
      }
      try await eventually { server.count("/actions") == 1 }
      call.cancel()
      #expect(await call.value == .cancelled)
      await live.shutdown()
    }
    let line = try #require(lines.value.last)
    #expect(line.level == .debug && line.text.hasSuffix("/actions cancelled"))
  }

  @Test func `A connection that breaks is a failure with its cause`() async throws {
    _ = try await run { $0.path == "/connect/token" ? .token() : .hangUp }
    let line = try #require(lines.value.last)
    #expect(line.level == .error && line.text.hasSuffix("/actions failed: the server closed the connection"))
  }

  @Test(arguments: [200, 400, 429, 503])
  func `No secret of a request is in a line, though its answer echoes it in each header`(status: Int) async throws {
    let found = try await run { request in
      let sent = [request.bearer ?? "", request.body, "token-from-the-server"].joined(separator: " ")
      let headers = ["request-id", "Retry-After", "Location"].map { ($0, sent) }
      let isToken = request.path == "/connect/token"
      guard isToken else { return .json(#"{"message":"\(sent)"}"#, status: status, headers: headers) }
      return .json(#"{"access_token":"token-from-the-server"}"#, headers: headers)
    }
    #expect(lines.value.count >= 2 && found != nil)
    expectNoSecret()
  }

  @Test(arguments: [400, 503])
  func `Nor where the identity server refuses`(status: Int) async throws {
    _ = try await run(.certificate(try CertificateFile.certificate())) { request in
      let assertion = request.body.split(separator: "&").first { $0.hasPrefix("client_assertion=") }
      return .json(#"{"error":"e"}"#, status: status, headers: [("request-id", "for \(assertion ?? "")")])
    }
    let facts = lines.value.compactMap { $0.facts["request"] }
    #expect(!facts.isEmpty && facts.allSatisfy { $0 == Redaction.mark })
  }

  @Test func `What a server says about itself is one short line of plain characters`() async throws {
    let odd = "r\u{202E}-é\u{9B}7 " + String(repeating: "9", count: 1_000)
    _ = try await run { request in
      if request.path == "/connect/token" { return .token() }
      return .json("", status: 503, headers: [("request-id", odd), ("Retry-After", odd)])
    }
    let line = try #require(lines.value.last)
    for fact in [line.facts["request"], line.facts["retry-after"]] {
      let fact = try #require(fact)
      #expect(fact.hasPrefix("r?-??7 999") && fact.count == 200)
    }
  }

  private func expectNoSecret() {
    for line in lines.value {
      for text in [line.text] + line.facts.values {
        #expect(!text.contains("token-from") && !text.contains("swordfish"), "\(text)")
      }
    }
  }

  private func live(_ server: ScriptedServer, _ credential: Credential = .secret(secret)) throws -> LiveElements {
    let lines = lines
    return LiveElements(
      configuration: try .testing(server.origin, credential: credential), time: SkippingTime().source,
      log: Logger(label: "test") { _ in RecordingLog(lines) }, onGateChange: { _ in })
  }

  /// How a call for action counts ends.
  private func run(
    _ credential: Credential = .secret(secret), _ script: @escaping ScriptedServer.Script
  ) async throws -> ElementsError.Reason? {
    try await ScriptedServer.run(script) { server in
      let live = try live(server, credential)
      let found = await reason { () throws(ElementsError) in
        try await live.client.actionCounts(tenant, nil, .onScreen)
      }
      await live.shutdown()
      return found
    }
  }
}
