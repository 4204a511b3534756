import ElementsSandbox
import Testing

struct PickTests {
  @Test func `A tenant is found by a part of its name, opened, and still selected on the way back`() async throws {
    try await withSandbox { sandbox in
      let customer = sandbox.world.customers[4]
      let tenant = try #require(customer.tenants.first)
      // The column may cut a longer name.
      let shown = String(tenant.shortName.prefix(12))
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitFor("Contoso Ltd")
        try await terminal.press("/")
        try await terminal.type(String(tenant.name.dropFirst(2).prefix(12)))
        try await terminal.waitFor("no other tenant is left") { screen in
          screen.contains(shown) && !screen.contains("contoso   ")
        }
        try await terminal.press("Enter")
        try await terminal.waitFor("the cursor is on the tenant") { $0.selected.contains(shown) }
        try await terminal.press("Enter")
        try await terminal.waitFor("the tenant is open") { screen in
          screen.header.contains("\(customer.organization) › \(tenant.shortName)") && !screen.times.isEmpty
        }
        try await terminal.press("q")
        try await terminal.waitFor("back, with the filter") { screen in
          screen.selected.contains(shown) && !screen.contains("contoso   ")
        }
        try await terminal.press("Escape")
        try await terminal.waitFor("all tenants, the same selected") { screen in
          screen.selected.contains(shown) && screen.contains("contoso   ")
        }
      }
    }
  }

  @Test func `Esc goes back from a tenant to the row it was opened from`() async throws {
    try await withSandbox { sandbox in
      let tenant = try #require(sandbox.world.customers[3].tenants.first)
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitFor("Contoso Ltd")
        try await terminal.press("j", times: 3)
        try await terminal.waitFor("the cursor is on the tenant") { $0.selected.contains(tenant.shortName) }
        try await terminal.press("Enter")
        try await terminal.waitFor("3,000 read")
        try await terminal.press("Escape")
        try await terminal.waitFor("back on the same row") { $0.selected.contains(tenant.shortName) }
        try await terminal.press("Escape")
        try await terminal.press("?")
        try await terminal.waitFor("─ Keys")
      }
    }
  }

  @Test func `A customer without tenants says so and opens nothing`() async throws {
    try await withSandbox { sandbox in
      let customer = try #require(sandbox.world.customers.first { $0.tenants.isEmpty })
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitFor("Contoso Ltd")
        try await terminal.press("/")
        try await terminal.type(customer.organization)
        try await terminal.press("Enter")
        try await terminal.waitFor("the cursor is on the customer") { $0.selected.contains("no tenants") }
        try await terminal.press("Enter")
        try await terminal.waitFor("\(customer.organization) has no tenants")
      }
    }
  }
}
