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
    discussion: "A customer who has connected no tenant yet has one line without a tenant.")

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only those that match the filter: customer: tenant: country:, or a word.", valueName: "query"))
  var filter: String?

  @Option(help: ArgumentHelp("customer or tenant: sort by that name.", valueName: "key"))
  var sort: SortKey?

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  enum SortKey: String, ExpressibleByArgument, CaseIterable {
    case customer, tenant
  }

  func validate() throws {
    try output.validate(noEvents: "tenants")
  }

  func run() async throws {
    try await CommandSession.run(account) { session throws(Ending) in
      var sink = try ReportSink(session, output.choice, columns: TenantRecord.columns)
      try await session.writeTenants(try selection(), into: &sink)
      try sink.finish()
    }
  }

  private func selection() throws(Ending) -> TenantSelection {
    TenantSelection(
      filter: try Filter.ofTenants(filter, .namedTenants), order: sort.flatMap { .init(rawValue: $0.rawValue) })
  }
}
