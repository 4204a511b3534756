import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct BodyTests {
  @Test func noContentIsAnEmptyListOrAnUnknownCount() async throws {
    try await run(.answer(204, [], [])) { client in
      let signIns = try await client.signIns(tenant, firstPage, .all, .onScreen)
      #expect(signIns.items.isEmpty && signIns.totalCount == 0)
      let counts = try await client.actionCounts(tenant, nil, .onScreen)
      #expect(counts == ActionCounts(risky: nil, normal: nil))
    }
  }

  @Test func anEmptyBodyWithStatus200IsNoAnswer() async throws {
    try await run(.answer(200, [("request-id", "r-1")], [])) { client in
      let found = await reason { () throws(ElementsError) in try await client.customers(firstPage, .onScreen) }
      #expect(
        found
          == .unexpectedAnswer(
            expected: "a JSON object with data and metadata", at: "the top level", found: "nothing", requestID: "r-1"))
    }
  }

  @Test func anAnswerThatEndsEarlyIsABrokenConnectionAndTriedAgain() async throws {
    let sent = Shared(0)
    try await ScriptedServer.run { request in
      if request.path == "/connect/token" { return .token() }
      return sent.change {
        $0 += 1; return $0
      } < 3 ? .cut(someCounts) : .json(someCounts)
    } use: { server in
      try await server.withClient { client in
        let counts = try await client.actionCounts(tenant, nil, .onScreen)
        #expect(counts == ActionCounts(risky: 10, normal: 20))
      }
      #expect(server.count("/actions") == 3)
    }
  }

  @Test func anAnswerThatEndsEarlyEveryTimeIsNamedAsSuch() async throws {
    try await run(.cut(someCounts)) { client in
      let found = await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
      #expect(
        found == .unreachable(host: "127.0.0.1", cause: "the server closed the connection before the answer was whole"))
    }
  }

  private func run(_ reply: Reply, use: (ElementsClient) async throws -> Void) async throws {
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : reply
    } use: { server in
      try await server.withClient(use)
    }
  }
}
