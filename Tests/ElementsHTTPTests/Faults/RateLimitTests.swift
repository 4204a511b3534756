import Elements
import ElementsSandbox
import Testing

@testable import ElementsHTTP

/// A server that counts, and a gate that has to keep to what it allows.
@Suite(.timeLimit(.minutes(10))) struct RateLimitTests {
  @Test(arguments: [30, 300])
  func `All tenants come, without a storm`(customers: Int) async throws {
    try await withFaults(.none, gate: GateLimits()) {
      $0.customers = customers
      $0.grantsAllTenants = true
      $0.rateLimit = RateLimit("10/5")
    } _: { sandbox in
      let failed = await sandbox.failuresOfAllCounts()
      #expect(failed.isEmpty, "\(failed.count) of them: \(failed.first.map { "\($0.reason)" } ?? "")")
      let allowed = sandbox.calls - (sandbox.statuses[429] ?? 0)
      // A 429 holds everybody back until ten more calls are allowed; until then only those that were under way get another.
      #expect(sandbox.statuses[429] ?? 0 <= 6 * (allowed / 10), "\(sandbox.statuses)")
      #expect(sandbox.requests.value.allSatisfy { $0.inFlight <= 6 && $0.inFlightOfTenant <= 2 })
    }
  }
}
