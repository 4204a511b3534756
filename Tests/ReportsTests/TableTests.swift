import Elements
import Reports
import SafeText
import Testing

@Suite struct TableTests {
  private static let signIn = SignInRecord(.sample(), in: .contoso)

  @Test func `Columns stand under their headings, and lines end where their text does`() {
    #expect(
      report([Self.signIn], .table, columns: SignInRecord.columns(hasTenant: false)) == """
        TIME (UTC)           RISK     USER                          ADDRESS                   PLACE                       PRINCIPAL NAME
        2026-03-04 13:19:58  risky    Bob Mark                      203.0.113.7               NG Lagos                    bob@contoso.example

        """)
  }

  @Test(arguments: 1...200)
  func `No line is wider than the terminal`(width: Int) {
    let long = SignInRecord(.sample(name: String(repeating: "周建国 \u{1B}[2J", count: 9)), in: .contoso)
    let text = report([long, Self.signIn], .table, columns: SignInRecord.columns(hasTenant: true), width: width)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { displayWidth(of: String($0), repertoire: .unicode) <= width })
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `Columns that find no room are left out from the last on`() {
    let text = report([Self.signIn], .table, columns: SignInRecord.columns(hasTenant: false), width: 61)
    #expect(text.split(separator: "\n").first == "TIME (UTC)           RISK     USER            ADDRESS")
  }

  @Test func `Without a terminal's width nothing is cut`() {
    let name = String(repeating: "long ", count: 20) + "end"
    let record = ActionsRecord(
      ActionCounts(risky: 1, normal: nil),
      in: RecordOrigin(tenant: RecordOrigin.contoso.tenant, customerName: name, tenantName: nil))
    let lines = report([record], .table, columns: ActionsRecord.columns).split(separator: "\n")
    #expect(lines.last.map { $0.hasPrefix(name) && $0.hasSuffix("       1         -") } == true)
    #expect(lines.last?.contains("  t1  ") == true, "an id stands in place of a name that is not known")
  }

  @Test func `Without a terminal's width the columns of short reports stand below one another`() {
    let names = ["Contoso Ltd", String(repeating: "long ", count: 20) + "end", "周建国"]
    let records = names.map { name in
      ActionsRecord(
        ActionCounts(risky: 1, normal: 20_000),
        in: RecordOrigin(tenant: RecordOrigin.contoso.tenant, customerName: name, tenantName: "t"))
    }
    var writer = ReportWriter(.table, columns: ReportColumns(ActionsRecord.columns))
    for record in records { writer.append([record]) }
    writer.end()
    let lines = String(decoding: writer.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4 && Set(lines.map { displayWidth(of: String($0), repertoire: .unicode) }).count == 1)
  }

  @Test func `Of a long table the first hundred rows do not wait for the others`() {
    let record = ActionsRecord(ActionCounts(risky: 1, normal: 2), in: .contoso)
    var writer = ReportWriter(.table, columns: ReportColumns(ActionsRecord.columns))
    writer.append(Array(repeating: record, count: 99))
    #expect(writer.bytes.isEmpty)
    writer.append([record])
    #expect(writer.bytes.count { $0 == UInt8(ascii: "\n") } == 101)
    writer.clear()
    writer.append([record])
    #expect(writer.bytes.count { $0 == UInt8(ascii: "\n") } == 1)
  }

  @Test func `A table without rows has its headings`() {
    #expect(report([ActionsRecord](), .table, columns: ActionsRecord.columns).hasPrefix("CUSTOMER"))
  }

  @Test func `Numbers of jobs and management are words, and unknown ones stay numbers`() {
    let known = Customer(
      id: "c1", organization: "A", jobStatus: .failed, managementMode: .partner, tenants: [Tenant(id: "t1", name: "T")])
    let unknown = Customer(
      id: "c2", organization: "B", jobStatus: JobStatus(rawValue: 77), managementMode: nil, tenants: [])
    let records = [
      TenantRecord(customer: known, tenant: known.tenants.first), TenantRecord(customer: unknown, tenant: nil),
    ]
    let text = report(records, .table, columns: TenantRecord.columns(hasCounts: false))
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(lines.dropFirst().map { $0.suffix(2) } == [["failed", "partner"], ["77", "-"]])
    #expect(lines.last?.prefix(3) == ["B", "(no", "tenant)"])
  }
}
