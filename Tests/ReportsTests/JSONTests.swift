import Elements
import Foundation
import Reports
import Testing

@Suite struct JSONTests {
  @Test func `A sign-in has the API's names in order, then its customer and tenant`() {
    let record = SignInRecord(.sample(location: Location(latitude: 6.5244, longitude: -3)), in: .contoso)
    #expect(
      report([record], .ndjson) == """
        {"id":"s1","loginTime":"2026-03-04T13:19:58.25Z","userId":"u1","userDisplayName":"Bob Mark",\
        "userPrincipalName":"bob@contoso.example","ip":"203.0.113.7","lat":6.5244,"lon":-3.0,"country":"NG","city":"Lagos",\
        "isRisk":true,"customerId":"c1","customer":"Contoso Ltd","tenantId":"t1","tenant":"contoso.example"}

        """)
  }

  @Test func `What is missing is null`() {
    let bare = SignIn(
      id: "s1", loginTime: nil, userID: nil, userDisplayName: nil, userPrincipalName: nil, ip: nil, location: nil,
      country: nil, city: nil, isRisk: nil)
    #expect(
      report([SignInRecord(bare, in: .unnamed)], .ndjson) == """
        {"id":"s1","loginTime":null,"userId":null,"userDisplayName":null,"userPrincipalName":null,"ip":null,"lat":null,\
        "lon":null,"country":null,"city":null,"isRisk":null,"customerId":"c1","customer":null,"tenantId":"t1","tenant":null}

        """)
  }

  @Test func `Counts and customers have their own fields`() {
    let counts = ActionsRecord(ActionCounts(risky: 10, normal: nil), in: .contoso)
    #expect(
      report([counts], .ndjson) == """
        {"customerId":"c1","customer":"Contoso Ltd","tenantId":"t1","tenant":"contoso.example","riskyActionCount":10,\
        "normalActionCount":null}

        """)
    let customer = Customer(
      id: "c1", organization: "Contoso Ltd", jobStatus: JobStatus(rawValue: 5), countryOrRegion: "Netherlands",
      tenants: [])
    #expect(
      report(TenantRecord.records(of: customer), .ndjson) == """
        {"customerId":"c1","customer":"Contoso Ltd","tenantId":null,"tenant":null,"countryOrRegion":"Netherlands",\
        "jobStatus":5,"managementMode":null}

        """)
  }

  @Test(arguments: [
    ("\u{1B}]52;c;Zm9v\u{7}", #""\u001b]52;c;Zm9v\u0007""#), ("a\"b\\c", #""a\"b\\c""#),
    ("\n\r\t\u{0}", #""\u000a\u000d\u0009\u0000""#), ("\u{7F}\u{9B}31m", #""\u007f\u009b31m""#),
    ("\u{202E}exe\u{2066}\u{200F}\u{61C}", #""\u202eexe\u2066\u200f\u061c""#), ("\u{2028}", #""\u2028""#),
    ("Zoë 周 👩‍👩‍👧 é", #""Zoë 周 👩‍👩‍👧 é""#), ("", #""""#),
  ])
  func `A text is inert and nothing of it is lost`(text: String, written: String) throws {
    let line = report([Note(text: text)], .ndjson)
    #expect(line == "{\"text\":\(written)}\n")
    let read = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
    #expect(read["text"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test func `An array is whole however it was written`() throws {
    let notes = (0..<5).map { Note(text: "\($0)") }
    var writer = ReportWriter<Note>(.json, columns: [])
    let parts = [notes[..<2], [], notes[2..<3], notes[3...]].map { writer.bytes(for: Array($0)) }
    let text = String(decoding: parts.joined() + writer.ending(), as: UTF8.self)
    #expect(text == "[\n" + (0..<5).map { "{\"text\":\"\($0)\"}" }.joined(separator: ",\n") + "\n]\n")
    #expect(report([Note](), .json) == "[]\n")
    #expect(report([Note](), .ndjson) == "")
  }
}
