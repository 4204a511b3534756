import ElementsHTTP

/// A setting: its name in the configuration file, in the environment and on the command line.
public struct Setting: Hashable, Sendable {
  /// What a value must be.
  enum Kind: Hashable, Sendable {
    case text
    /// Never shown, and refused in a file that others can read.
    case secret
    /// For a shell; only the program's name is shown, since the rest may hold a secret.
    case command
    /// A program and its arguments, for no shell; only the program's name is shown.
    case arguments
    /// Of a file or folder; `~/` at its beginning is the home directory.
    case path
    case choice([String])
    case number(ClosedRange<Int>)
    case texts
    case flag
  }

  /// Dotted, as in `limits.requests`.
  public let name: String
  let kind: Kind
  /// In the environment.
  public private(set) var variable: String?
  /// On the command line.
  public private(set) var flag: String?

  public static let environment = Setting(
    name: "environment", kind: .choice(ElementsEnvironment.allCases.map(\.rawValue)), variable: "RISKTOP_ENVIRONMENT",
    flag: "--environment")
  public static let apiURL = Setting(name: "api_url", kind: .text, variable: "RISKTOP_API_URL", flag: "--api-url")
  public static let tokenURL = Setting(
    name: "token_url", kind: .text, variable: "RISKTOP_TOKEN_URL", flag: "--token-url")
  public static let clientID = Setting(
    name: "client_id", kind: .text, variable: "RISKTOP_CLIENT_ID", flag: "--client-id")
  public static let clientSecret = Setting(name: "client_secret", kind: .secret, variable: "RISKTOP_CLIENT_SECRET")
  public static let clientSecretCommand = Setting(name: "client_secret_command", kind: .command)
  public static let certificate = Setting(
    name: "certificate", kind: .path, variable: "RISKTOP_CERTIFICATE", flag: "--certificate")
  public static let certificateKey = Setting(
    name: "certificate_key", kind: .path, variable: "RISKTOP_CERTIFICATE_KEY", flag: "--certificate-key")
  public static let passphraseCommand = Setting(name: "certificate_passphrase_command", kind: .command)
  public static let scopes = Setting(name: "scopes", kind: .texts, variable: "RISKTOP_SCOPES", flag: "--scopes")
  public static let caFile = Setting(name: "ca_file", kind: .path, variable: "RISKTOP_CA_FILE", flag: "--ca-file")
  public static let logFile = Setting(name: "log_file", kind: .path, variable: "RISKTOP_LOG_FILE", flag: "--log-file")
  public static let timeZone = Setting(name: "time_zone", kind: .choice(["utc", "local"]))
  /// Whether clicks and the wheel reach the dashboard.
  public static let mouse = Setting(name: "mouse", kind: .flag)
  /// Networks with labels, as CSV.
  public static let networksFile = Setting(name: "networks_file", kind: .path)
  /// Where the dashboard writes exports and tickets; the current folder where it is not set.
  public static let exportFolder = Setting(name: "export_folder", kind: .path)
  public static let favourites = Setting(name: "favourites", kind: .texts)

  /// What is given the text that is copied, in place of the terminal.
  public static let clipboardCommand = Setting(name: "clipboard_command", kind: .arguments)
  public static let ticketTemplate = Setting(name: "ticket_template", kind: .path)
  public static let ticketFormat = Setting(name: "ticket_format", kind: .choice(["text", "markdown"]))
  /// What is given the text of a ticket.
  public static let ticketCommand = Setting(name: "ticket_command", kind: .arguments)

  /// Requests at the same time.
  public static let requests = Setting(name: "limits.requests", kind: .number(1...64))
  public static let requestsPerTenant = Setting(name: "limits.requests_per_tenant", kind: .number(1...64))
  /// Sign-ins that the dashboard keeps, over all tenants.
  public static let rows = Setting(name: "limits.rows", kind: .number(10_000...4_000_000_000))
  /// A minute, for looking further back.
  public static let lookBackCalls = Setting(name: "limits.look_back_calls", kind: .number(1...6_000))
  /// Of one call after a server error or a broken connection.
  public static let tries = Setting(name: "limits.tries", kind: .number(1...10))
  /// These are in seconds.
  public static let throttleDeadline = Setting(name: "limits.throttle_deadline", kind: .number(0...3_600))
  public static let connectTimeout = Setting(name: "limits.connect_timeout", kind: .number(1...600))
  public static let idleTimeout = Setting(name: "limits.idle_timeout", kind: .number(1...600))
  public static let answerTimeout = Setting(name: "limits.answer_timeout", kind: .number(1...3_600))

  /// How many risky actions mark a tenant as risky.
  public static let riskyActions = Setting(name: "thresholds.risky_actions", kind: .number(1...1_000_000))

  /// Sign-ins that the dashboard keeps where no setting says how many.
  public static let defaultRows = 2_000_000
  /// Calls a minute for looking further back where no setting says how many.
  public static let defaultLookBackCalls = 60

  /// In the order in which they are shown.
  public static let all = [
    environment, apiURL, tokenURL, clientID, clientSecret, clientSecretCommand, certificate, certificateKey,
    passphraseCommand, scopes, caFile, logFile, timeZone, mouse, exportFolder, networksFile, favourites,
    clipboardCommand, ticketTemplate, ticketFormat, ticketCommand, requests, requestsPerTenant, rows,
    lookBackCalls, tries, throttleDeadline, connectTimeout, idleTimeout, answerTimeout, riskyActions,
  ]

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
