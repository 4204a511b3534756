import ArgumentParser
import Settings

/// Which account to use, as flags. A secret is never a flag.
struct AccountOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The profile of the configuration file.", valueName: "name"))
  var profile: String?

  @Option(help: "The vendor's environment: commercial, government, aos2 or fedramp.")
  var environment: String?

  @Option(help: ArgumentHelp("The API's address, instead of the environment's.", valueName: "url"))
  var apiURL: String?

  @Option(help: ArgumentHelp("The token endpoint, instead of the environment's.", valueName: "url"))
  var tokenURL: String?

  @Option(name: .customLong("client-id"), help: ArgumentHelp("The app registration's id.", valueName: "id"))
  var clientID: String?

  @Option(
    help: ArgumentHelp("Sign in with this certificate (.pfx or PEM) instead of a secret.", valueName: "file"))
  var certificate: String?

  @Option(
    name: .customLong("certificate-key"),
    help: ArgumentHelp("The certificate's private key (PEM), if it is in another file.", valueName: "file"))
  var certificateKey: String?

  @Option(help: ArgumentHelp("The permissions to ask for, separated by spaces.", valueName: "list"))
  var scopes: String?

  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp("Certificates (PEM) to trust in addition to the system's.", valueName: "file"))
  var caFile: String?

  @Option(
    name: .customLong("log-file"),
    help: ArgumentHelp("Log requests and answers to this file, without secrets.", valueName: "file"))
  var logFile: String?

  var flags: SettingFlags {
    let given: [(Setting, String?)] = [
      (.environment, environment), (.apiURL, apiURL), (.tokenURL, tokenURL), (.clientID, clientID),
      (.certificate, certificate), (.certificateKey, certificateKey), (.scopes, scopes), (.caFile, caFile),
      (.logFile, logFile),
    ]
    return SettingFlags(
      profile: profile, values: given.reduce(into: [:]) { values, entry in values[entry.0] = entry.1 })
  }
}
