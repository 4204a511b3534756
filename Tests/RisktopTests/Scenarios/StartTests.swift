import ElementsSandbox
import Testing

struct StartTests {
  @Test func `The demonstration opens on the tenants, with their action counts`() async throws {
    try await withTerminal { terminal in
      let screen = try await terminal.waitFor("the counts of all tenants in view") { screen in
        screen.contains("contoso   ") && screen.contains(/\d+ of \d+ +█/) && screen.contains("as of")
      }
      #expect(screen.header.hasSuffix("demo · UTC"))
      #expect(screen.isAlternate)
    }
  }

  @Test func `A tenant named by its ids opens at once, and no customers are asked for`() async throws {
    try await withSandbox { sandbox in
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        let newest = try sandbox.contoso.signIns(.all, at: 0..<35, of: 3_000)
        let screen = try await terminal.waitFor("the newest sign-ins") { $0.shows(newest) }
        #expect(try screen.header.contains(sandbox.contoso.reference.tenantID))
        #expect(sandbox.requests.customerCalls == 0)
      }
    }
  }

  @Test func `A tenant named by a part of its name opens at once, with its name in the header`() async throws {
    try await withSandbox { sandbox in
      let contoso = try sandbox.contoso
      try await withTerminal(sandbox.dashboard(["--tenant", "Contoso"])) { terminal in
        let newest = contoso.signIns(.all, at: 0..<35, of: 3_000)
        let screen = try await terminal.waitFor("the newest sign-ins") { $0.shows(newest) }
        #expect(screen.header.contains(contoso.tenant.shortName))
      }
    }
  }

  @Test func `A tenant's name that nobody has ends the program before the dashboard`() async throws {
    try await withSandbox { sandbox in
      let finished = try await Program.run("--tenant", "nobody", environment: sandbox.dashboard().environment)
      #expect(finished.status == 66 && finished.errors.hasPrefix("risktop: no tenant \"nobody\" among those of "))
      #expect(finished.output == "")
    }
  }

  @Test func `The picker is read when one goes back to it`() async throws {
    try await withSandbox { sandbox in
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        try await terminal.waitFor("3,000 read")
        try await terminal.press("q")
        try await terminal.waitFor("Contoso Ltd")
        #expect(sandbox.requests.customerCalls == 1)
      }
    }
  }

  @Test func `Keys are answered while the server has not said a word`() async throws {
    var silent = SandboxConfiguration.onWednesday()
    silent.latency = .seconds(3_600)
    try await withSandbox(silent) { sandbox in
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitFor("reading customers")
        try await terminal.press("?")
        try await terminal.waitFor("─ Keys")
        try await terminal.press("q")
        try await terminal.waitFor("the help is closed") { !$0.contains("─ Keys") }
        try await terminal.press("q")
        try await terminal.expectLeft(with: 0)
      }
    }
  }
}
