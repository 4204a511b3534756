import Elements
import Testing

@testable import ElementsHTTP

/// Each limit against a server that never keeps it; the others are out of the way.
@Suite(.timeLimit(.minutes(10))) struct TimeLimitTests {
  @Test func aConnectionThatNobodyAcceptsIsGivenUp() async throws {
    try await FullBacklog.run { port in
      let found = try await failure("http://127.0.0.1:\(port)", AnswerLimits(connect: .milliseconds(100)))
      #expect(found == .unreachable(host: "127.0.0.1", cause: "timed out after 0.1 s"))
    }
  }

  @Test func aServerThatDoesNotTakePartInTLSIsGivenUp() async throws {
    let time = SkippingTime()
    try await MuteServer.run { port in
      let found = try await failure("https://127.0.0.1:\(port)", AnswerLimits(connect: .milliseconds(100)), time)
      #expect(found == .unreachable(host: "127.0.0.1", cause: "timed out after 0.1 s"))
      #expect(time.sleeps.count == 2, "one before the second try, one before the third")
    }
  }

  @Test(arguments: [Reply.silence, .stall])
  func aServerThatSaysNothingMoreIsGivenUpOnce(reply: Reply) async throws {
    let (found, requests) = try await failure(of: reply, AnswerLimits(idle: .milliseconds(500)))
    #expect(found == .unreachable(host: "127.0.0.1", cause: "no answer within 0.5 s"))
    #expect(requests == 1)
  }

  @Test(arguments: [Reply.silence, .stall, .drip])
  func aWholeAnswerHasItsTimeToo(reply: Reply) async throws {
    let limits = AnswerLimits(idle: .seconds(3_600), whole: .milliseconds(500))
    let (found, requests) = try await failure(of: reply, limits)
    #expect(found == .unreachable(host: "127.0.0.1", cause: "no complete answer within 0.5 s"))
    #expect(requests == 1)
  }

  /// How a call ends whose token request gets this reply, and how many requests that took.
  private func failure(of reply: Reply, _ limits: AnswerLimits) async throws -> (ElementsError.Reason?, Int) {
    try await ScriptedServer.run { _ in
      reply
    } use: { server in
      let found = try await failure(server.origin, limits)
      // Counted on the server's own thread, perhaps after the time is up.
      try await eventually { !server.requests.value.isEmpty }
      return (found, server.requests.value.count)
    }
  }

  private func failure(
    _ origin: String, _ limits: AnswerLimits, _ time: SkippingTime = SkippingTime()
  ) async throws -> ElementsError.Reason? {
    try await withClient(of: .testing(origin, answers: limits), time: time.source) { client in
      await reason { () throws(ElementsError) in try await client.customers(firstPage, .onScreen) }
    }
  }
}
