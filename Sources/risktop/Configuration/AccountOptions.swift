import ArgumentParser

/// Where to call and as whom, as far as the command line may say it: secrets never stand there.
struct AccountOptions: ParsableArguments {
  @Option(help: "The vendor's environment: commercial, government, aos2 or fedramp.")
  var environment: String?

  @Option(help: ArgumentHelp("The API's address, in place of the environment's.", valueName: "url"))
  var apiURL: String?

  @Option(help: ArgumentHelp("The token endpoint, in place of the environment's.", valueName: "url"))
  var tokenURL: String?

  @Option(name: .customLong("client-id"), help: ArgumentHelp("The app registration's id.", valueName: "id"))
  var clientID: String?

  @Option(help: ArgumentHelp("The permissions to ask for, separated by blanks.", valueName: "list"))
  var scopes: String?

  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp("Certificates (PEM) to trust beside the system's.", valueName: "file"))
  var caFile: String?
}
