import ArgumentParser
import CommandLine
import Elements
import Reports
import SignInAnalysis

/// How many of tenants' actions are risky.
struct ActionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: "Count risky and normal actions, of one tenant or of all.",
    discussion: """
      Your workflows decide which actions are risky. Actions are not sign-ins: never
      compare the two numbers.
      """)

  @OptionGroup(title: "Tenant options")
  var tenants: TenantOptions

  @Option(help: ArgumentHelp("Only one of the counts: risky or normal. (default: both)", valueName: "type"))
  var type: ActionType?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      With --all: only tenants that match, such as 'risky>10 country:NL'. \
      Fields: customer tenant country risky normal.
      """,
      valueName: "query"))
  var filter: String?

  @Option(help: ArgumentHelp("With --all: risky or normal (most first), customer or tenant.", valueName: "key"))
  var sort: TenantSelection.Order?

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  func validate() throws {
    guard tenants.all || filter == nil && sort == nil else { throw ValidationError("--filter and --sort need --all.") }
    try output.validate(noEvents: "counts of actions")
  }

  func run() async throws {
    try await CommandSession.run(account, allowing: tenants.allowed) { session throws(Ending) in
      var sink = try ReportSink(session, output.choice, columns: ActionsRecord.columns)
      let selection = try selection()
      if let query = tenants.query {
        try await session.writeActions(of: try await session.tenant(query), type, into: &sink)
      } else {
        try await session.writeActions(type, selection, into: &sink)
      }
      try sink.finish()
    }
  }

  private func selection() throws(Ending) -> TenantSelection {
    TenantSelection(filter: try Filter.withoutTimes(filter, .countedTenants), order: sort)
  }
}

extension TenantSelection.Order: ExpressibleByArgument {}

extension ActionType: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "risky": self = .risky
    case "normal": self = .normal
    default: return nil
    }
  }

  public static var allValueStrings: [String] { ["risky", "normal"] }
}
