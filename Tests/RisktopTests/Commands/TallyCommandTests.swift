import Elements
import ElementsSandbox
import Foundation
import Testing

@Suite struct TallyCommandTests {
  private func records(_ finished: Finished) throws -> [[String: Any]] {
    try finished.lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }

  @Test func `A tally counts what the filter leaves, most first`() async throws {
    try await withSandbox(.onWednesday(signIns: 300)) { sandbox in
      let environment = sandbox.dashboard().environment
      let reference = try sandbox.contoso.reference
      let tenant = ["--tenant", reference.tenantID, "--customer", reference.customerID]
      let filter = ["--filter", "risky:yes"]
      let rows = try records(await Program.run(["signins"] + tenant + filter, environment: environment))
      let tally = try records(await Program.run(["tally", "--by", "ip"] + tenant + filter, environment: environment))
      let counts = tally.compactMap { $0["count"] as? Int }
      #expect(counts == counts.sorted(by: >) && counts.reduce(0, +) == rows.count && rows.count > 10)
      for record in tally.prefix(5) {
        let own = rows.filter { $0["ip"] as? String == record["value"] as? String }
        #expect(own.count == record["count"] as? Int && record["risky"] as? Int == own.count)
        #expect(Set(own.compactMap { $0["userId"] as? String }).count == record["users"] as? Int)
        #expect(record["by"] as? String == "ip")
      }
      let pairs = try records(
        await Program.run(["tally", "--by", "ip,user", "--limit", "3"] + tenant + filter, environment: environment))
      #expect(pairs.count == 3 && pairs.allSatisfy { ($0["value"] as? [Any])?.count == 2 })
      let table = try await Program.run(
        ["tally", "--by", "country", "--format", "table"] + tenant, environment: environment)
      #expect(table.output.hasPrefix("COUNTRY"))
    }
  }

  @Test(arguments: [
    ["tally"], ["tally", "--by", "adress"], ["tally", "--by", "ip,ip"], ["tally", "--by", "ip,user,city"],
  ])
  func `By what is to be counted has to be said`(arguments: [String]) async throws {
    let finished = try await Program.run(arguments + ["--all"])
    #expect(finished.status == 64 && finished.output == "" && finished.errors.contains("--by"))
  }
}
