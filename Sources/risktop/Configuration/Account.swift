import ElementsHTTP

/// An account, ready to be used: flags first, then the environment.
struct Account: Sendable {
  let configuration: ElementsConfiguration
  /// What the dashboard's header calls it.
  let name: String

  init(_ options: AccountOptions, settings: Settings) throws(Complaint) {
    let environment = try Account.environment(options, settings)
    let apiURL = options.apiURL ?? settings["RISKTOP_API_URL"]
    let tokenURL = options.tokenURL ?? settings["RISKTOP_TOKEN_URL"]
    guard let clientID = options.clientID ?? settings["RISKTOP_CLIENT_ID"],
      let secret = settings["RISKTOP_CLIENT_SECRET"]
    else { throw Account.incomplete(options, settings) }
    guard (apiURL == nil) == (tokenURL == nil) else { throw Account.halfAnAddress(hasAPI: apiURL != nil) }
    do throws(ConfigurationError) {
      let api = try apiURL.map { text throws(ConfigurationError) in try EndpointURL(text, for: .apiURL) }
      let token = try tokenURL.map { text throws(ConfigurationError) in try EndpointURL(text, for: .tokenURL) }
      configuration = try ElementsConfiguration(
        apiURL: api ?? environment.apiURL, tokenURL: token ?? environment.tokenURL, clientID: clientID,
        credential: .secret(Secret(secret)), scopes: Account.scopes(options, settings),
        proxies: try ProxySettings(
          httpsProxy: settings["HTTPS_PROXY"] ?? settings["https_proxy"],
          noProxy: settings["NO_PROXY"] ?? settings["no_proxy"]),
        caFile: options.caFile ?? settings["RISKTOP_CA_FILE"])
      name = api?.host ?? environment.rawValue
    } catch {
      throw Complaint(status: .configuration, text: error.sentence)
    }
  }

  private static func environment(
    _ options: AccountOptions, _ settings: Settings
  ) throws(Complaint) -> ElementsEnvironment {
    guard let name = options.environment ?? settings["RISKTOP_ENVIRONMENT"] else { return .commercial }
    guard let environment = ElementsEnvironment(rawValue: name.lowercased()) else {
      let known = ElementsEnvironment.allCases.map(\.rawValue).joined(separator: ", ")
      throw Complaint(
        status: .configuration,
        text: "the environment \"\(name)\" (RISKTOP_ENVIRONMENT or --environment) is not known; it is one of: \(known)")
    }
    return environment
  }

  private static func scopes(_ options: AccountOptions, _ settings: Settings) -> [String] {
    guard let text = options.scopes ?? settings["RISKTOP_SCOPES"] else { return ElementsScope.all }
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func incomplete(_ options: AccountOptions, _ settings: Settings) -> Complaint {
    var missing: [String] = []
    if options.clientID == nil, settings["RISKTOP_CLIENT_ID"] == nil { missing.append("RISKTOP_CLIENT_ID") }
    if settings["RISKTOP_CLIENT_SECRET"] == nil { missing.append("RISKTOP_CLIENT_SECRET") }
    let verb = missing.count == 1 ? "is" : "are"
    return Complaint(
      status: .configuration,
      text: """
        no account is configured: \(missing.joined(separator: " and ")) \(verb) not set.
        To look around without an account, run: risktop demo
        To use yours, set RISKTOP_CLIENT_ID and RISKTOP_CLIENT_SECRET to those of an app registration
        (Elements > API app registration), and RISKTOP_ENVIRONMENT unless it is commercial.
        """)
  }

  private static func halfAnAddress(hasAPI: Bool) -> Complaint {
    let (given, missing) =
      hasAPI ? ("RISKTOP_API_URL", "RISKTOP_TOKEN_URL") : ("RISKTOP_TOKEN_URL", "RISKTOP_API_URL")
    return Complaint(
      status: .configuration,
      text:
        "\(given) is set and \(missing) is not: own addresses come in pairs, so that no secret goes to another's server"
    )
  }
}
