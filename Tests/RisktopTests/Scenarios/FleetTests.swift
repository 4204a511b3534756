import Elements
import ElementsSandbox
import Testing

/// The same address at many customers: found from one of its sign-ins, and as the first of all addresses.
struct FleetTests {
  /// The address that the newest risky pages of most customers have, and how many those are.
  private func mostSeen(in sandbox: RunningSandbox) -> (address: String, customers: Int)? {
    var customers: [String: Set<String>] = [:]
    for customer in sandbox.world.customers {
      for tenant in customer.tenants {
        let known = sandbox.world.tenant(TenantReference(customerID: customer.id, tenantID: tenant.id))
        let rows = known.map { $0.signIns(.risky, at: 0..<100, of: $0.initialSignIns) } ?? []
        for address in rows.compactMap(\.signIn.ip) { customers[address, default: []].insert(customer.id) }
      }
    }
    return customers.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }.map { ($0.key, $0.value.count) }
  }

  @Test func `An address that is risky at nine customers is listed at all nine by one key, and first of all addresses`()
    async throws
  {
    var configuration = SandboxConfiguration.onWednesday(signIns: 400, customers: 140)
    configuration.grantsAllTenants = true
    try await withSandbox(configuration) { sandbox in
      let (address, count) = try #require(mostSeen(in: sandbox))
      #expect(count >= 9)
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitForTenants()
        try await terminal.press("2")
        try await terminal.type("/ip:\(address)\n")
        try await terminal.waitFor("the address is selected") { $0.selected.contains(address) }
        try await terminal.press("w")
        let found = try await terminal.waitFor("all of its tenants") { $0.contains("\(count) tenants") }
        #expect(found.contains("where else: \(address)"))
        try await terminal.press("3")
        try await terminal.waitFor("the address, since most customers come first") { $0.selected.contains(address) }
      }
    }
  }

  @Test func `A star is given to the open tenant, and stands at it in the list`() async throws {
    try await withSandbox { sandbox in
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitForTenants()
        try await terminal.press("Enter")
        try await terminal.waitFor("a tenant") { $0.header.contains("›") && !$0.times.isEmpty }
        try await terminal.press("*")
        try await terminal.waitFor("the tenant has a star")
        try await terminal.press("Escape")
        try await terminal.waitFor("the star in the list") { $0.selected.contains("★") }
      }
    }
  }
}
