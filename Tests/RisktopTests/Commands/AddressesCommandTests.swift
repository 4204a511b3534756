import ElementsSandbox
import Foundation
import Testing

@Suite struct AddressesCommandTests {
  private static let two = [
    customer(0, name: "Customer 0", tenants: [(guid(0, "d"), "tenant0.example")]),
    customer(1, name: "Customer 1", tenants: [(guid(1, "d"), "tenant1.example"), (guid(2, "d"), "odd name")]),
  ]

  @Test func `Addresses are counted over all tenants, those of most customers first`() async throws {
    try await withSandbox(.onWednesday(signIns: 300, customers: 40)) { sandbox in
      let environment = sandbox.dashboard().environment
      let all = try await Program.run("addresses", "--all", "--risky", "--format", "json", environment: environment)
      let records = try JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [[String: Any]] ?? []
      let rows = try await Program.run("signins", "--all", "--risky", environment: environment)
      let signIns = try rows.lines.map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
      for record in records.prefix(20) {
        let own = signIns.filter { $0["ip"] as? String == record["ip"] as? String }
        #expect(record["count"] as? Int == own.count && record["risky"] as? Int == own.count)
        #expect(record["customers"] as? Int == Set(own.compactMap { $0["customerId"] as? String }).count)
        #expect(record["last"] as? String == own.compactMap { $0["loginTime"] as? String }.max())
      }
      let counts = records.compactMap { $0["customers"] as? Int }
      #expect(counts.first ?? 0 > 1 && counts == counts.sorted(by: >))
      let some = try await Program.run(
        "addresses", "--all", "--risky", "--filter", "customers>1", "--sort", "count", "--limit", "2",
        environment: environment)
      #expect(some.lines.count == min(2, counts.count { $0 > 1 }))
    }
  }

  @Test func `A shell completes the names that were listed last, and none that needs quotes`() async throws {
    try await withConfiguration(nil) { own in
      try await withAPI({ .list(Self.two, $0) }) { api in
        let state = api.environment.merging(["XDG_STATE_HOME": own.folder.path]) { $1 }
        let listed = try await own.run(["tenants"], state)
        #expect(listed.status == 0)
        let words = ["---completion", "signins", "--", "--tenant", "1", "0", "ten"]
        #expect(try await own.run(words, state).lines == ["tenant0.example", "tenant1.example"])
        let other = ["XDG_STATE_HOME": own.folder.path + "/none"]
        #expect(try await own.run(words, other).lines == [])
      }
    }
  }
}
