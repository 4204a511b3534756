import Elements

/// What is decided about a tenant before its rows are thought of.
struct TenantPlan: Sendable {
  /// Unique within the sandbox; the first customer's first tenant has 0, and each customer has four numbers.
  let number: Int
  let customerID: String
  let tenant: Tenant
  let domain: String
  let signIns: Int
  let isForbidden: Bool
  let home: Home
  let hash: Hash
  /// What is planted; nil leaves it to chance.
  let scenario: TenantScenario?
}

/// What is decided about a customer, with nothing about its tenants' rows.
struct CustomerPlan: Sendable {
  let customer: Customer
  let tenants: [TenantPlan]

  /// The `number`-th customer of a sandbox.
  init(number: Int, configuration: SandboxConfiguration) {
    let world = Hash(configuration.seed)
    let hash = world[.customer][number]
    let scenario = TenantScenario.ofCustomer(number)
    let home =
      number == 0 ? Home.amsterdam : Home.at(scenario?.home) ?? hash[.home].pick(Home.all, or: .amsterdam)
    let organization = Organization(number: number, hash: world[.organization], legalForm: home.legalForm)
    let id = hash[.identifier].guid
    let count = CustomerPlan.tenantCount(ofCustomer: number, hash: hash)
    tenants = ["", "-sales", "-labs"].prefix(count).enumerated().map { place, suffix in
      let domain = "\(organization.slug)\(suffix).onmicrosoft.com"
      let hash = world[.tenant][4 * number + place]
      let signIns = CustomerPlan.signIns(ofCustomer: number, tenant: place, hash: hash[.size], configuration)
      let isPossible = place == 0 && TenantScenario.possibleRows.contains(signIns)
      return TenantPlan(
        number: 4 * number + place, customerID: id, tenant: Tenant(id: hash[.identifier].guid, name: domain),
        domain: domain,
        signIns: signIns,
        isForbidden: !configuration.grantsAllTenants && configuration.customers > 10 && number % 20 == 13, home: home,
        hash: hash, scenario: isPossible ? scenario : nil)
    }
    customer = Customer(
      id: id, organization: organization.name, ownerEmail: "admin@\(organization.slug).onmicrosoft.com",
      jobStatus: JobStatus(rawValue: [0, 1, 1, 1, 2, 3, 4, 5, 6][hash[.status].below(9)]),
      countryOrRegion: home.country, managementMode: ManagementMode(rawValue: [1, 1, 1, 0, 2][hash[.trip].below(5)]),
      tenants: tenants.map(\.tenant))
  }

  /// The first customers have one each, so that a small sandbox is no empty one; one of 15 has none.
  private static func tenantCount(ofCustomer number: Int, hash: Hash) -> Int {
    guard number > 5 else { return 1 }
    guard number % 15 != 8 else { return 0 }
    return [1, 1, 1, 1, 1, 1, 1, 2, 2, 3][hash[.size].below(10)]
  }

  private static func signIns(
    ofCustomer number: Int, tenant place: Int, hash: Hash, _ configuration: SandboxConfiguration
  ) -> Int {
    if let given = configuration.signIns { return max(0, given) }
    guard place == 0 else { return 200 + hash.below(2_000) }
    if number == min(5, configuration.customers - 1) { return 1_200_000 }
    if number == 0 { return 3_000 }
    if let scenario = TenantScenario.ofCustomer(number) { return scenario.rows }
    // One of 20 has none; the rest lie between 200 and 12,000, small ones more often than large ones.
    return number % 20 == 9 ? 0 : 200 + Int(11_800 * hash.fraction * hash.fraction * hash.fraction)
  }
}
