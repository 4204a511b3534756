import ArgumentParser
import CommandLine
import Reports
import SignInAnalysis

/// All addresses that sign-ins came from.
struct AddressesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "addresses",
    abstract: "List the addresses that sign-ins came from, with customers, users and sign-ins.",
    discussion: """
      Reads the sign-ins of all the tenants named, back to --since, before the first
      line is written. first and last are those of the sign-ins read. stayed is how
      many users signed in there at least twice within 12 h, 30 min or more apart:
      a hint that somebody got in, no proof.

        risktop addresses --all --risky --since 7d
        risktop addresses --all --since 24h --filter 'customers>1' --sort risky
      """)

  @OptionGroup(title: "Tenant options")
  var tenants: TenantOptions

  @OptionGroup(title: "Reading options")
  var reading: ReadingOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Only addresses that match: ip: country: customer: tenant: customers>n tenants>n users>n risky>n \
      normal>n stayed>n.
      """,
      valueName: "query"))
  var filter: String?

  @Option(help: ArgumentHelp("Most or latest first; addresses upwards. (default: customers)", valueName: "key"))
  var sort = SortKey.customers

  @Option(help: ArgumentHelp("Write at most this many.", valueName: "n"))
  var limit: Int?

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  enum SortKey: String, ExpressibleByArgument, CaseIterable {
    case ip, customers, tenants, users, count, risky, stayed, first, last
  }

  func validate() throws {
    guard limit ?? 1 > 0 else { throw ValidationError("--limit must be at least 1.") }
  }

  func run() async throws {
    try await CommandSession.run(account, allowing: tenants.allowed) { session throws(Ending) in
      let filter = try Filter.withoutTimes(filter, .addresses)
      var sink = try ReportSink(session, output.choice, columns: AddressRecord.columns)
      var collection = SignInCollection(try await tenants.sweep(try reading.selection(nil, session), session))
      try await collection.read()
      try collection.writeAddresses(
        AddressSelection(filter: filter, order: AddressOrder(sort.column), limit: limit), into: &sink)
      try sink.finish()
    }
  }
}

extension AddressesCommand.SortKey {
  fileprivate var column: AddressColumn {
    switch self {
    case .ip: .address
    case .customers: .customers
    case .tenants: .tenants
    case .users: .users
    case .count: .signIns
    case .risky: .risky
    case .stayed: .stayed
    case .first: .first
    case .last: .last
    }
  }
}
