import ArgumentParser
import CommandLine
import Elements
import Reports
import SignInAnalysis

/// Customers and their tenants.
struct TenantsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenants",
    abstract: "List customers and their tenants, with their ids.",
    discussion: """
      A customer who has connected no tenant yet has one line without a tenant. The
      counts of actions are read, with a call a tenant, only if --sort, --filter or
      --columns asks for them.
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only those that match the filter: customer: tenant: country: risky>10 normal=0, or a word.", valueName: "query"))
  var filter: String?

  @Option(
    help: ArgumentHelp("customer or tenant: by that name; risky or normal: most actions first.", valueName: "key"))
  var sort: TenantSelection.Order?

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  func validate() throws {
    try output.validate(noEvents: "tenants")
  }

  func run() async throws {
    try await CommandSession.run(account) { session throws(Ending) in
      let selection = TenantSelection(filter: try Filter.withoutTimes(filter, .countedTenants), order: sort)
      let hasCounts = selection.needsCounts || TenantRecord.areCounts(among: output.columns ?? [])
      var sink = try ReportSink(
        session, output.choice, columns: TenantRecord.columns(hasCounts: hasCounts),
        withoutFields: hasCounts ? [] : Set(TenantRecord.countNames))
      try await session.writeTenants(selection, hasCounts: hasCounts, into: &sink)
      try sink.finish()
    }
  }
}
