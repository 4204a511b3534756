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
      throw ValidationError("--all goes without --tenant and --customer.")
    }
    guard all || tenant != nil else { throw ValidationError("Name a tenant by --tenant, or use --all.") }
    guard tenant?.isEmpty != true, customer?.isEmpty != true else {
      throw ValidationError("--customer and --tenant take an id or a name, which are not empty.")
    }
  }

  /// Nil for all tenants.
  var query: TenantQuery? {
    tenant.map { TenantQuery(tenant: $0, customer: customer) }
  }
}
