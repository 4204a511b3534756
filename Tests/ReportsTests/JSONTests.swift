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
      report([TenantRecord(customer: customer, tenant: nil)], .ndjson, without: TenantRecord.countNames) == """
        {"customerId":"c1","customer":"Contoso Ltd","tenantId":null,"tenant":null,"countryOrRegion":"Netherlands",\
        "jobStatus":5,"managementMode":null}

        """)
    let counted = TenantRecord(customer: customer, tenant: nil, counts: ActionCounts(risky: 3, normal: nil))
    #expect(
      report([counted], .ndjson).hasSuffix(
        #""managementMode":null,"riskyActionCount":3,"normalActionCount":null}"# + "\n"))
  }

  @Test(arguments: [
    ("\u{1B}]52;c;Zm9v\u{7}", #""\u001b]52;c;Zm9v\u0007""#), ("a\"b\\c", #""a\"b\\c""#),
    ("\n\r\t\u{0}", #""\u000a\u000d\u0009\u0000""#), ("\u{7F}\u{9B}31m", #""\u007f\u009b31m""#),
    ("\u{202E}exe\u{2066}\u{200F}\u{61C}", #""\u202eexe\u2066\u200f\u061c""#), ("\u{2028}", #""\u2028""#),
    ("Zoë 周 👩‍👩‍👧 é", #""Zoë 周 👩‍👩‍👧 é""#), ("", #""""#),
    ("ad\u{200B}min\u{AD}\u{2060}\u{FEFF}", #""ad\u200bmin\u00ad\u2060\ufeff""#),
    ("\u{E0001}\u{E0041}\u{1D173}", #""\udb40\udc01\udb40\udc41\ud834\udd73""#),
    ("a\u{200D}b\u{FE0F}\u{3164}", #""a\u200db\ufe0f\u3164""#), ("❤\u{FE0F}\u{200D}🔥 1", #""❤️‍🔥 1""#),
    ("👩\u{200D}", #""👩\u200d""#),
  ])
  func `A text is inert and nothing of it is lost`(text: String, written: String) throws {
    let line = report([Note(text: text)], .ndjson)
    #expect(line == "{\"text\":\(written)}\n")
    let read = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
    #expect(read["text"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test func `Whatever can't be seen is escaped`() {
    let shapes: Set<UInt32> = [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x1_10BD, 0x1_10CD]
    for value in (0x7F as UInt32)...0xE_0FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      // Signs that stand over or around numbers are of this category, too.
      let isFormat = properties.generalCategory == .format && !(0x600...0x605 ~= value) && !shapes.contains(value)
      guard isFormat || properties.isDefaultIgnorableCodePoint || properties.isBidiControl else { continue }
      let line = report([Note(text: String(scalar))], .ndjson)
      #expect(line.utf8.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x0A }, "U+\(String(value, radix: 16))")
    }
  }

  @Test func `An array is whole however it was written`() throws {
    let notes = (0..<5).map { Note(text: "\($0)") }
    var writer = ReportWriter<Note>(.json, columns: ReportColumns([]))
    for part in [notes[..<2], [], notes[2..<3], notes[3...]] { writer.append(Array(part)) }
    writer.end()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == "[\n"
        + (0..<5).map { "{\"text\":\"\($0)\"}" }.joined(separator: ",\n") + "\n]\n")
    #expect(report([Note](), .json) == "[]\n")
    #expect(report([Note](), .ndjson) == "")
  }
}
