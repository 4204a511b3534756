import Elements
import ElementsSandbox
import Testing

struct SyntheticWorldTests {
  private let world = SyntheticWorld(.onWednesday(signIns: nil, customers: 40))

  private func tenants(of world: SyntheticWorld) -> [SyntheticTenant] {
    world.customers.flatMap { customer in
      customer.tenants.compactMap { world.tenant(TenantReference(customerID: customer.id, tenantID: $0.id)) }
    }
  }

  @Test func `The first customer is Contoso`() {
    #expect(world.customers.first?.organization == "Contoso Ltd")
    #expect(world.customers.first?.tenants.map(\.name) == ["contoso.onmicrosoft.com"])
  }

  @Test func `Exactly one tenant has 1,200,000 sign-ins, and the others at most 12,000`() {
    let sizes = tenants(of: world).map(\.initialSignIns).sorted()
    #expect(sizes.last == 1_200_000)
    #expect(sizes.dropLast().allSatisfy { $0 <= 12_000 })
    #expect(sizes.first == 0)
  }

  @Test func `Customers, tenants and names are told apart`() {
    let many = SyntheticWorld(.onWednesday(customers: 1_500)).customers
    #expect(Set(many.map(\.id)).count == 1_500)
    #expect(Set(many.map(\.organization)).count == 1_500)
    let tenants = many.flatMap(\.tenants)
    #expect(Set(tenants.map(\.id)).count == tenants.count)
    #expect(Set(tenants.map(\.name)).count == tenants.count)
  }

  @Test func `Some customers have no tenant, some have several, some tenants are forbidden`() {
    let counts = Set(world.customers.map(\.tenants.count))
    #expect(counts.isSuperset(of: [0, 1]) && counts.contains { $0 > 1 })
    #expect(tenants(of: world).contains { $0.isForbidden })
  }

  @Test(arguments: [-1, 0, 1, 3])
  func `A sandbox may be small`(customers: Int) {
    #expect(SyntheticWorld(.onWednesday(customers: customers)).customers.count == max(0, customers))
  }

  @Test func `A tenant of another customer is not found`() {
    let customers = world.customers
    #expect(world.tenant(TenantReference(customerID: customers[0].id, tenantID: customers[1].tenants[0].id)) == nil)
  }
}
