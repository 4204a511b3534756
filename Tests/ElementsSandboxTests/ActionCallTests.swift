import Elements
import ElementsSandbox
import Testing

struct ActionCallTests {
  private struct Counts: Decodable, Equatable {
    let riskyActionCount: Int?
    let normalActionCount: Int?
  }

  @Test func `Both counts come, or the one that was asked for and not the other`() async throws {
    let expected = try tenant().actionCounts
    try await withSandbox { client in
      let client = try await client.authorized()
      let both = try await client.get(path("actions")).decoded(as: Counts.self)
      #expect(both == Counts(riskyActionCount: expected.risky, normalActionCount: expected.normal))
      let normal = try await client.get(path("actions?types=0")).decoded(as: Counts.self)
      #expect(normal == Counts(riskyActionCount: nil, normalActionCount: expected.normal))
      let risky = try await client.get(path("actions?types=1")).decoded(as: Counts.self)
      #expect(risky == Counts(riskyActionCount: expected.risky, normalActionCount: nil))
    }
  }

  @Test func `A tenant without sign-ins has no actions`() throws {
    #expect(try tenant(.onWednesday(signIns: 0)).actionCounts == ActionCounts(risky: 0, normal: 0))
  }
}
