import ElementsSandbox
import Testing

@Suite struct ConcurrencyTests {
  @Test func `Of 300 tenants six are asked about at once, and never more`() async throws {
    try await withFaults(signIns: 10, customers: 300) {
      $0.latency = .milliseconds(100)
      $0.grantsAllTenants = true
    } _: { sandbox in
      let finished = try await sandbox.run("actions", "--all")
      #expect(finished.lines.count == sandbox.tenants.count)
      #expect(sandbox.tenants.count > 300 && finished.status == 0 && finished.errors == "")
      #expect(sandbox.calls.map(\.inFlight).max() == 6)
      #expect(sandbox.calls.allSatisfy { $0.inFlightOfTenant <= 2 })
      #expect(
        sandbox.calls.count == sandbox.tenants.count + 3, "each once, and 3 pages of customers")
    }
  }

  @Test func `Of one tenant two pages are asked for at once, and never more`() async throws {
    try await withFaults(signIns: 2_000, customers: 3) {
      $0.latency = .milliseconds(50)
    } _: { sandbox in
      let finished = try await sandbox.run("signins", "--all")
      #expect(finished.status == 0 && finished.lines.count == 6_000)
      #expect(sandbox.calls.map(\.inFlightOfTenant).max() == 2)
      #expect(sandbox.calls.allSatisfy { $0.inFlight <= 6 })
    }
  }

  @Test func `A server that allows ten calls in five seconds gives all tenants, and sees no storm`() async throws {
    try await withFaults(signIns: 10, customers: 30) {
      $0.rateLimit = RateLimit("10/5")
      $0.grantsAllTenants = true
    } _: { sandbox in
      let tenants = sandbox.tenants.count
      #expect(tenants >= 30)
      let finished = try await sandbox.run("actions", "--all")
      #expect(finished.status == 0 && finished.errors == "" && finished.lines.count == tenants)
      let refusals = sandbox.calls.count { $0.status == 429 }
      #expect(sandbox.calls.count == tenants + 1 + refusals, "nothing else was asked twice")
      // The first 429 holds everybody back until ten more calls are allowed. Only the other five that are under way may
      // get one too.
      let pauses = (tenants + 1) / 10
      #expect(refusals > 0 && refusals <= 6 * pauses, "\(refusals) in \(pauses) pauses")
    }
  }
}
