import Elements
import Testing

@testable import ElementsHTTP

/// Many calls at the same time whose server answers with 429.
@Suite(.timeLimit(.minutes(10))) struct ThrottledTogetherTests {
  @Test(arguments: [5, 90, 3_600])
  func `Calls that wait while every answer is a 429 fail together`(asked: Int) async throws {
    let (reasons, sent) = try await outcomes(calls: 60) { _ in
      .json("", status: 429, headers: [("Retry-After", String(asked))])
    }
    #expect(reasons.count == 60)
    #expect(reasons.allSatisfy { if case .throttled = $0 { true } else { false } })
    for case .throttled(_, let throttling)? in reasons { #expect(throttling.tried >= .seconds(60)) }
    // Every five seconds of a minute and the first pause two calls, after six at first.
    #expect(sent <= 6 + 14 * 2)
  }

  @Test(arguments: [90, 120])
  func `No call is lost to a server that says when to come back`(asked: Int) async throws {
    // One 429 alone: of several, each that came after the time was skipped would ask for as long again.
    let (reasons, _) = try await outcomes(calls: 60) { number in
      number == 1 ? .json("", status: 429, headers: [("Retry-After", String(asked))]) : .json(someCounts)
    }
    #expect(reasons.count == 60 && reasons.allSatisfy { $0 == nil })
  }

  /// How so many calls end whose answers are told by number, and how often any was sent.
  private func outcomes(
    calls: Int, reply: @escaping @Sendable (_ number: Int) -> Reply
  ) async throws -> ([ElementsError.Reason?], sent: Int) {
    let sent = Shared(0)
    return try await ScriptedServer.run { request in
      if request.path == "/connect/token" { return .token() }
      return reply(
        sent.change {
          $0 += 1; return $0
        })
    } use: { server in
      let reasons = try await server.withClient { client in
        await withTaskGroup { tasks in
          for id in 0..<calls {
            let tenant = TenantReference(customerID: "customer", tenantID: String(id))
            tasks.addTask {
              await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .overview) }
            }
          }
          return await tasks.reduce(into: []) { $0.append($1) }
        }
      }
      return (reasons, sent.value)
    }
  }
}
