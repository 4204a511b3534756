import ElementsSandbox
import Testing

struct ScrollTests {
  private static let rows = 120_000

  @Test func `Every row down to the sixth page is the server's, in its order, and no page is asked for twice`()
    async throws
  {
    try await withSandbox(.onWednesday(signIns: Self.rows)) { sandbox in
      let tenant = try sandbox.contoso
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        try await terminal.waitFor("the first rows") { screen in
          screen.shows(tenant.signIns(.all, at: 0..<35, of: Self.rows))
        }
        #expect(sandbox.requests.signInQueries.count <= 6)
        for screenful in 1...15 {
          try await terminal.press("PageDown")
          let expected = tenant.signIns(.all, at: screenful * 35..<(screenful + 1) * 35, of: Self.rows)
          try await terminal.waitFor("screen \(screenful)") { $0.shows(expected) }
        }
        try await expectQuiet(terminal, sandbox)
        let queries = sandbox.requests.signInQueries
        #expect(Set(queries).count == queries.count)
        #expect((6...8).contains(queries.count), "one screen ahead, and no more: \(queries)")
      }
    }
  }

  @Test func `The end is reached in one step, with at most four pages, and the way back costs none`() async throws {
    try await withSandbox(.onWednesday(signIns: Self.rows)) { sandbox in
      let tenant = try sandbox.contoso
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        let first = tenant.signIns(.all, at: 0..<35, of: Self.rows)
        try await terminal.waitFor("the first rows") { $0.shows(first) }
        let before = sandbox.requests.signInQueries.count
        try await terminal.press("G")
        let last = tenant.signIns(.all, at: Self.rows - 35..<Self.rows, of: Self.rows)
        let oldest = try #require(last.last)
        try await terminal.waitFor("the last rows, the last selected") { screen in
          screen.shows(last) && screen.selected.shows(oldest) && screen.status.contains("120,000 of 120,000")
        }
        try await expectQuiet(terminal, sandbox)
        let after = sandbox.requests.signInQueries.count
        #expect(after - before <= 4)
        try await terminal.press("g")
        try await terminal.waitFor("the first rows again") { $0.shows(first) && $0.status.contains("1 of 120,000") }
        try await expectQuiet(terminal, sandbox)
        #expect(sandbox.requests.signInQueries.count == after)
      }
    }
  }

  /// A key that needs nothing is pressed and answered: what was asked for until then is all there is.
  private func expectQuiet(_ terminal: Terminal, _ sandbox: RunningSandbox) async throws {
    let loaded = try await terminal.screen()
    let before = sandbox.requests.all.count
    try await terminal.press("?")
    try await terminal.waitFor("─ Keys")
    try await terminal.press("?")
    try await terminal.waitFor("the screen as before") { $0.times == loaded.times && !$0.contains("─ Keys") }
    #expect(sandbox.requests.all.count == before)
  }
}
