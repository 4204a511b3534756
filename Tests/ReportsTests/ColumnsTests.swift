import Reports
import Testing

@Suite struct ColumnsTests {
  private func report(_ format: ReportFormat, _ names: [String]) throws(UnknownColumn) -> String {
    let columns = try ReportColumns(named: names, of: SignInRecord.columns(hasTenant: false))
    var writer = ReportWriter(format, columns: columns)
    writer.append([SignInRecord(.sample(), in: .contoso), SignInRecord(.sample(id: "a,b", name: nil), in: .unnamed)])
    writer.end()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `CSV has the fields that were asked for, in that order`() throws {
    #expect(
      try report(.csv, ["ip", "id", "userDisplayName", "customer"])
        == "ip,id,userDisplayName,customer\r\n203.0.113.7,s1,Bob Mark,Contoso Ltd\r\n203.0.113.7,\"a,b\",,\r\n")
  }

  @Test func `JSON has them too, each once`() throws {
    #expect(
      try report(.ndjson, ["userDisplayName", "isRisk", "ISRISK"])
        == #"{"userDisplayName":"Bob Mark","isRisk":true}"# + "\n" + #"{"userDisplayName":null,"isRisk":true}"# + "\n")
    #expect(try report(.json, ["id"]) == "[\n{\"id\":\"s1\"},\n{\"id\":\"a,b\"}\n]\n")
  }

  @Test func `Columns of the table stand for their fields`() throws {
    #expect(
      try report(.csv, ["time", "place"]).hasPrefix("loginTime,country,city\r\n2026-03-04T13:19:58.25Z,NG,Lagos\r\n"))
  }

  @Test func `A table has columns and fields side by side`() throws {
    let lines = try report(.table, ["risk", "userId", "userDisplayName"]).split(separator: "\n")
    #expect(
      lines.map { $0.split(separator: "  ").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty } } == [
        ["RISK", "USERID", "USERDISPLAYNAME"], ["risky", "u1", "Bob Mark"], ["risky", "u1", "-"],
      ])
  }

  @Test(arguments: ["", "tme", "TIME (UTC)"])
  func `A name that there is not is refused with all that there are`(name: String) {
    #expect(throws: UnknownColumn.self) { try report(.csv, ["time", name]) }
  }
}
