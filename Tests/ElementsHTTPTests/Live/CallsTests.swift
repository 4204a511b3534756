import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct CallsTests {
  @Test func customersAreAskedForByPost() async throws {
    let request = try await request { _ = try await $0.customers(PageRequest(index: 2, size: 50), .onScreen) }
    #expect(request.method == "POST")
    #expect(request.uri == "/partner/external/v3/general/customers/batch?pageIndex=2&pageSize=50")
    #expect(request.body == "{}")
    #expect(request.bearer == "Bearer token-1")
    #expect(request.header("Content-Type") == "application/json")
    #expect(request.header("User-Agent") == "risktop")
  }

  @Test func riskySignInsAreAskedForAsSuchAndAllOfThemWithoutAFilter() async throws {
    let path = "/partner/external/v3/um/customers/customer/tenants/tenant/overview/security/compliances/signins"
    let risky = try await request { _ = try await $0.signIns(tenant, PageRequest(index: 3), .risky, .scan) }
    #expect(risky.uri == path + "?pageIndex=3&pageSize=100&risky=true")
    let all = try await request { _ = try await $0.signIns(tenant, PageRequest(index: 3), .all, .scan) }
    #expect(all.uri == path + "?pageIndex=3&pageSize=100")
    #expect(all.method == "GET")
  }

  @Test(arguments: [(ActionType.normal, "?types=0"), (.risky, "?types=1"), (nil, "")])
  func actionCountsAreAskedForByType(type: ActionType?, query: String) async throws {
    let request = try await request { _ = try await $0.actionCounts(tenant, type, .overview) }
    #expect(
      request.uri
        == "/partner/external/v3/um/customers/customer/tenants/tenant/overview/security/compliances/actions\(query)")
  }

  @Test func anIdStaysInItsSegmentOfThePath() async throws {
    let hostile = TenantReference(customerID: "../a?b#c", tenantID: "x/y z%2F\u{E9}")
    let request = try await request { _ = try await $0.actionCounts(hostile, nil, .overview) }
    #expect(
      request.uri.hasPrefix(
        "/partner/external/v3/um/customers/..%2Fa%3Fb%23c/tenants/x%2Fy%20z%252F%C3%A9/overview/"))
  }

  @Test func aPrefixOfTheBaseURLIsKept() async throws {
    try await ScriptedServer.run(Self.script) { server in
      try await withClient(of: .testing(server.origin, prefix: "/gateway/")) { client in
        _ = try await client.actionCounts(tenant, nil, .onScreen)
      }
      #expect(server.requests.value.last?.uri.hasPrefix("/gateway/partner/external/v3/um/") == true)
    }
  }

  @Test(arguments: [".", "..", ""])
  func `An id that servers take out of a path is not sent`(id: String) async throws {
    try await ScriptedServer.run(Self.script) { server in
      try await server.withClient { client in
        for tenant in [
          TenantReference(customerID: id, tenantID: "tenant"), TenantReference(customerID: "customer", tenantID: id),
        ] {
          let found = await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
          guard case .unexpectedAnswer("an id that can stand in an address", let place, _, nil) = found else {
            Issue.record("\(String(describing: found))")
            return
          }
          #expect(place == (tenant.customerID == id ? "the id of the customer" : "the id of the tenant"))
        }
      }
      #expect(server.requests.value.isEmpty)
    }
  }

  /// What the server received for the only call of the API that `use` makes.
  private func request(_ use: (ElementsClient) async throws -> Void) async throws -> Received {
    try await ScriptedServer.run(Self.script) { server in
      try await server.withClient(use)
      let requests = server.requests.value
      #expect(requests.map(\.path).first == "/connect/token" && requests.count == 2)
      return try #require(requests.last)
    }
  }

  private static let script: ScriptedServer.Script = { request in
    if request.path == "/connect/token" { return .token() }
    return .json(request.path.hasSuffix("/actions") ? someCounts : emptyPage)
  }
}
