import Elements
import ElementsSandbox
import Testing

/// What a profile says, as the dashboard does it.
struct ProfileTests {
  private func withProfile(
    _ lines: String, _ configuration: SandboxConfiguration = .onWednesday(), _ arguments: [String] = [],
    environment: [String: String] = [:], _ use: (RunningSandbox, Terminal) async throws -> Void
  ) async throws {
    try await withSandbox(configuration) { sandbox in
      try await withConfiguration("[profiles.a]\n\(sandbox.profile())\(lines)\n") { own in
        let program = Program(arguments: arguments, environment: own.environment.merging(environment) { $1 })
        try await withTerminal(program) { try await use(sandbox, $0) }
      }
    }
  }

  @Test func `Times are local from the start where the profile wants it`() async throws {
    try await withProfile("time_zone = \"local\"", environment: ["TZ": "IST-5:30"]) { sandbox, terminal in
      let newest = try #require(sandbox.contoso.signIns(.all, at: 0..<1, of: 3_000).first?.signIn.loginTime)
      let local = try #require(Timestamp(unixSeconds: newest.unixSeconds + 5 * 3_600 + 30 * 60)).shown
      let tenants = try await terminal.waitFor("Contoso Ltd")
      #expect(tenants.header.hasSuffix("local time"))
      // The order of the tenants is not settled yet.
      try await terminal.type("/customer:contoso\n")
      try await terminal.waitFor("Contoso alone") { $0.status.hasPrefix(" 1 of 1 ") && $0.selected.contains("Contoso") }
      try await terminal.press("Enter")
      let screen = try await terminal.waitFor("the newest sign-ins") { !$0.times.isEmpty }
      #expect(screen.header.hasSuffix("local time") && screen.times.first == local)
    }
  }

  @Test(arguments: [(1, 1), (3, 3)])
  func `No more calls are under way at once than the profile allows`(limit: Int, most: Int) async throws {
    var slow = SandboxConfiguration.onWednesday(signIns: 30)
    slow.latency = .milliseconds(50)
    slow.grantsAllTenants = true
    try await withProfile("limits.requests = \(limit)", slow) { sandbox, terminal in
      try await terminal.waitForTenants()
      #expect(sandbox.requests.all.map(\.inFlight).max() == most)
    }
  }
}
