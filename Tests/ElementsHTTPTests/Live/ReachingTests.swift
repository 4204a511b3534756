import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(1))) struct ReachingTests {
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

  @Test func aServerThatSaysNothingIsGivenUpOnce() async throws {
    let (found, requests) = try await silence(AnswerLimits(idle: .milliseconds(200)))
    #expect(found == .unreachable(host: "127.0.0.1", cause: "no answer within 0.2 s"))
    #expect(requests <= 1)
  }

  @Test func aWholeAnswerHasItsTimeToo() async throws {
    let (found, requests) = try await silence(AnswerLimits(whole: .milliseconds(200)))
    #expect(found == .unreachable(host: "127.0.0.1", cause: "no complete answer within 0.2 s"))
    #expect(requests <= 1)
  }

  @Test func anEndlessAnswerIsNotReadToItsEnd() async throws {
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : .json(someCounts + String(repeating: " ", count: 5_000))
    } use: { server in
      let found = try await server.withClient(answers: AnswerLimits(bytes: 2_000)) { client in
        await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
      }
      #expect(
        found
          == .unexpectedAnswer(
            expected: "an answer of ordinary size", at: "the body", found: "more than 2000 bytes", requestID: nil))
    }
  }

  @Test func aCancelledCallEndsAtOnceAndGivesItsTurnBack() async throws {
    let isSilent = Shared(true)
    try await ScriptedServer.run { request in
      if request.path == "/connect/token" { return .token() }
      return isSilent.value ? .silence : .json(someCounts)
    } use: { server in
      try await server.withClient(gate: GateLimits(inFlight: 1)) { client in
        let call = Task {
          await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .scan) }
        }
        try await eventually { server.count("/actions") == 1 }
        call.cancel()
        #expect(await call.value == .cancelled)
        isSilent.change { $0 = false }
        let counts = try await client.actionCounts(tenant, nil, .scan)
        #expect(counts == ActionCounts(risky: 10, normal: 20))
      }
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

  /// How a call ends at a server that never answers, and how many requests that took.
  private func silence(_ limits: AnswerLimits) async throws -> (ElementsError.Reason?, Int) {
    try await ScriptedServer.run { _ in
      .silence
    } use: { server in
      let found = try await server.withClient(answers: limits) { client in
        await reason { () throws(ElementsError) in try await client.customers(firstPage, .onScreen) }
      }
      return (found, server.requests.value.count)
    }
  }
}
