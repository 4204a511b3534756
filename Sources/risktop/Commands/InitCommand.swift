import ArgumentParser
import CCoreDumps
import ElementsHTTP

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A first configuration file.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first configuration file, and ask for what goes into it.",
    discussion: """
      Asks for what no flag says; the secret is asked for without showing it, or is
      read from standard input where that is no terminal. The file can be read by you
      alone. A file that is there already stays as it is.
      """)

  @Option(help: ArgumentHelp("The name of the profile.", valueName: "name"))
  var profile = "default"

  @Option(help: "The vendor's environment: commercial, government, aos2 or fedramp.")
  var environment: String?

  @Option(name: .customLong("client-id"), help: ArgumentHelp("The app registration's id.", valueName: "id"))
  var clientID: String?

  @Option(
    help: ArgumentHelp("A certificate to sign in with: no secret is asked for.", valueName: "file"))
  var certificate: String?

  func validate() throws {
    let isName = !profile.isEmpty && profile.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2D || $0 == 0x5F }
    guard isName else { throw ValidationError("A profile's name is of letters, digits, - and _.") }
  }

  func run() throws {
    do throws(Complaint) {
      _ = core_dumps_disable()
      let path = try Self.path()
      guard access(path, F_OK) != 0 else { throw Self.isThere(path) }
      let answers = try FirstAnswers(asked: self)
      try NewFile(path: path).write(FirstConfiguration(answers).text)
      StandardError.write(
        """
        risktop: wrote \(path), which only you can read.
        \(answers.hasCredential ? "" : "No secret was given: set client_secret_command or certificate in it.\nrisktop: ")\
        Next: risktop doctor --profile \(profile)

        """)
    } catch {
      throw error.report()
    }
  }

  private static func path() throws(Complaint) -> String {
    guard let path = ConfigurationPath.file(.process) else {
      throw Complaint(status: .configuration, text: "there is no home directory: set HOME or XDG_CONFIG_HOME")
    }
    return path
  }

  static func isThere(_ path: String) -> Complaint {
    Complaint(
      status: .configuration,
      text: "\(path) is there already and stays as it is; add a profile to it, or move it away first")
  }
}

/// What a first configuration needs to know.
struct FirstAnswers: Hashable {
  let profile: String
  let environment: String
  let clientID: String
  let certificate: String?
  /// Empty where a command or a certificate takes its place.
  let secret: String

  var hasCredential: Bool { certificate != nil || !secret.isEmpty }

  init(profile: String, environment: String, clientID: String, certificate: String?, secret: String) {
    self.profile = profile
    self.environment = environment
    self.clientID = clientID
    self.certificate = certificate
    self.secret = secret
  }

  init(asked command: InitCommand) throws(Complaint) {
    let environments = ElementsEnvironment.allCases.map(\.rawValue)
    let environment = try Self.answer(
      command.environment, "Environment (\(environments.joined(separator: ", "))) [commercial]: ", usual: "commercial")
    guard environments.contains(environment.lowercased()) else {
      throw Complaint(
        status: .configuration,
        text: "the environment \"\(environment)\" is not known; it is one of: \(environments.joined(separator: ", "))")
    }
    let clientID = try Self.answer(command.clientID, "Client id of the app registration: ", usual: nil)
    self.init(
      profile: command.profile, environment: environment.lowercased(), clientID: clientID,
      certificate: command.certificate, secret: command.certificate == nil ? try Self.secret() : "")
  }

  /// What a flag says, else a line of standard input; the question is shown on a terminal alone.
  private static func answer(_ given: String?, _ question: String, usual: String?) throws(Complaint) -> String {
    if let given { return given }
    if isatty(STDIN_FILENO) == 1 { StandardError.write(question) }
    guard let line = readLine() else { throw ended }
    let text = line.trimmingBlanks
    if text.isEmpty, let usual { return usual }
    guard !text.isEmpty else { throw Complaint(status: .configuration, text: "nothing was given; nothing was written") }
    return text
  }

  private static func secret() throws(Complaint) -> String {
    guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
    switch HiddenInput.ask("Client secret, not shown (nothing: a command will give it): ") {
    case .text(let secret): return secret
    case .noTerminal: return ""
    case .interrupted, .ended: throw ended
    }
  }

  private static let ended = Complaint(status: .configuration, text: "the answers ended; nothing was written")
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
