import Elements
import SignInAnalysis
import Testing

@testable import Reports

@Suite struct TicketTextTests {
  @Test func `A ticket of one sign-in says who, when in both zones, from where, and what is not known`() {
    let text = TicketText().text(of: .sample(.sample()))
    #expect(
      text.hasPrefix(
        """
        Risky sign-in

        Customer   Contoso Ltd
        Tenant     contoso.example
        User       bob@contoso.example
        Name       Bob Mark
        Time       2026-03-04 13:19:58 UTC
                   2026-03-04 14:19:58 CET
        Address    203.0.113.7
        Listed in  Nigeria (NG), Lagos
        Risk       risky (flagged by your workflows)

        """))
    #expect(!text.contains("Evidence") && !text.contains("Stay"), "a line without anything to say is left out")
    #expect(text.contains("412 sign-ins of 3 of 4 tenants were read, the earliest of 2026-03-04 13:50:00 UTC"))
    #expect(text.contains("100 of 3000 read, without a gap back to 2026-03-04 13:50:00 UTC"))
    #expect(text.contains("whether the sign-in succeeded: it may be a failed try"))
    #expect(text.hasSuffix("Made 2026-03-04 14:00:00 UTC with risktop, from msp · commercial\n"))
  }

  @Test func `Several are one ticket with a list, by tenant`() {
    let text = TicketText().text(
      of: .sample(.sample(), .sample(id: "s2", isRisk: false), .sample(id: "s3", of: "quayside", user: "eve@q.example"))
    )
    #expect(text.hasPrefix("3 sign-ins, 2 of them risky\n"))
    #expect(
      text.split(separator: "\n").filter { $0.hasPrefix("Customer") } == [
        "Customer   Contoso Ltd", "Customer   Quayside Ltd",
      ])
    #expect(text.components(of: "  2026-03-04 13:19:58 UTC  bob@contoso.example") == 2)
  }

  @Test func `What is missing is called so, and no verdict is not a verdict`() {
    let text = TicketText().text(of: .sample(.sample(user: nil, name: nil, ip: nil, time: nil, isRisk: nil)))
    #expect(text.contains("User       u1\n"))
    #expect(text.contains("Name       not given\n"))
    #expect(text.contains("Time       not given\n") && !text.contains("CET\nAddress"))
    #expect(text.contains("Risk       the server does not say\n"))
  }

  @Test func `Evidence and failures are lines of their own`() {
    let ticket = TicketSignIn(.sample(), evidence: ["NL, then NG in 40 min", "touched once"])
    let text = TicketText().text(
      of: .sample([ticket], failures: [TicketFailure(customer: "Willow", reason: "not granted (403)")]))
    #expect(text.contains("Evidence   NL, then NG in 40 min\nEvidence   touched once\n"))
    #expect(text.contains("  Willow could not be read: not granted (403)\n"))
  }

  @Test(arguments: TicketFormat.allCases)
  func `Hostile names put no control, line or sequence into a ticket`(format: TicketFormat) {
    let facts = TicketFacts.sample(.sample(user: hostile, name: hostile, ip: hostile, place: hostile))
    let plain = TicketFacts.sample(.sample())
    let text = TicketText(format).text(of: facts)
    #expect(text.split(separator: "\n").count == TicketText(format).text(of: plain).split(separator: "\n").count)
    let isControl = { (scalar: Unicode.Scalar) in
      scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
    }
    #expect(!text.unicodeScalars.contains(where: isControl))
  }

  @Test func `In Markdown foreign text stands in code spans alone`() {
    let facts = TicketFacts.sample(
      [
        TicketSignIn(
          .sample(of: hostile, user: hostile, name: hostile, ip: hostile, place: hostile), evidence: [hostile])
      ],
      failures: [TicketFailure(customer: hostile, reason: hostile)])
    let outside = TicketText(.markdown).text(of: facts).withoutCodeSpans
    for active in ["<", "[", "|", "http", "www", "@", "img"] { #expect(!outside.contains(active), "\(active)") }
    #expect(
      outside.split(separator: "\n").filter { $0.hasPrefix("#") }.map { $0.prefix(5) } == [
        "### R", "#### ", "#### ", "#### ",
      ])
  }

  @Test(arguments: [
    ("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("``", "``` `` ```"), (" a", "`  a `"), ("", "` `"),
    ("a|b", "`a¦b`"),
  ])
  func `A code span's fence is longer than any in it`(text: String, span: String) {
    #expect(MarkdownText.code(text) == span)
  }

  @Test func `Both usual templates can be read`() throws {
    for text in [TicketTemplate.usualText, TicketTemplate.usualMarkdown] { _ = try TicketTemplate(parsing: text) }
  }

  @Test func `A copied table is aligned, in the list's order, with nothing that acts`() {
    let table = CopiedTable.text(
      of: [.sample(), .sample(user: hostile, name: "Zoë\u{7}")], hasTenants: true, isLocal: true)
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[3].isEmpty)
    #expect(lines[0].hasPrefix("TIME (local)             CUSTOMER     TENANT           USER"))
    #expect(lines[1].hasPrefix("2026-03-04 14:19:58 CET  Contoso Ltd  contoso.example  Bob Mark"))
    #expect(!table.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    #expect(CopiedTable.text(of: [.sample()], hasTenants: false, isLocal: false).hasPrefix("TIME (UTC)           USER"))
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }

  /// By the rule that a span ends at the next fence of the same length.
  fileprivate var withoutCodeSpans: String {
    var rest = self[...]
    var outside = ""
    while let start = rest.firstIndex(of: "`") {
      outside += rest[..<start]
      let fence = rest[start...].prefix { $0 == "`" }
      rest = rest[fence.endIndex...]
      while let next = rest.firstIndex(of: "`") {
        let other = rest[next...].prefix { $0 == "`" }
        rest = rest[other.endIndex...]
        if other.count == fence.count { break }
      }
    }
    return outside + rest
  }

  @Test func `A copied tenant is a heading and a line, and what is foreign in it is inert`() {
    let hostile = HandedTenant(
      customer: "Evil\u{1B}[31m\u{202E}Corp\nA", tenant: nil, lastDay: 100, isLeast: true,
      last: Timestamp(unixSeconds: 1_790_000_000), actions: ActionCounts(risky: .max, normal: 1), why: nil)
    let lines = CopiedTable.text(of: .tenant(hostile)).split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("CUSTOMER") && lines[0].hasSuffix("WHY"))
    #expect(lines[1].contains("≥ 100  2026-09-21 ") && lines[1].contains("\(Int.max)  -"))
    #expect(!lines[1].unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
