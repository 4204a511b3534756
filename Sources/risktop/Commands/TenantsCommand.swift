import ArgumentParser
import CommandLine
import Elements
import Reports
import ViewModels

/// Customers and their tenants.
struct TenantsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenants",
    abstract: "List customers and their tenants, with their ids.",
    discussion: "A customer who has connected no tenant yet has one line without a tenant.")

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  func run() async throws {
    try await CommandSession.run(account) { session throws(Ending) in
      var sink = ReportSink(session, output.choice, columns: TenantRecord.columns)
      try await session.readCustomers { customers throws(Ending) in
        try sink.write(customers.flatMap(TenantRecord.records))
      }
      try sink.finish()
    }
  }
}
