import Foundation
import Testing

struct CopyTests {
  @Test func `Inside tmux y puts the marked rows into its buffer, and says so`() async throws {
    try await withSandbox { sandbox in
      var program = try sandbox.tenantDashboard()
      program.seesTmux = true
      let rows = try sandbox.contoso.signIns(.all, at: 0..<2, of: 3_000)
      try await withTerminal(program) { terminal in
        try await terminal.waitFor("100 of 3,000 read")
        try await terminal.press("Space", times: 2)
        try await terminal.waitFor("2 marked")
        try await terminal.press("y")
        try await terminal.waitFor("2 sign-ins: given to tmux")
        let lines = try await terminal.buffer().split(separator: "\n")
        #expect(lines.count == 3 && lines.first?.hasPrefix("TIME (UTC)") == true)
        for (line, row) in zip(lines.dropFirst(), rows) {
          #expect(line.contains(try #require(row.signIn.userPrincipalName)))
        }
      }
    }
  }

  @Test func `y puts a row of the tenants, of the addresses and of a tally into tmux's buffer`() async throws {
    try await withSandbox { sandbox in
      var program = sandbox.dashboard()
      program.seesTmux = true
      try await withTerminal(program, columns: 160) { terminal in
        let tenants = try await terminal.waitForTenants()
        try await terminal.press("y")
        try await terminal.waitFor("1 tenant: given to tmux")
        try await expectRow("CUSTOMER", of: tenants.selected, in: terminal)
        try await terminal.press("3")
        let addresses = try await terminal.waitFor("addresses") { $0.selected.contains(/\d+\.\d+\.\d+\.\d+/) }
        try await terminal.press("y")
        try await terminal.waitFor("1 address: given to tmux")
        try await expectRow("ADDRESS", of: addresses.selected, in: terminal)
        try await terminal.press("2")
        try await terminal.waitFor("sign-ins") { !$0.times.isEmpty }
        try await terminal.type("v")
        try await terminal.waitFor("─ View")
        try await terminal.press("Enter")
        try await terminal.waitFor("a tally") { $0.contains("USERS") && $0.selected.hasSuffix("◂") }
        try await terminal.press("y")
        try await terminal.waitFor("1 row by ")
        try await terminal.waitFor("given to tmux")
        #expect(try await terminal.buffer().contains("SIGN-INS"))
      }
    }
  }

  /// A heading and one line, whose first word the row on the screen has as well.
  private func expectRow(_ heading: String, of row: String, in terminal: Terminal) async throws {
    let lines = try await terminal.buffer().split(separator: "\n")
    #expect(lines.count == 2 && lines.first?.hasPrefix(heading) == true, "\(lines)")
    let name = try #require(lines.last?.split(separator: " ").first)
    #expect(row.contains(name), "\(row)\n\(lines)")
  }

  @Test func `What is too long for the terminal's clipboard is not sent, and the key of the export is named`()
    async throws
  {
    try await withSandbox { sandbox in
      try await withTerminal(sandbox.tenantDashboard(), rows: 400) { terminal in
        try await terminal.waitFor("the list") { $0.times.count > 100 }
        try await terminal.type("/risky:no\n")
        try await terminal.waitFor("two screens of matches") { screen in
          screen.status.contains(#/\b[5-9]\d\d matches|\d,\d{3} matches/#)
        }
        try await terminal.press("a")
        try await terminal.waitFor(" marked")
        try await terminal.press("y")
        try await terminal.waitFor("too long for the terminal's clipboard")
        let said = try await terminal.waitFor("what else there is") { $0.contains("e writes them to a file") }
        #expect(said.status.contains("74,994"))
      }
    }
  }

  @Test func `Elsewhere the terminal is sent the text, and the screen stays as it is`() async throws {
    try await withSandbox { sandbox in
      try await withTerminal(try sandbox.tenantDashboard()) { terminal in
        let before = try await terminal.waitFor("all rows of the screen") { screen in
          screen.times.count == 35 && screen.contains("100 of 3,000 read")
        }
        try await terminal.press("y")
        let after = try await terminal.waitFor("1 sign-in: sent to the terminal")
        #expect(after.times == before.times && after.header == before.header)
        let sequence = /\u{1B}\]52;c;([A-Za-z0-9+\/=]+)\u{7}/
        let written = try await terminal.waitForWritten("the sequence") { $0.contains(sequence) }
        let encoded = try #require(written.firstMatch(of: sequence)?.output.1)
        let text = try #require(Data(base64Encoded: String(encoded)).map { String(decoding: $0, as: UTF8.self) })
        #expect(text.hasPrefix("TIME (UTC)") && text.split(separator: "\n").count == 2)
      }
    }
  }

  @Test func `The user's own program is given the text, though it goes on in the background`() async throws {
    try await withOwnProgram("clipboard_command", #"["sh", "-c", "cat >copied; sleep 3 & exit 0"]"#) { terminal in
      try await terminal.press("y")
      try await terminal.waitFor("1 sign-in: given to sh")
      #expect(terminal.contents(of: "copied")?.hasPrefix("TIME (UTC)") == true)
    }
  }

  @Test func `A program that fails is told by name, status and what it says`() async throws {
    let program = #"["sh", "-c", "printf 'no \\033[31mdisplay\\nmore' >&2; exit 3"]"#
    try await withOwnProgram("clipboard_command", program) { terminal in
      try await terminal.press("y")
      try await terminal.waitFor(#/sh ended with status 3: no .\[31mdisplay/#)
    }
    // Who reads nothing does no harm.
    try await withOwnProgram("clipboard_command", #"["sh", "-c", "exec 0<&-; exit 4"]"#) { terminal in
      try await terminal.press("y")
      try await terminal.waitFor("sh ended with status 4")
    }
    try await withOwnProgram("clipboard_command", #"["no-such-program"]"#) { terminal in
      try await terminal.press("y")
      try await terminal.waitFor("no-such-program could not be run: there is no such program")
    }
  }

  @Test func `Y asks where the ticket goes, and the command gets it`() async throws {
    try await withOwnProgram("ticket_command", #"["tee", "ticket"]"#) { terminal in
      try await terminal.press("Y")
      try await terminal.waitFor("Ticket text")
      try await terminal.type("jj")
      try await terminal.press("Enter")
      try await terminal.waitFor("ticket text: given to tee")
      let ticket = terminal.contents(of: "ticket") ?? ""
      #expect(ticket.contains("Customer   ") && ticket.contains("What is not known"))
    }
  }

  /// The dashboard in a tenant, with one setting more.
  private func withOwnProgram(
    _ setting: String, _ value: String, _ use: (Terminal) async throws -> Void
  ) async throws {
    try await withSandbox { sandbox in
      let reference = try sandbox.contoso.reference
      let text = "[profiles.a]\n\(sandbox.profile())\(setting) = \(value)\n"
      try await withConfiguration(text) { configuration in
        let program = Program(
          arguments: ["--customer", reference.customerID, "--tenant", reference.tenantID],
          environment: configuration.environment)
        try await withTerminal(program) { terminal in
          try await terminal.waitFor("100 of 3,000 read")
          try await use(terminal)
        }
      }
    }
  }
}

extension Terminal {
  @discardableResult
  fileprivate func waitFor(
    _ pattern: Regex<Substring>, _ place: SourceLocation = #_sourceLocation
  ) async throws -> Screen {
    try await waitFor("a text like that", place) { $0.contains(pattern) }
  }
}
