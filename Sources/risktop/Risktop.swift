import ArgumentParser

/// The program: what it is called with becomes one of its commands.
@main
struct Risktop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risktop",
    abstract: "top for risky sign-ins: the Microsoft 365 tenants of a managed service provider, in a terminal.",
    discussion: """
      Without a subcommand it opens the dashboard on the account that the environment names:

        RISKTOP_CLIENT_ID, RISKTOP_CLIENT_SECRET   the app registration (Elements > API app registration)
        RISKTOP_ENVIRONMENT                        commercial (default), government, aos2 or fedramp
        RISKTOP_API_URL, RISKTOP_TOKEN_URL         own addresses instead of an environment's
        RISKTOP_SCOPES, RISKTOP_CA_FILE            permissions to ask for; certificates to trust beside the system's
        HTTPS_PROXY, NO_PROXY, NO_COLOR            as usual

      'risktop demo' needs no account and no network.
      """,
    version: Version.current,
    subcommands: [DashboardCommand.self, DemoCommand.self, SandboxCommand.self],
    defaultSubcommand: DashboardCommand.self)
}

enum Version {
  static let current = "0.1.0"
}
