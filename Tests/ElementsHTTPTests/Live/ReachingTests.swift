import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct ReachingTests {
  @Test func aRefusedConnectionNamesTheHost() async throws {
    let closed = try await ScriptedServer.run { _ in
      .silence
    } use: {
      $0
    }
    let found = try await closed.withClient { client in
      await reason { () throws(ElementsError) in try await client.customers(firstPage, .onScreen) }
    }
    #expect(found == .unreachable(host: "127.0.0.1", cause: "connection refused"))
  }

  @Test func anEndlessAnswerIsNotReadToItsEnd() async throws {
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : .json(someCounts + String(repeating: " ", count: 5_000))
    } use: { server in
      let found = try await server.withClient(answers: .patient(bytes: 2_000)) { client in
        await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
      }
      #expect(
        found
          == .unexpectedAnswer(
            expected: "an answer of ordinary size", at: "the body", found: "more than 2000 bytes", requestID: nil))
    }
  }

  @Test func afterShutdownCallsEndAsCancelled() async throws {
    try await ScriptedServer.run { _ in
      .silence
    } use: { server in
      let live = LiveElements(configuration: try .testing(server.origin))
      let call = Task { await reason { () throws(ElementsError) in try await live.client.customers(firstPage, .scan) } }
      try await eventually { server.requests.value.count == 1 }
      await live.shutdown()
      #expect(await call.value == .cancelled)
      #expect(
        await reason { () throws(ElementsError) in try await live.client.customers(firstPage, .scan) } == .cancelled)
    }
  }

  @Test func aClientThatIsForgottenClosesItself() async throws {
    let configuration = try ElementsConfiguration.testing("http://127.0.0.1:1")
    _ = LiveElements(configuration: configuration)
  }
}
