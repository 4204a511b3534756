import Elements
import ElementsSandbox

extension SandboxConfiguration {
  /// Twelve customers on a Wednesday afternoon, each with as many sign-ins as asked for.
  static func onWednesday(
    signIns: Int? = 1_000, customers: Int = 12, faults: Faults = .none
  ) -> SandboxConfiguration {
    var configuration = SandboxConfiguration()
    configuration.faults = faults
    configuration.dripPause = .milliseconds(1)
    configuration.customers = customers
    configuration.signIns = signIns
    configuration.now = Timestamp(iso8601: "2026-03-04T13:20:00Z")
    return configuration
  }
}

/// The first tenant of the `customer`-th customer.
func tenant(_ configuration: SandboxConfiguration = .onWednesday(), customer: Int = 0) throws -> SyntheticTenant {
  let world = SyntheticWorld(configuration)
  let owner = world.customers[customer]
  guard let id = owner.tenants.first?.id,
    let tenant = world.tenant(TenantReference(customerID: owner.id, tenantID: id))
  else { throw NoTenant() }
  return tenant
}

struct NoTenant: Error {}
