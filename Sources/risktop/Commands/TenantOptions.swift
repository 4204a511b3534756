import ArgumentParser
import CommandLine

/// Which tenants a command is about.
struct TenantOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The tenant: its id, its name, or a unique part of the name.", valueName: "id|name"),
    completion: .tenantNames)
  var tenant: String?

  @Option(
    help: ArgumentHelp("Its customer, if the tenant's name is not unique.", valueName: "id|name"),
    completion: .customerNames)
  var customer: String?

  @Flag(help: "All tenants of all customers.")
  var all = false

  @Option(
    name: .customLong("allow-failed"),
    help: ArgumentHelp("With --all: succeed although this tenant is refused (repeatable).", valueName: "id|name"),
    completion: .tenantNames)
  var allowFailed: [String] = []

  func validate() throws {
    guard !all || (tenant == nil && customer == nil) else {
      throw ValidationError("--all can't be combined with --tenant or --customer.")
    }
    guard all || allowFailed.isEmpty else { throw ValidationError("--allow-failed needs --all.") }
    guard all || tenant != nil else { throw ValidationError("Name a tenant with --tenant, or use --all.") }
    guard tenant?.isEmpty != true, customer?.isEmpty != true else {
      throw ValidationError("--tenant and --customer can't be empty: give an id or a name.")
    }
  }

  var allowed: AllowedRefusals { AllowedRefusals(allowFailed) }

  /// Nil for all tenants.
  var query: TenantQuery? {
    tenant.map { TenantQuery(tenant: $0, customer: customer) }
  }
}
