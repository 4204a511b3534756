import Elements
import ElementsSandbox
import Testing

struct TenantKeysTests {
  @Test func `R shows the risky sign-ins alone, and then the same place as before`() async throws {
    try await withSandbox { sandbox in
      let tenant = try sandbox.contoso
      let risky = tenant.signIns(.risky, at: 0..<35, of: 3_000)
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        try await terminal.waitFor("3,000 read")
        try await terminal.press("j", times: 7)
        let before = try await terminal.waitFor("row 8") { $0.status.contains("8 of 3,000") }
        try await terminal.press("R")
        let screen = try await terminal.waitFor("the risky ones") { $0.shows(Array(risky)) }
        #expect(screen.contains("Risky only") && screen.contains("\(tenant.count(.risky, of: 3_000)) read"))
        #expect(sandbox.requests.signInQueries.contains { $0.contains("risky=true") })
        try await terminal.press("R")
        try await terminal.waitFor("all again, on the same row") { screen in
          // Signals at the end of a row may have come meanwhile.
          screen.times == before.times && screen.selected.prefix(60) == before.selected.prefix(60)
            && screen.status == before.status
        }
      }
    }
  }

  @Test func `n goes to the next risky sign-in wherever it is, N back`() async throws {
    try await withSandbox { sandbox in
      let all = try sandbox.contoso.signIns(.all, at: 0..<3_000, of: 3_000)
      let risky = all.indices.filter { $0 > 0 && all[$0].signIn.isRisk == true }
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        try await terminal.waitFor("3,000 read")
        let far = try #require(risky.firstIndex { $0 > 150 })
        for place in risky.prefix(far + 1) {
          try await terminal.press("n")
          try await terminal.waitFor("row \(place + 1) is selected") { screen in
            screen.selected.shows(all[place]) && screen.status.contains("\(place + 1) of 3,000")
          }
        }
        try await terminal.press("N")
        try await terminal.waitFor("the one before") { $0.status.contains("\(risky[far - 1] + 1) of 3,000") }
      }
    }
  }

  @Test func `] and [ open the tenants next to this one, as far as there are any`() async throws {
    try await withSandbox { sandbox in
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitFor("Contoso Ltd")
        try await terminal.press("Enter")
        let first = try await terminal.waitFor("the first") { $0.header.contains("›") && !$0.times.isEmpty }.header
        try await terminal.press("]")
        try await terminal.waitFor("the second") { $0.header.contains("›") && $0.header != first }
        try await terminal.press("[")
        try await terminal.waitFor("the first again") { $0.header == first && !$0.times.isEmpty }
        try await terminal.press("[")
        try await terminal.waitFor("this is the first tenant")
      }
    }
  }

  @Test func `z shows local times and says so, and UTC again`() async throws {
    try await withSandbox { sandbox in
      let newest = try #require(sandbox.contoso.signIns(.all, at: 0..<1, of: 3_000).first?.signIn.loginTime)
      let local = try #require(Timestamp(unixSeconds: newest.unixSeconds + 5 * 3_600 + 30 * 60)).shown
      try await withTerminal(sandbox.tenantDashboard(environment: ["TZ": "IST-5:30"])) { terminal in
        let before = try await terminal.waitFor("100 of 3,000 read")
        #expect(before.header.hasSuffix("UTC"))
        try await terminal.press("z")
        let screen = try await terminal.waitFor("local times") { $0.header.hasSuffix("local time") }
        #expect(screen.times.first == local)
        try await terminal.press("z")
        try await terminal.waitFor("UTC again") { $0.header == before.header && $0.times == before.times }
      }
    }
  }

  @Test func `The help lies over the screen and names its keys`() async throws {
    try await withTerminal { terminal in
      let below = try await terminal.waitFor("Contoso Ltd")
      try await terminal.press("?")
      let help = try await terminal.waitFor("─ Keys")
      for key in ["j Down", "Enter", "/"] { #expect(help.contains(key), "\(key)\n\(help)") }
      try await terminal.press("G")
      try await terminal.waitFor("its end") { screen in ["^Z", "q", "^C"].allSatisfy { screen.contains($0) } }
      try await terminal.press("Escape")
      try await terminal.waitFor("the tenants again") { $0.header == below.header && !$0.contains("─ Keys") }
    }
  }
}
