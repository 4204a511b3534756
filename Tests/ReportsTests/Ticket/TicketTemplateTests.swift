import Elements
import SignInAnalysis
import Testing

@testable import Reports

@Suite struct TicketTemplateTests {
  private func filled(_ template: String, _ facts: TicketFacts = .sample(.sample())) throws -> String {
    TicketText(.text, template: try TicketTemplate(parsing: template)).text(of: facts)
  }

  private func problem(_ template: String) -> TicketTemplateError? {
    do throws(TicketTemplateError) {
      _ = try TicketTemplate(parsing: template)
      return nil
    } catch {
      return error
    }
  }

  @Test func `Fields are put in, and doubled braces are braces`() throws {
    #expect(
      try filled("{{{user}}} of {customer}: {risk}")
        == "{bob@contoso.example} of Contoso Ltd: risky (flagged by your workflows)\n")
  }

  @Test func `Blocks repeat lines for each sign-in, tenant, user and address`() throws {
    let facts = TicketFacts.sample(
      .sample(), .sample(id: "s2", user: "eve@contoso.example"),
      .sample(id: "s3", of: "quayside", ip: "198.51.100.1"))
    #expect(
      try filled("{each_tenant}\n{tenant}:\n  {each}\n- {sign_in_id}\n  {end}\n{end}", facts)
        == "contoso.example:\n- s1\n- s2\nquayside.example:\n- s3\n")
    #expect(
      try filled("{each_user}\n{user} {count}\n{end}\n{each_address}\n{address} {count}\n{end}", facts)
        == "bob@contoso.example 2\neve@contoso.example 1\n203.0.113.7 2\n198.51.100.1 1\n")
    #expect(
      try filled("{one}\none\n{end}\n{several}\n{count} of {customer}\n{end}", facts)
        == "3 of Contoso Ltd, Quayside Ltd\n")
  }

  @Test func `Windows' line ends and an empty template are fine`() throws {
    #expect(try filled("{each}\r\n{user}\r\n{end}\r\n") == "bob@contoso.example\n")
    #expect(try filled("") == "")
  }

  @Test func `What is wrong is told with line and column`() {
    let cases: [(String, Int, Int, TicketTemplateError.Reason)] = [
      ("a\n  {usr}", 2, 3, .unknownField("usr")), ("{user} {name", 1, 8, .unclosedBrace), ("a } b", 1, 3, .strayBrace),
      ("{user} {each}", 1, 8, .blockNotAlone("each")), ("x\n {each}\n{user}", 2, 2, .unclosedBlock("each")),
      ("{user}\n{end}", 2, 1, .endWithoutBlock), ("ë{}", 1, 2, .unknownField("")),
    ]
    for (text, line, column, reason) in cases {
      #expect(problem(text) == TicketTemplateError(line: line, column: column, reason: reason), "\(text)")
    }
    #expect(problem("{adress}")?.sentence == "line 1, column 1: there is no field {adress}; there are {address}")
  }

  @Test func `A control character of the template does not reach the text`() throws {
    #expect(try filled("a\u{1B}[2J\tb\u{7}") == "a[2J\tb\n")
  }
}
