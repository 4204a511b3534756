import Elements
import ElementsHTTP
import Logging

/// An account, ready to be used.
public struct Account: Sendable {
  public let configuration: ElementsConfiguration
  /// What the dashboard's header calls it.
  public let name: String
  public var listed: [Customer] { settings.profile?.customers ?? [] }
  public var described: [DescribedTenant] { settings.profile?.described ?? [] }
  public let settings: SettingsInForce
  /// Where the names that the server lists are kept.
  public var names: NamesFile? { NamesFile(profile: settings.profile?.name, settings.environment) }
  /// Nil where nothing is to be logged.
  public let log: Logger?

  /// Reads the settings and takes the secret from where it is: a setting, a command, or a question on the terminal.
  public static func open(
    _ flags: SettingFlags, environment: EnvironmentVariables
  ) async throws(SettingsError) -> Account {
    let settings = try SettingsInForce(flags, environment: environment)
    // Errors come before the question for a passphrase.
    _ = try settings.clientID
    return try Account(settings, try await CredentialSource(settings).credential())
  }

  /// Checks everything that can be checked without the network.
  public init(_ settings: SettingsInForce, _ credential: Credential) throws(SettingsError) {
    let (clientID, endpoints) = (try settings.clientID, try Endpoints(settings))
    self.settings = settings
    log = try Logger.ofSettings(settings)
    name = [settings.profile?.name, endpoints.name].compactMap { $0 }.joined(separator: " · ")
    do throws(ConfigurationError) {
      configuration = try ElementsConfiguration(
        apiURL: endpoints.api, tokenURL: endpoints.token, clientID: clientID, credential: credential,
        scopes: settings.texts(.scopes), gate: settings.gateLimits, answers: settings.answerLimits,
        proxies: try settings.proxies, caFile: settings.text(.caFile))
    } catch {
      throw error.settingsError(settings)
    }
  }
}

extension SettingsInForce {
  public var clientID: String {
    get throws(SettingsError) {
      guard let clientID = text(.clientID) else { throw incomplete }
      return clientID
    }
  }

  var gateLimits: GateLimits {
    let defaults = GateLimits()
    return GateLimits(
      inFlight: number(.requests) ?? defaults.inFlight, perTenant: number(.requestsPerTenant) ?? defaults.perTenant,
      throttleDeadline: seconds(.throttleDeadline) ?? defaults.throttleDeadline, tries: number(.tries) ?? defaults.tries
    )
  }

  var answerLimits: AnswerLimits {
    let defaults = AnswerLimits()
    return AnswerLimits(
      connect: seconds(.connectTimeout) ?? defaults.connect, idle: seconds(.idleTimeout) ?? defaults.idle,
      whole: seconds(.answerTimeout) ?? defaults.whole)
  }

  /// From the environment variables that other programs use too.
  var proxies: ProxySettings {
    get throws(ConfigurationError) {
      try ProxySettings(
        httpsProxy: environment["HTTPS_PROXY"] ?? environment["https_proxy"],
        noProxy: environment["NO_PROXY"] ?? environment["no_proxy"])
    }
  }

  /// The error for a missing client id, or for neither a secret nor a certificate.
  public var incomplete: SettingsError {
    let hasCredential = [Setting.clientSecret, .clientSecretCommand, .certificate].contains { source(of: $0) != nil }
    let missing = [
      text(.clientID) == nil ? "client_id" : nil, hasCredential ? nil : "client_secret (or a certificate)",
    ].compactMap { $0 }
    let place = profile.map { "the profile \"\($0.name)\" of \(file?.path ?? "")" } ?? "the environment"
    return SettingsError(
      """
      no account is configured: \(missing.joined(separator: " and ")) \
      \(missing.count == 1 ? "is" : "are") missing in \(place).
      To look around without an account, run: risktop demo
      To use yours, \(file.map { "add it to \($0.path)," } ?? "run: risktop init")
      or set RISKTOP_CLIENT_ID and RISKTOP_CLIENT_SECRET to those of an app registration
      (Elements > API app registration), and RISKTOP_ENVIRONMENT unless it is commercial.
      """)
  }
}
