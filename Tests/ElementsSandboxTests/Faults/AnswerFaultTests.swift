import ElementsSandbox
import Foundation
import NIOCore
import Testing

struct AnswerFaultTests {
  @Test(arguments: [
    (FaultKind.throttled, [429]), (.serverError, [500, 502, 503, 504]), (.badGateway, [502]),
  ])
  func `A fault spares the token and hits its share of the calls`(kind: FaultKind, statuses: [Int]) async throws {
    let answers = try await answers(60, Faults([kind: 0.5]))
    let failed = answers.filter { $0.status != 200 }
    #expect(Set(failed.map(\.status)).sorted() == statuses)
    #expect((15...45).contains(failed.count))
  }

  @Test func `A 429 says in how many seconds to come back`() async throws {
    let delays = try await answers(20, Faults([.throttled: 1])).map { $0.headers["Retry-After"] }
    #expect(Set(delays) == [["1"], ["2"], ["3"]])
  }

  @Test func `A 429 names the date at which to come back`() async throws {
    let answers = try await answers(20, Faults([.throttledUntilDate: 1]), unixSeconds: 784_111_775)
    let dates = Set(answers.flatMap { $0.headers["Retry-After"] })
    #expect(dates == Set((36...38).map { "Sun, 06 Nov 1994 08:49:\($0) GMT" }))
    #expect(answers.allSatisfy { $0.status == 429 })
  }

  @Test func `A bare 429 does not say when to come back`() async throws {
    let answers = try await answers(5, Faults([.throttledBare: 1]))
    #expect(answers.allSatisfy { $0.status == 429 && !$0.headers.contains(name: "Retry-After") })
  }

  @Test func `A server's trouble lasts for three calls`() async throws {
    let answers = try await answers(121, Faults([.serverError: 0.3]))
    let runs = answers.map { $0.status >= 500 }.split(separator: false).map(\.count)
    // Two troubles may follow each other; the calls are counted from 1, so that the first group is short.
    #expect(runs.count > 3 && runs.dropFirst().dropLast().allSatisfy { $0 % 3 == 0 })
  }

  @Test(arguments: [(FaultKind.html, 200), (.badGateway, 502)])
  func `An HTML page comes in place of the answer`(kind: FaultKind, status: Int) async throws {
    let answer = try #require(try await answers(1, Faults([kind: 1])).first)
    #expect(answer.status == status && answer.text.hasPrefix("<!DOCTYPE html>"))
    #expect(answer.headers["Content-Type"] == ["text/html; charset=utf-8"])
  }

  @Test func `A connection is reset without an answer`() async throws {
    let requests = RequestLog()
    try await withSandbox(.onWednesday(faults: Faults([.reset: 1])), onRequest: requests.add) { client in
      let client = try await client.authorized()
      let error = await #expect(throws: (any Error).self) { try await client.get(path("actions")) }
      #expect((error as? IOError)?.errnoCode == ECONNRESET, "\(String(describing: error))")
    }
    #expect(requests.calls.map(\.status) == [nil])
  }

  @Test func `The spread of the latency is wide and drawn`() async throws {
    var spreads: [[Duration]] = []
    for _ in 0..<2 {
      let requests = RequestLog()
      try await withSandbox(.onWednesday(faults: Faults([.latency: 0.5])), onRequest: requests.add) { client in
        let client = try await client.authorized()
        try await withThrowingTaskGroup { tasks in
          for _ in 0..<8 { tasks.addTask { _ = try await client.get(path("actions")) } }
          try await tasks.waitForAll()
        }
      }
      spreads.append(requests.calls.map(\.held).sorted())
    }
    #expect(spreads[0] == spreads[1])
    #expect(spreads[0].contains(.zero))
    #expect(spreads[0].allSatisfy { $0 == .zero || (.milliseconds(10)...Duration.seconds(3)).contains($0) })
  }

  private func answers(_ count: Int, _ faults: Faults, unixSeconds: Int64? = nil) async throws -> [Answer] {
    let now = unixSeconds.map { moment in { @Sendable in moment } }
    return try await withSandbox(.onWednesday(faults: faults), unixSeconds: now) { client in
      let client = try await client.authorized()
      var answers: [Answer] = []
      for _ in 0..<count { answers.append(try await client.get(path("actions"))) }
      return answers
    }
  }
}
