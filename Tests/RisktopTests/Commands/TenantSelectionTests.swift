import Foundation
import Testing

@Suite struct TenantSelectionTests {
  private static let customers = (0..<12).map { number in
    customer(number, name: "Customer \(11 - number)", tenants: [(guid(number, "d"), "tenant\(number).example")])
  }

  /// Tenant 3 is refused, and tenant 4 fails for another reason; of the others each has as many risky actions as its
  /// number.
  private static func answer(_ request: ScriptedAPI.Request) -> ScriptedAPI.Reply {
    guard request.isActions || request.isSignIns else { return .list(customers, request) }
    if request.tenantID == guid(3, "d") { return ScriptedAPI.Reply(status: 403, body: "") }
    if request.isSignIns { return .rows(2, request) }
    let number = (0..<12).first { request.tenantID == guid($0, "d") } ?? 0
    return ScriptedAPI.Reply(body: #"{"riskyActionCount":\#(number % 10),"normalActionCount":1}"#)
  }

  @Test func `Tenants are sorted by their risky actions, most first, and equals keep the customers' order`()
    async throws
  {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(["actions", "--all", "--sort", "risky"])
      #expect(finished.tenants == [9, 8, 7, 6, 5, 4, 2, 1, 11, 0, 10])
      let byName = try await api.run(["actions", "--all", "--sort", "customer", "--filter", "risky<2"])
      #expect(byName.tenants == [11, 10, 1, 0])
    }
  }

  @Test func `A filter on counts is judged by them, and one on names asks for no other tenant`() async throws {
    try await withAPI(Self.answer) { api in
      let counted = try await api.run(["actions", "--all", "--filter", "risky>7"])
      #expect(counted.tenants == [8, 9] && counted.status == 75)
      #expect(api.requests.count { $0.isActions } == 12)
      let named = try await api.run(["actions", "--all", "--filter", "customer:\"customer 5\" -country:DE"])
      #expect(named.tenants == [6] && named.status == 0)
      #expect(api.requests.count { $0.isActions } == 13)
    }
  }

  @Test func `Customers with their tenants are filtered and sorted`() async throws {
    try await withAPI(Self.answer) { api in
      let sorted = try await api.run(["tenants", "--sort", "customer", "--filter", "tenant:tenant1"])
      #expect(sorted.tenants == [11, 10, 1] && sorted.status == 0)
      #expect(api.requests.allSatisfy { !$0.isActions })
    }
  }

  @Test func `Tenants are sorted and filtered by counts, which are read for that alone`() async throws {
    try await withAPI(Self.answer) { api in
      let most = try await api.run(["tenants", "--filter", "risky>7", "--sort", "normal"])
      #expect(most.tenants.sorted() == [8, 9] && most.status == 75)
      #expect(most.lines.allSatisfy { $0.contains("\"riskyActionCount\":") })
      let all = try await api.run(["tenants", "--sort", "risky"])
      #expect(all.tenants.prefix(2) == [9, 8] && all.tenants.count == 12, "the one that is refused is listed, last")
      let some = try await api.run(["tenants", "--columns", "tenant,risky", "--filter", "tenant:tenant8"])
      #expect(some.lines == [#"{"tenant":"tenant8.example","riskyActionCount":8}"#])
    }
  }

  @Test(arguments: [["actions"], ["signins"], ["signins", "--sort", "time"]])
  func `A refusal that is expected is named, and the command succeeds`(command: [String]) async throws {
    try await withAPI(Self.answer) { api in
      for name in [guid(3, "d"), "TENANT3.example"] {
        let finished = try await api.run(command + ["--all", "--allow-failed", "x", "--allow-failed", name])
        #expect(finished.status == 0)
        #expect(finished.errors.contains("tenant3.example: ") && finished.errors.contains("(allowed)"))
      }
      let other = try await api.run(command + ["--all", "--allow-failed", "tenant4.example"])
      #expect(other.status == 75 && !other.errors.contains("(allowed)"))
    }
  }

  @Test func `Another failure than a refusal is not expected`() async throws {
    try await withAPI({ request in
      request.isActions ? ScriptedAPI.Reply(body: "<html>") : .list(Array(Self.customers.prefix(1)), request)
    }) { api in
      let finished = try await api.run(["actions", "--all", "--allow-failed", guid(0, "d")])
      #expect(finished.status == 75)
    }
  }

  @Test(arguments: [
    ["actions", "--tenant", "x", "--sort", "risky"], ["actions", "--tenant", "x", "--filter", "a"],
    ["actions", "--tenant", "x", "--allow-failed", "y"], ["actions", "--all", "--sort", "country"],
    ["tenants", "--sort", "country"], ["actions", "--all", "--filter", "state:failed"],
  ])
  func `What does not go together is refused`(arguments: [String]) async throws {
    try await withAPI(Self.answer) { api in
      let finished = try await api.run(arguments)
      #expect(finished.status == 64 && finished.output == "" && api.requests.isEmpty)
    }
  }
}

extension Finished {
  /// The numbers in the tenants' names, in order.
  fileprivate var tenants: [Int] {
    lines.compactMap { line in
      let record = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (record?["tenant"] as? String)?.firstMatch(of: /^tenant(\d+)\./).flatMap { Int($0.1) }
    }
  }
}
