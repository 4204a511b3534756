import Elements
import Foundation
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct CompressionTests {
  private static let gzip = "H4sIAAAAAAACA6tWKsoszq50TC7JzM9zzi/NK1GyMjTQUcrLL8pNzEERNjKoBQCIl7w6LgAAAA=="
  /// The same in three members, the second of which is empty.
  private static let members =
    "H4sIAAAAAAACA6tWKsoszq50TC7JzM9zzi/NK1GyAgDYyU4eFAAAAB+LCAAAAAAAAgMDAAAAAAAA"
    + "AAAAH4sIAAAAAAACAzM00FHKyy/KTcxxTC7JzM9zzi/NK1GyMjKoBQDQxLJkGgAAAA=="
  private static let deflate = "eJyrVirKLM6udEwuyczPc84vzStRsjI00FHKyy/KTcxBETYyqAUAi7MQbQ=="
  /// 10,000 spaces.
  private static let spaces = "H4sIAAAAAAACA+3BAQ0AAADCoCrvn9IcbkABAAAAAAAAAADAvwFU1gY3ECcAAA=="

  @Test(
    arguments: [
      (Self.gzip, "gzip"), (Self.gzip, "X-GZIP"), (Self.members, "gzip"), (Self.members, "x-gzip"),
      (Self.deflate, "deflate"), (Self.gzip, "identity, gzip"),
    ])
  func `A compressed answer is unpacked`(body: String, coding: String) async throws {
    try await run(try bytes(body), coding) { client in
      let counts = try await client.actionCounts(tenant, nil, .onScreen)
      #expect(counts == ActionCounts(risky: 10, normal: 20))
    }
  }

  @Test(arguments: ["gzip", "identity"])
  func `An answer without content is not unpacked`(coding: String) async throws {
    try await run([], coding, status: 204) { client in
      let counts = try await client.actionCounts(tenant, nil, .onScreen)
      #expect(counts == ActionCounts(risky: nil, normal: nil))
    }
  }

  @Test func `An answer that ends early or has something else behind it is damaged`() async throws {
    let whole = try bytes(Self.gzip)
    let damaged: [[UInt8]] = [
      Array(whole.dropLast()), Array(whole.prefix(1)), whole + [0], whole + whole.prefix(12), [1, 2, 3],
    ]
    for body in damaged {
      try await run(body, "gzip") { client in
        let found = await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
        #expect(found == .unreachable(host: "127.0.0.1", cause: "the answer could not be decompressed"))
      }
    }
  }

  @Test(arguments: [1, 20])
  func `What grows beyond the limit is not unpacked to its end`(members: Int) async throws {
    let body = Array(repeatElement(try bytes(Self.spaces), count: members).joined())
    try await run(body, "gzip", limit: 10_000 * members - 1) { client in
      let found = await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
      #expect(
        found
          == .unexpectedAnswer(
            expected: "an answer of ordinary size", at: "the body", found: "more than \(10_000 * members - 1) bytes",
            requestID: nil))
    }
  }

  private func bytes(_ base64: String) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: base64)))
  }

  private func run(
    _ body: [UInt8], _ coding: String, status: Int = 200, limit: Int = AnswerLimits().bytes,
    use: (ElementsClient) async throws -> Void
  ) async throws {
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : .answer(status, [("Content-Encoding", coding)], body)
    } use: { server in
      try await server.withClient(answers: .patient(bytes: limit), use)
      #expect(server.requests.value.last?.header("Accept-Encoding")?.contains("gzip") == true)
    }
  }
}
