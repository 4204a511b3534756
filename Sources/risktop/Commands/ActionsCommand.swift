import ArgumentParser
import CommandLine
import Elements
import Reports

/// How many of tenants' actions are risky.
struct ActionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: "Count risky and normal actions, of one tenant or of all.",
    discussion: """
      Your workflows decide which actions are risky. Actions are not sign-ins: the two
      counts can't be compared.
      """)

  @OptionGroup(title: "Tenant options")
  var tenants: TenantOptions

  @Option(help: ArgumentHelp("Only one of the counts: risky or normal. (default: both)", valueName: "type"))
  var type: ActionType?

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  func run() async throws {
    try await CommandSession.run(account) { session throws(Ending) in
      var sink = ReportSink(session, output.choice, columns: ActionsRecord.columns)
      if let query = tenants.query {
        let tenant = try await session.tenant(query)
        try sink.write([try await session.actions(of: tenant, type)])
      } else {
        try await ActionsOfAll(session: session, type: type).read(into: &sink)
      }
      try sink.finish()
    }
  }
}

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
