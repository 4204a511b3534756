import Elements
import ElementsSandbox
import Foundation
import Testing

struct RowFaultTests {
  /// The first 100 rows of the first tenant, as anything that JSON can hold.
  private func rows(_ faults: Faults, _ dialect: Dialect = .iso) async throws -> [Any] {
    try #require(try await page(faults, dialect)["data"] as? [Any])
  }

  private func page(_ faults: Faults, _ dialect: Dialect = .iso) async throws -> [String: Any] {
    var configuration = SandboxConfiguration.onWednesday(faults: faults)
    configuration.dialect = dialect
    let text = try await withSandbox(configuration) { [configuration] client in
      try await client.authorized().get(path("signins?pageSize=100", configuration)).text
    }
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: Dialect.allCases)
  func `Dirty rows differ from what is described, but keep id and time`(dialect: Dialect) async throws {
    let clean = try await rows(.none, dialect).compactMap { $0 as? [String: Any] }
    let dirty = try await rows(Faults([.dirty: 1]), dialect).compactMap { $0 as? [String: Any] }
    #expect(clean.count == 100 && dirty.count == 100)
    var differing = 0
    for (clean, dirty) in zip(clean, dirty) {
      #expect(dirty.text("id") == clean.text("id"))
      #expect(dirty.time == clean.time && clean.time != nil)
      if !NSDictionary(dictionary: clean).isEqual(to: dirty) { differing += 1 }
    }
    // Some have no place anyway, so that a place of 0/0 or none is no change.
    #expect(differing > 85)
  }

  @Test func `Every kind of dirt comes`() async throws {
    let rows = try await rows(Faults([.dirty: 1])).compactMap { $0 as? [String: Any] }
    let signs: [(String, ([String: Any]) -> Bool)] = [
      ("NaN", { $0["lat"] as? String == "NaN" }),
      ("a text", { ($0["lon"] as? String).flatMap(Double.init)?.isFinite == true }),
      ("out of range", { $0["lat"] as? Double == 123.4 }), ("no field", { $0["city"] == nil }),
      ("key", { $0["LoginTime"] != nil }), ("unknown", { $0["$type"] != nil }),
      ("zone", { ($0["loginTime"] as? String)?.hasSuffix("Z") == false }), ("flag", { $0["isRisk"] is String }),
      ("null", { $0["userId"] is NSNull }), ("empty", { $0["city"] as? String == "" }),
    ]
    for (name, holds) in signs { #expect(rows.contains(where: holds), "\(name)") }
  }

  @Test func `A dirty envelope counts in texts, under another name`() async throws {
    let page = try await page(Faults([.dirty: 1]))
    #expect(page["metaData"] as? [String: String] == ["pageIndex": "1", "pageSize": "100", "totalCount": "1000"])
    #expect(page["metadata"] == nil)
  }

  @Test func `Dirty counts of actions are texts`() async throws {
    let answer = try await withSandbox(.onWednesday(faults: Faults([.dirty: 1]))) { client in
      try await client.authorized().get(path("actions"))
    }
    let counts = try tenant().actionCounts
    #expect(
      try answer.decoded(as: [String: String].self) == [
        "riskyActionCount": "\(counts.risky ?? -1)", "normalActionCount": "\(counts.normal ?? -1)",
      ])
  }

  @Test func `An unreadable row is none, or lacks an id or a time`() async throws {
    let rows = try await rows(Faults([.unreadable: 1]))
    #expect(rows.count == 100)
    for row in rows {
      guard let row = row as? [String: Any] else { continue }
      #expect(row["id"] as? String == nil || row.time == nil)
    }
    #expect(rows.contains { $0 is NSNull } && rows.contains { $0 is Int })
    #expect(rows.contains { ($0 as? [String: Any])?["loginTime"] as? String == "yesterday" })
  }

  @Test func `A row is as odd on every page, and known to be so`() async throws {
    let faults = Faults([.unreadable: 0.3, .repeated: 1])
    let configuration = SandboxConfiguration.onWednesday(faults: faults)
    let expected = try tenant(configuration).signIns(.all, at: 99..<200, of: 1_000).map(\.signIn.id)
    let text = try await withSandbox(configuration) { client in
      try await client.authorized().get(path("signins?pageSize=100&pageIndex=2", configuration)).text
    }
    let page = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let rows = try #require(page["data"] as? [Any])
    let readable = rows.compactMap { $0 as? [String: Any] }.filter { $0.time != nil }.compactMap { $0.text("id") }
    #expect(readable == expected.filter { !configuration.strikes(.unreadable, rowID: $0) })
  }
}

extension [String: Any] {
  /// The value of a key whatever its case.
  fileprivate func any(_ name: String) -> Any? { first { $0.key.lowercased() == name.lowercased() }?.value }

  fileprivate func text(_ name: String) -> String? { any(name) as? String }

  fileprivate var time: Timestamp? {
    switch any("loginTime") {
    case let text as String: Int64(text).map { Timestamp(ticks: $0) } ?? Timestamp(iso8601: text)
    case let number as NSNumber where !(any("loginTime") is Bool): Timestamp(ticks: number.int64Value)
    default: nil
    }
  }
}
