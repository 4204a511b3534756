import Elements
import Foundation
import Testing

@Suite struct FilterOptionTests {
  /// Ten days of a sign-in a minute, newest first, the oldest on 2026-01-01.
  private static func tenDays(_ request: ScriptedAPI.Request) -> ScriptedAPI.Reply {
    .rows(14_400, request)
  }

  @Test func `A query that can't be read is shown with the place`() async throws {
    try await withAPI(Self.tenDays) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--filter", "周 usr:bob country:NG"])
      #expect(finished.status == 64 && finished.output == "")
      let lines = finished.errors.split(separator: "\n")
      #expect(lines.first?.hasPrefix("risktop: --filter can't be read: unknown field 'usr' (user?); ") == true)
      #expect(lines.dropFirst().first == "risktop:   周 usr:bob country:NG")
      #expect(lines.last?.firstMatch(of: /^risktop:      \^+$/) != nil, "the wide letter takes two cells")
      #expect(api.requests.isEmpty)
    }
  }

  @Test func `A query in another language is told what to write`() async throws {
    try await withAPI(Self.tenDays) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--filter", "country!=NG"])
      #expect(finished.status == 64)
      #expect(finished.errors.hasPrefix("risktop: --filter can't be read: write -country:NG\n"))
    }
  }

  @Test func `Alternatives, parentheses and not`() async throws {
    try await withAPI({ .list([row(2, name: "Zoë"), row(1), row(0, name: "Eve")], $0) }) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--filter", "not (user:eve or user:zoe)"])
      #expect(finished.ids == [guid(1)])
    }
  }

  @Test func `A query may begin with a minus`() async throws {
    try await withAPI({ .list([row(1), row(0, name: "Eve")], $0) }) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--filter", "-user:eve"])
      #expect(finished.ids == [guid(1)])
    }
  }

  @Test func `Since ends the reading and says on what assumption`() async throws {
    try await withAPI(Self.tenDays) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--filter", "since:2026-01-10T22:00"])
      #expect(finished.ids.count == 120 && finished.status == 0)
      #expect(finished.errors.contains("of 14,400 sign-ins; older pages skipped: the list looks newest first"))
      #expect(api.pages.count <= 3)
    }
  }

  @Test func `A time alone needs no filter, and goes with one`() async throws {
    try await withAPI(Self.tenDays) { api in
      let since = try await api.run(["signins"] + byIDs + ["--since", "2026-01-10T22:00"])
      #expect(since.ids.count == 120 && since.status == 0 && api.pages.count <= 3)
      let both = try await api.run(
        ["signins"] + byIDs + ["--since", "2026-01-10", "--filter", "until:2026-01-10T01:00 or user:nobody"])
      #expect(both.ids.count == 60 && both.status == 0)
    }
  }

  @Test(arguments: ["yesterday", " ", "24h,7d", "24h user:bob", "\"", "-1"])
  func `A time that can't be read is refused`(time: String) async throws {
    try await withAPI(Self.tenDays) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--since=\(time)"])
      #expect(finished.status == 64 && finished.output == "" && api.requests.isEmpty)
      #expect(finished.errors.hasPrefix("risktop: --since can't be read: "))
    }
  }

  @Test func `Exhaustive reads on`() async throws {
    try await withAPI(Self.tenDays) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--exhaustive", "--filter", "since:2026-01-10T22:00"])
      #expect(finished.ids.count == 120 && finished.errors == "")
      #expect(Set(api.pages) == Set(1...144))
    }
  }

  @Test func `A list that did not come newest first is read to its end`() async throws {
    var rows = rows(600)
    rows.swapAt(3, 4)
    try await withAPI({ [rows] in .list(rows, $0) }) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--filter", "since:2026-01-01T09:00"])
      #expect(finished.ids.count == 60 && finished.errors == "")
      #expect(Set(api.pages) == Set(1...6))
    }
  }

  @Test func `Risky ones are asked of the server`() async throws {
    try await withAPI({ .list([row(1, isRisk: true)], $0) }) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--risky"])
      #expect(finished.ids == [guid(1)] && api.requests.map { $0.query["risky"] } == ["true"])
    }
  }
}
