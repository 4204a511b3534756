import Elements
import Reports
import Testing

@Suite struct CSVTests {
  @Test func `A report has a header, and lines that end with CRLF`() {
    let record = SignInRecord(.sample(location: Location(latitude: -33.8688, longitude: 151.2093)), in: .contoso)
    let lines = report([record], .csv).components(endingWith: "\r\n")
    #expect(
      lines == [
        "id,loginTime,userId,userDisplayName,userPrincipalName,ip,lat,lon,country,city,isRisk,customerId,customer,tenantId,tenant",
        "s1,2026-03-04T13:19:58.25Z,u1,Bob Mark,bob@contoso.example,203.0.113.7,-33.8688,151.2093,NG,Lagos,true,c1,Contoso Ltd,t1,contoso.example",
      ])
    #expect(report([Note](), .csv) == "text\r\n")
  }

  @Test func `What is missing is empty`() {
    let record = SignInRecord(.sample(time: nil, name: nil, isRisk: nil), in: .unnamed)
    #expect(report([record], .csv).components(endingWith: "\r\n").last?.hasPrefix("s1,,u1,,bob@") == true)
  }

  @Test(arguments: [
    ("=1+2", "'=1+2"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\u{FFFD}=1"),
    ("\r=1", "'\u{FFFD}=1"), ("\n=1", "'\u{FFFD}=1"), ("\u{FF1D}1+2", "'\u{FF1D}1+2"), ("\u{FF20}a", "'\u{FF20}a"),
    ("=\u{301}1", "'=\u{301}1"), ("a=1", "a=1"), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("line\r\nbreak", "line\u{FFFD}break"),
    ("x;=1+1", "x;'=1+1"), ("x|@a|-1", "x|'@a|'-1"), ("a\t=1", "a\u{FFFD}'=1"), ("a\n+1", "a\u{FFFD}'+1"),
    ("x;\"=1", "\"x;\"\"'=1\""), ("x;;\u{FF1D}1", "x;;'\u{FF1D}1"), ("a;b|c", "a;b|c"), ("a; =1", "a; =1"),
    ("a;=1,2", "\"a;'=1,2\""), ("\u{1B}[31m\u{202E}red", "\u{FFFD}[31m\u{FFFD}red"),
  ])
  func `A text is inert in a terminal and in a spreadsheet`(text: String, field: String) {
    #expect(report([Note(text: text)], .csv) == "text\r\n\(field)\r\n")
  }

  @Test func `Raw leaves formulas, and nothing else, as they are`() {
    #expect(
      report([Note(text: "=1+2;=3"), Note(text: "\u{1B}[m")], .csv, isRaw: true)
        == "text\r\n=1+2;=3\r\n\u{FFFD}[m\r\n")
  }
}

extension String {
  /// The parts between the ends, none of which may be missing.
  fileprivate func components(endingWith end: String) -> [String] {
    #expect(hasSuffix(end))
    return split(separator: end).map(String.init)
  }
}
