import ElementsSandbox
import Testing

struct ArrivalTests {
  @Test func `Sign-ins that arrive while one reads are announced, and shown on r, around the row that is read`()
    async throws
  {
    var configuration = SandboxConfiguration.onWednesday()
    configuration.arrivalsPerMinute = 60
    try await withSandbox(configuration) { sandbox in
      let tenant = try sandbox.contoso
      let read = try #require(tenant.signIns(.all, at: 40..<41, of: 3_000).first)
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        try await terminal.waitFor("100 of 3,000 read")
        try await terminal.press("j", times: 40)
        try await terminal.waitFor("row 41 is selected") { $0.selected.shows(read) && $0.status.contains("41 of") }
        sandbox.clock.advance(by: .seconds(12))
        try await terminal.press("j", times: 30)
        try await terminal.press("k", times: 30)
        try await terminal.waitFor("the arrivals are announced, the row is the same") { screen in
          screen.contains("12 new: press r") && screen.selected.shows(read) && screen.status.contains("41 of 3,000")
        }
        try await terminal.press("r")
        try await terminal.waitFor("the arrivals are in the list, above the same row") { screen in
          screen.status.contains("53 of 3,012") && screen.selected.shows(read) && !screen.contains("new: press r")
        }
        try await terminal.press("g")
        let newest = tenant.signIns(.all, at: 0..<35, of: 3_012)
        try await terminal.waitFor("the newest are on top") { $0.shows(newest) }
      }
    }
  }
}
