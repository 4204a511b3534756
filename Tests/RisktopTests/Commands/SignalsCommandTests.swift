import Elements
import ElementsSandbox
import Foundation
import Testing

@Suite struct SignalsCommandTests {
  private func signals(_ finished: Finished) throws -> [[String: Any]] {
    try finished.lines.flatMap { line in
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(record?["signals"] as? [[String: Any]])
    }
  }

  @Test func `Sign-ins are written with their signals, and a filter finds those of a severity`() async throws {
    var configuration = SandboxConfiguration.onWednesday(signIns: nil, customers: 12)
    configuration.grantsAllTenants = true
    try await withSandbox(configuration) { sandbox in
      let environment = sandbox.dashboard().environment
      let story = try #require(
        sandbox.world.stories.first { $0.rule == .steadyAccount && $0.expectation == .signal(.high) })
      let one = ["--tenant", story.reference.tenantID, "--customer", story.reference.customerID]
      let high = try await Program.run(["signins", "--filter", "severity:high"] + one, environment: environment)
      #expect(high.status == 0)
      #expect(Set(high.ids).isSubset(of: story.signInIDs) && !high.ids.isEmpty, "\(story.tenant.name)")
      #expect(try signals(high).contains { $0["name"] as? String == "steady-account" })
      let all = try await Program.run(
        ["signins", "--signals", "--since", "2026-03-02"] + one, environment: environment)
      #expect(all.lines.count > high.lines.count && Set(high.ids).isSubset(of: all.ids))
      let refused = try await Program.run(
        ["tally", "--by", "ip", "--filter", "severity:high"] + one, environment: environment)
      #expect(refused.status == 64 && refused.errors.contains("signins"))
    }
  }
}
