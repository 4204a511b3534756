import Elements
import Foundation
import SignInAnalysis
import Testing

@testable import Reports

/// Sign-ins written with their signals.
@Suite struct SignalsTests {
  private static let hostile = "NL \u{1B}]52;c;Zm9v\u{7}\"},{ → NG"

  private func record(_ signIn: SignIn = .sample(location: Location(latitude: 6.5, longitude: 3.4)))
    -> JudgedSignInRecord
  {
    JudgedSignInRecord(
      SignInRecord(signIn, in: .contoso),
      signals: [
        ReportedSignal(name: "travel", severity: .high, quiet: nil, evidence: Self.hostile),
        ReportedSignal(name: "two-countries", severity: .low, quiet: "both cities are usual", evidence: "b"),
      ])
  }

  private func objects(_ records: [JudgedSignInRecord], _ format: ReportFormat) throws -> [[String: Any]] {
    try report(records, format).split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func `Signals are a list of objects, and quiet is null or the reason`() throws {
    let text = report([record()], .ndjson)
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
    let signals = try #require(try objects([record()], .ndjson).first?["signals"] as? [[String: Any]])
    #expect(signals.map { $0["name"] as? String } == ["travel", "two-countries"])
    #expect(signals.map { $0["severity"] as? String } == ["high", "low"])
    #expect(signals[0]["quiet"] is NSNull && signals[1]["quiet"] as? String == "both cities are usual")
    #expect(signals[0]["evidence"] as? String == Self.hostile)
    let bare = JudgedSignInRecord(SignInRecord(.sample(), in: .contoso), signals: [])
    #expect(report([bare], .ndjson).hasSuffix(#","signals":[]}"# + "\n"))
    #expect(report([bare], .csv).hasSuffix(",\r\n"))
  }

  @Test(arguments: [("ecs-9.4.0", ReportFormat.ecs), ("ocsf-1.8.0-finding", .ocsf)])
  func `A signal that counts is an event of its own, which keeps to its schema`(list: String, format: ReportFormat)
    throws
  {
    let events = try objects(record().events, format)
    #expect(events.count == 2)
    #expect(try SchemaList(list).violations(in: try #require(events.last)) == [])
  }

  @Test func `A finding says which rule, why, and how much it asks for attention`() throws {
    let ecs = try #require(try objects(record().events, .ecs).last)
    #expect((ecs["event"] as? [String: Any])?["kind"] as? String == "alert")
    #expect((ecs["event"] as? [String: Any])?["reason"] as? String == Self.hostile)
    #expect((ecs["rule"] as? [String: Any])?["name"] as? String == "travel")
    let ocsf = try #require(try objects(record().events, .ocsf).last)
    #expect(ocsf["severity_id"] as? Int == 4 && ocsf["class_uid"] as? Int == 2004)
    #expect((ocsf["finding_info"] as? [String: Any])?["uid"] as? String == "travel:s1")
  }

  @Test func `A table has the worst signal beside the row`() {
    let text = report([record()], .table, columns: JudgedSignInRecord.columns(hasTenant: false))
    #expect(text.contains("SIGNAL") && text.contains("high travel: NL "))
  }
}
