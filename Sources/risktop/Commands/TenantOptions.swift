import ArgumentParser
import CommandLine

/// Which tenants a command is about.
struct TenantOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The tenant, by its id or its name.", valueName: "id|name"))
  var tenant: String?

  @Option(help: ArgumentHelp("Its customer, where the tenant's name alone is not unique.", valueName: "id|name"))
  var customer: String?

  @Flag(help: "All tenants of all customers.")
  var all = false

  func validate() throws {
    guard !all || (tenant == nil && customer == nil) else {
      throw ValidationError("--all can't be combined with --tenant or --customer.")
    }
    guard all || tenant != nil else { throw ValidationError("Name a tenant with --tenant, or use --all.") }
    guard tenant?.isEmpty != true, customer?.isEmpty != true else {
      throw ValidationError("--tenant and --customer can't be empty: give an id or a name.")
    }
  }

  /// Nil for all tenants.
  var query: TenantQuery? {
    tenant.map { TenantQuery(tenant: $0, customer: customer) }
  }
}
