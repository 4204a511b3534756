import Testing

/// From the start to the evidence of the worst sign-in, on the demo's data of one day.
struct WorstRowTests {
  private static let flags = ["--late-risk", "0", "--now", "2026-11-24T14:30:00Z"]

  @Test func `Three keys lead from the first place to the evidence of the worst sign-in of the worst tenant`()
    async throws
  {
    let stories = try await PlannedFinding.all(Self.flags)
    try await withTerminal(Program(arguments: ["demo"] + Self.flags), columns: 120, rows: 60) { terminal in
      let start = try await terminal.waitFor("the worst tenant first, and why") { screen in
        screen.contains("risky read 43 of 46") && screen.selected.contains(Self.address) && screen.isOrdered
      }
      let address = try #require(start.selected.firstMatch(of: Self.address)?.output)
      try await terminal.press("Enter")
      // The details lie over the header.
      let opened = try await terminal.waitFor("a tenant") { $0.header.contains(Self.tenant) }
      let tenant = try #require(opened.header.firstMatch(of: Self.tenant)?.output.1)
      try await terminal.press("!")
      try await terminal.press("Enter")
      let planned = stories.filter { $0.tenant == tenant && $0.address == address }
      #expect(!planned.isEmpty, "something is planted in the tenant that is called the worst")
      // The evidence follows what is read of the tenant meanwhile.
      let details = try await terminal.waitFor("the evidence of what is planted there") { screen in
        screen.contains("─ Sign-in") && screen.contains("before: ") && screen.contains("against: ")
          && planned.contains { screen.contains("\($0.rule), \($0.severity)") && screen.contains("\($0.address)") }
      }
      #expect(details.contains(#/▲ (at|with) \S/#), "the other ends are named")
    }
  }

  /// The last of the way that the header tells.
  private static var tenant: Regex<(Substring, Substring)> { #/› (\w+)  /# }

  /// An address, as WHY names the one that is risky at several customers.
  private static var address: Regex<Substring> { /\d+\.\d+\.\d+\.\d+/ }
}

/// What `risktop sandbox --stories` says is to be found.
private struct PlannedFinding {
  let severity: Substring
  let rule: Substring
  let tenant: Substring
  let address: Substring

  /// Of a sandbox with these flags.
  static func all(_ flags: [String]) async throws -> [PlannedFinding] {
    let listing = try await Program.run(["sandbox", "--stories"] + flags)
    #expect(listing.status == 0)
    return listing.lines.compactMap { PlannedFinding($0) }
  }

  /// Nil for a line that is no row of its table, or of a near miss.
  private init?(_ line: some StringProtocol) {
    let row = #/^(low|medium|high) +([a-z-]+) +(\w+) +\S.*? {2,}\S.*? {2,}(\S.*)$/#
    guard let cells = String(line).firstMatch(of: row)?.output else { return nil }
    (severity, rule, tenant, address) = (cells.1, cells.2, cells.3, cells.4)
  }
}

extension Screen {
  /// The tenants stand worst first: those with a signal of medium severity or higher before all others.
  fileprivate var isOrdered: Bool {
    let marks = rows.dropFirst(4).map { $0.contains("◇") || $0.contains("◆") }
    return marks.first == true && !zip(marks, marks.dropFirst()).contains { !$0 && $1 }
  }
}
