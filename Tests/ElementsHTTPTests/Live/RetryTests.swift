import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct RetryTests {
  private let time = SkippingTime()

  @Test(arguments: [408, 500, 502, 503, 504])
  func aServerInTroubleIsAskedAgain(status: Int) async throws {
    let (found, calls) = try await outcome(of: [.json("", status: status), .hangUp, .json(someCounts)])
    #expect(found == nil)
    #expect(calls == 3)
    #expect(time.sleeps == [.milliseconds(375), .milliseconds(750)])
  }

  @Test func theThirdFailureIsTheAnswer() async throws {
    let trouble = Reply.json(#"{"message":"down"}"#, status: 503, headers: [("request-id", "r-3")])
    let (found, calls) = try await outcome(of: [trouble])
    #expect(found == .refused(.init(status: 503, message: "down", requestID: "r-3")))
    #expect(calls == 3)
  }

  @Test(arguments: [400, 403, 404, 409, 501])
  func whatWillNotChangeIsNotAskedAgain(status: Int) async throws {
    let (found, calls) = try await outcome(of: [.json("<html>", status: status)])
    #expect(found == .refused(.init(status: status, message: nil, requestID: nil)))
    #expect(calls == 1)
  }

  @Test func aConnectionThatBreaksEveryTimeIsUnreachable() async throws {
    let (found, calls) = try await outcome(of: [.hangUp])
    #expect(found == .unreachable(host: "127.0.0.1", cause: "the server closed the connection"))
    #expect(calls == 3)
  }

  @Test func a429CostsNoTryAndIsWaitedForAsLongAsItSays() async throws {
    let busy = Reply.json("", status: 429, headers: [("Retry-After", "7")])
    let (found, calls) = try await outcome(of: [busy, busy, busy, busy, busy, .json(someCounts)])
    #expect(found == nil)
    #expect(calls == 6)
    #expect(time.source.now() == .seconds(35))
  }

  @Test(
    arguments: [
      // The first that comes a minute or more after the first pause.
      (25, 5, 100), (30, 4, 90), (90, 3, 180), (120, 3, 240),
      // Or after the first 429, where its pause is longer than anybody waits.
      (121, 2, 120), (3_600, 2, 120),
    ])
  func `When every answer is a 429 the call ends at the stated time`(asked: Int, calls: Int, end: Int) async throws {
    let busy = Reply.json(#"{"message":"slow down"}"#, status: 429, headers: [("Retry-After", String(asked))])
    let (found, sent) = try await outcome(of: [busy])
    #expect(found == throttled(message: "slow down", tried: .seconds(end), asked: .seconds(asked)))
    #expect(sent == calls)
  }

  @Test(arguments: [61, 90, 120])
  func `A pause beyond the deadline is waited for where the server names it`(seconds: Int) async throws {
    let busy = Reply.json("", status: 429, headers: [("Retry-After", String(seconds))])
    let (found, calls) = try await outcome(of: [busy, busy, .json(someCounts)])
    #expect(found == nil)
    #expect(calls == 3)
    #expect(time.source.now() == .seconds(2 * seconds))
  }

  @Test func theDeadlineOf429sIsConfigurable() async throws {
    let busy = Reply.json("", status: 429, headers: [("Retry-After", "25")])
    let limits = GateLimits(throttleDeadline: .seconds(100))
    let (found, calls) = try await outcome(of: [busy], gate: limits)
    #expect(found == throttled(message: nil, tried: .seconds(125), asked: .seconds(25)))
    #expect(calls == 6)
  }

  @Test func aDateInRetryAfterIsWaitedFor() async throws {
    // The clock of `SkippingTime` stands at 08:49:37.
    let busy = Reply.json("", status: 429, headers: [("Retry-After", "Sun, 06 Nov 1994 08:49:47 GMT")])
    let (found, _) = try await outcome(of: [busy, .json(someCounts)])
    #expect(found == nil)
    #expect(time.source.now() == .seconds(10))
  }

  @Test func withoutRetryAfterA429IsWaitedForByChance() async throws {
    let (found, calls) = try await outcome(of: [.json("", status: 429), .json("", status: 429), .json(someCounts)])
    #expect(found == nil)
    #expect(calls == 3)
    #expect(time.source.now() == .milliseconds(750 + 1_500))
  }

  @Test(arguments: [("12", 12), ("3600", 30)])
  func aServerInTroubleIsGivenTheTimeThatItAsksForWithinReason(asked: String, seconds: Int) async throws {
    let trouble = Reply.json("", status: 503, headers: [("Retry-After", asked)])
    let (found, _) = try await outcome(of: [trouble, .json(someCounts)])
    #expect(found == nil)
    #expect(time.source.now() == .seconds(seconds))
  }

  @Test(arguments: [1, 2, 5])
  func theNumberOfTriesIsConfigurable(tries: Int) async throws {
    let (_, calls) = try await outcome(of: [.json("", status: 502)], gate: GateLimits(tries: tries))
    #expect(calls == tries)
  }

  private func throttled(message: String?, tried: Duration, asked: Duration?) -> ElementsError.Reason {
    .throttled(.init(status: 429, message: message, requestID: nil), .init(tried: tried, asked: asked))
  }

  /// How a call ends that gets these replies in order, the last of them again and again; and how often it was sent.
  private func outcome(
    of replies: [Reply], gate: GateLimits = GateLimits()
  ) async throws -> (ElementsError.Reason?, Int) {
    let next = Shared(0)
    return try await ScriptedServer.run { request in
      if request.path == "/connect/token" { return .token() }
      return replies[
        min(
          next.change {
            $0 += 1; return $0 - 1
          }, replies.count - 1)]
    } use: { server in
      let found = try await server.withClient(time: time.source, gate: gate) { client in
        await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
      }
      return (found, server.count("/actions"))
    }
  }
}
