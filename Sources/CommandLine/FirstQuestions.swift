import Settings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks for what a first configuration needs to know and no flag says.
public struct FirstQuestions {
  private let profile: String
  private let environment: String?
  private let clientID: String?
  private let certificate: String?

  /// - Parameters: what flags say.
  public init(profile: String, environment: String?, clientID: String?, certificate: String?) {
    self.profile = profile
    self.environment = environment
    self.clientID = clientID
    self.certificate = certificate
  }

  public func answers() throws(SettingsError) -> FirstAnswers {
    let known = FirstAnswers.environments.joined(separator: ", ")
    let environment = try answer(environment, "Environment (\(known)) [commercial]: ", default: "commercial")
    guard FirstAnswers.environments.contains(environment.lowercased()) else {
      throw SettingsError("unknown environment \"\(environment)\"; it is one of: \(known)")
    }
    let clientID = try answer(clientID, "Client id of the app registration: ", default: nil)
    return FirstAnswers(
      profile: profile, environment: environment.lowercased(), clientID: clientID, certificate: certificate,
      secret: certificate == nil ? try secret() : "")
  }

  /// What a flag says, else a line of standard input; the question is shown on a terminal only.
  private func answer(
    _ given: String?, _ question: String, default: String?
  ) throws(SettingsError) -> String {
    if let given { return given }
    if isatty(STDIN_FILENO) == 1 { StandardError.write(question) }
    guard let line = readLine() else { throw Self.ended }
    let text = line.withoutOuterSpaces
    if text.isEmpty, let `default` { return `default` }
    guard !text.isEmpty else { throw SettingsError("no answer was given; nothing was written") }
    return text
  }

  private func secret() throws(SettingsError) -> String {
    guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
    switch HiddenInput.ask("Client secret, not shown (Enter alone if a command will supply it): ") {
    case .text(let secret): return secret
    case .noTerminal: return ""
    case .interrupted, .ended: throw Self.ended
    }
  }

  private static let ended = SettingsError("the input ended before all answers were given; nothing was written")
}

extension String {
  fileprivate var withoutOuterSpaces: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
