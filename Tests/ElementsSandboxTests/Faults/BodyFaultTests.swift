import ElementsSandbox
import Foundation
import Testing

struct BodyFaultTests {
  private func signIns(_ faults: Faults) async throws -> Answer {
    try await withSandbox(.onWednesday(faults: faults)) { client in
      try await client.authorized().get(path("signins"))
    }
  }

  @Test func `A short body is an answer whose JSON ends early`() async throws {
    let whole = try await signIns(.none)
    let short = try await signIns(Faults([.short: 1]))
    #expect(short.status == 200 && short.headers["Content-Length"] == [String(short.text.utf8.count)])
    #expect(short.text.utf8.count == whole.text.utf8.count / 2)
    #expect(throws: (any Error).self) { try short.decoded(as: PageBody<SignInRow>.self) }
  }

  @Test func `A body that is cut off is announced whole and never ends`() async throws {
    let requests = RequestLog()
    try await withSandbox(.onWednesday(faults: Faults([.cut: 1])), onRequest: requests.add) { client in
      let client = try await client.authorized()
      for _ in 0..<2 {
        await #expect(throws: (any Error).self) { try await client.get(path("signins")) }
      }
    }
    #expect(requests.calls.map(\.status) == [200, 200])
    #expect(requests.calls.map(\.inFlight) == [1, 1])
  }

  @Test func `A dripping body takes its time and is whole`() async throws {
    let start = ContinuousClock.now
    let answer = try await signIns(Faults([.drip: 1]))
    #expect(ContinuousClock.now - start >= .milliseconds(60))
    #expect(answer.text == (try await signIns(.none)).text)
  }

  @Test func `A byte order mark stands before the JSON`() async throws {
    let marked = try await signIns(Faults([.bom: 1]))
    #expect(Array(marked.text.utf8) == [0xEF, 0xBB, 0xBF] + Array(try await signIns(.none).text.utf8))
  }
}
