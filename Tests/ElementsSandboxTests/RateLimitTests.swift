import ElementsSandbox
import Testing

struct RateLimitTests {
  @Test func `Beyond the limit a call is told in how many seconds it would be let through`() async throws {
    let clock = ManualClock()
    try await withSandbox(limited("3/5"), clock: clock) { client in
      let client = try await client.authorized()
      var seen: [(Int, String?)] = []
      for step in [0.0, 1.5, 0, 0, 1, 2.5, 0] {
        clock.advance(by: .seconds(step))
        let answer = try await client.get(path("actions"))
        seen.append((answer.status, answer.headers.first(name: "Retry-After")))
      }
      // The first stretch ends five seconds after its first call.
      #expect(seen.map(\.0) == [200, 200, 200, 429, 429, 200, 200])
      #expect(seen.map(\.1) == [nil, nil, nil, "4", "3", nil, nil])
    }
  }

  @Test func `Tokens do not count`() async throws {
    try await withSandbox(limited("2/5")) { client in
      for _ in 0..<4 { _ = try await client.requestToken() }
      let client = try await client.authorized()
      #expect(try await client.get(path("actions")).status == 200)
      #expect(try await client.get(path("actions")).status == 200)
      #expect(try await client.requestToken().status == 200)
      #expect(try await client.get(path("actions")).status == 429)
    }
  }

  private func limited(_ limit: String) -> SandboxConfiguration {
    var configuration = SandboxConfiguration.onWednesday()
    configuration.rateLimit = RateLimit(limit)
    return configuration
  }
}
