import Elements
import Reports
import SafeText
import Testing

@Suite struct MarkdownTests {
  private func rows(_ names: [String]) -> [Substring] {
    let records = names.map { SignInRecord(.sample(name: $0), in: .contoso) }
    return report(records, .markdown, columns: SignInRecord.columns(hasTenant: false)).split(separator: "\n")
  }

  @Test func `Sign-ins are a table with the columns of the one for people`() {
    #expect(
      report(
        [SignInRecord(.sample(), in: .contoso)], .markdown, columns: SignInRecord.columns(hasTenant: false)) == """
          | TIME (UTC)          | RISK  | USER     | ADDRESS     | PLACE    | PRINCIPAL NAME      |
          | ------------------- | ----- | -------- | ----------- | -------- | ------------------- |
          | 2026-03-04 13:19:58 | risky | Bob Mark | 203.0.113.7 | NG Lagos | bob@contoso.example |

          """)
  }

  @Test func `Counts stand at the right end of their columns`() {
    let counts = ActionsRecord(ActionCounts(risky: 7, normal: nil), in: .contoso)
    #expect(
      report([counts], .markdown, columns: ActionsRecord.columns) == """
        | CUSTOMER    | TENANT          | RISKY | NORMAL |
        | ----------- | --------------- | ----: | -----: |
        | Contoso Ltd | contoso.example |     7 |      - |

        """)
    #expect(report([ActionsRecord](), .markdown, columns: ActionsRecord.columns).split(separator: "\n").count == 2)
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), ("[x](http://evil.example)", #"\[x\](http:\//evil.example)"#), ("![x](y)", #"!\[x\](y)"#),
    ("<script>", #"\<script\>"#), ("*b* _i_ ~~s~~", #"\*b\* \_i\_ \~\~s\~\~"#), ("`code`", #"\`code\`"#),
    ("# heading", "\\# heading"), (#"\|"#, #"\\\|"#), ("&lt;", #"\&lt;"#), ("$x$", #"\$x\$"#),
    ("www.evil.example", #"www\.evil.example"#), ("WWW.evil.example", #"WWW\.evil.example"#),
    ("https://evil.example", #"https:\//evil.example"#), ("a\n| b\r\u{2028}", "a\u{FFFD}\\| b\u{FFFD}"),
    ("\u{1B}[31m\u{202E}red", "\u{FFFD}\\[31m\u{FFFD}red"), ("203.0.113.7", "203.0.113.7"),
  ])
  func `A hostile text is shown as it is`(name: String, cell: String) {
    let rows = rows([name])
    #expect(rows.count == 3 && rows.last?.contains("| \(cell) ") == true, "\(rows.last ?? "")")
  }

  @Test func `Columns stand below one another whatever is in them`() {
    let rows = rows(["Bob", "周建国", "a|b|c", String(repeating: "long ", count: 20) + "end", "Zoë"])
    #expect(rows.count == 7 && Set(rows.map { displayWidth(of: String($0), repertoire: .unicode) }).count == 1)
  }

  @Test func `Of a long table the first hundred rows do not wait for the others`() {
    var writer = ReportWriter(.markdown, columns: ReportColumns(ActionsRecord.columns))
    let record = ActionsRecord(ActionCounts(risky: 1, normal: 2), in: .contoso)
    writer.append(Array(repeating: record, count: 100))
    #expect(writer.bytes.count { $0 == UInt8(ascii: "\n") } == 102)
    writer.clear()
    writer.append([record])
    writer.end()
    #expect(writer.bytes.count { $0 == UInt8(ascii: "\n") } == 1)
  }
}
