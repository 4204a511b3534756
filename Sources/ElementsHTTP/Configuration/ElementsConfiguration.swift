/// Where to call and as whom. Once made, it can be used: what can't be is refused at once.
public struct ElementsConfiguration: Sendable {
  /// Calls go to this URL with their path added.
  public let apiURL: EndpointURL
  public let tokenURL: EndpointURL
  public let clientID: String
  public let credential: Credential
  /// In the order in which they are asked for.
  public let scopes: [String]
  public let gate: GateLimits
  public let answers: AnswerLimits
  public let proxies: ProxySettings
  /// A PEM file whose certificates are trusted besides the system's.
  public let caFile: String?

  let roots: TrustedRoots?

  /// Checks everything that can be checked without the network, and reads `caFile`.
  public init(
    apiURL: EndpointURL, tokenURL: EndpointURL, clientID: String, credential: Credential,
    scopes: [String] = ElementsScope.all, gate: GateLimits = GateLimits(), answers: AnswerLimits = AnswerLimits(),
    proxies: ProxySettings = .none, caFile: String? = nil
  ) throws(ConfigurationError) {
    guard !clientID.isEmpty else { throw ConfigurationError(field: .clientID, problem: .empty) }
    if case .secret(let secret) = credential, secret.isEmpty {
      throw ConfigurationError(field: .clientSecret, problem: .empty)
    }
    try Self.check(scopes: scopes)
    if let caFile { roots = try TrustedRoots(pemFile: caFile) } else { roots = nil }
    self.apiURL = apiURL
    self.tokenURL = tokenURL
    self.clientID = clientID
    self.credential = credential
    self.scopes = scopes
    self.gate = gate
    self.answers = answers
    self.proxies = proxies
    self.caFile = caFile
  }

  /// What is sent as it is and may therefore be echoed.
  var secrets: [Secret] {
    let proof: [Secret] = if case .secret(let secret) = credential { [secret] } else { [] }
    guard case .http(_, let password) = proxies.proxy?.kind else { return proof }
    return proof + [password]
  }

  private static func check(scopes: [String]) throws(ConfigurationError) {
    guard !scopes.isEmpty, !scopes.contains("") else { throw ConfigurationError(field: .scopes, problem: .empty) }
    guard scopes.joined(separator: " ").count <= ElementsScope.lengthLimit else {
      throw ConfigurationError(field: .scopes, problem: .tooLong(limit: ElementsScope.lengthLimit))
    }
  }
}
