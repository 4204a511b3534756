import ElementsSandbox
import Testing

@Suite struct TerminalOutputTests {
  @Test func `On a terminal there is a table that fits, and nothing is left of the progress`() async throws {
    var configuration = SandboxConfiguration.onWednesday(signIns: 300, customers: 3)
    configuration.latency = .milliseconds(50)
    try await withSandbox(configuration) { sandbox in
      let program = sandbox.dashboard(["signins", "--all", "--limit", "12"])
      try await withTerminal(program, columns: 80, rows: 24) { terminal in
        let screen = try await terminal.waitFor("left with 0")
        let table = screen.rows.drop { !$0.hasPrefix("TIME (UTC)") }
        #expect(table.first?.hasPrefix("TIME (UTC)           RISK     USER") == true)
        let contoso = try sandbox.contoso
        let shown = table.dropFirst().prefix(12)
        let signIns = contoso.signIns(.all, at: 0..<12, of: 300).map(\.signIn)
        let times = signIns.map { String(($0.loginTime?.iso8601 ?? "").prefix(19)).replacing("T", with: " ") }
        #expect(shown.map { String($0.prefix(19)) } == times)
        #expect(table.dropFirst(13).first == "left with 0")
        try await terminal.waitForWritten("progress") { $0.contains("customers") }
      }
    }
  }
}
