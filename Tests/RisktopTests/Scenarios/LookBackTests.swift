import Elements
import ElementsSandbox
import FoundationEssentials
import Testing

/// Reading further back with `>`, over HTTP.
struct LookBackTests {
  /// Sign-ins up to now, from which the dashboard counts back.
  private static func upToNow() throws -> (configuration: SandboxConfiguration, now: Timestamp) {
    let now = try #require(Timestamp(unixSeconds: Int64(Date().timeIntervalSince1970)))
    var configuration = SandboxConfiguration.onWednesday()
    configuration.now = now
    return (configuration, now)
  }

  @Test func `In a tenant it reads down to the time and no further, and goes on from there`() async throws {
    let (configuration, now) = try Self.upToNow()
    try await withSandbox(configuration) { sandbox in
      let tenant = try sandbox.contoso
      try await withTerminal(sandbox.tenantDashboard(), columns: 120, rows: 40) { terminal in
        try await terminal.waitFor("3,000 read")
        try await terminal.press(">")
        try await terminal.waitFor("the offers, with calls") { screen in
          screen.contains("Look back in this tenant") && screen.contains("7 days: at least 2 calls")
        }
        try await terminal.press("j", times: 2)
        try await terminal.press("Enter")
        try await terminal.waitFor("the end") { $0.status.contains("7 days of this tenant are read") }
        let pages = Set(sandbox.requests.signInQueries.filter { !$0.contains("risky=true") }).count
        let week = tenant.signIns(.all, at: 0..<3_000, of: 3_000).count { row in
          row.signIn.loginTime.map { now.unixSeconds - $0.unixSeconds < 7 * 86_400 } ?? false
        }
        #expect((week / 100...week / 100 + 2).contains(pages), "\(pages) pages for \(week) sign-ins")
        try await terminal.press(">")
        try await terminal.waitFor("what is left") { $0.contains("7 days: all is read") }
        try await terminal.press("Enter")
        try await terminal.waitFor("the rest") { $0.status.contains("30 days of this tenant are read") }
      }
    }
  }

  @Test func `From the first place all tenants are read, and signals rest on that`() async throws {
    try await withSandbox(Self.upToNow().configuration) { sandbox in
      try await withTerminal(sandbox.dashboard(), columns: 120, rows: 40) { terminal in
        try await terminal.waitFor("nothing but risky pages") { $0.status.contains("the newest risky pages") }
        try await terminal.press(">")
        try await terminal.waitFor("the offers") { $0.contains("Look back in all") && $0.contains("60 calls a minute") }
        try await terminal.press("Enter")
        try await terminal.waitFor("the end") { $0.status.contains("24 h of 12 tenants are read") }
        try await terminal.press("j")
        try await terminal.waitFor("on what signals rest") { screen in
          screen.status.contains(#/signals rest on 24 h of [1-9]\d* of \d+ tenants/#)
        }
      }
    }
  }
}
