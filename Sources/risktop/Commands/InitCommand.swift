import ArgumentParser
import CProcess
import CommandLine
import Settings

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
    abstract: "Write a first configuration file from your answers.",
    discussion: """
      Asks for everything that no flag gives. The secret is not shown while you type;
      without a terminal it is read from standard input. Only you can read the file.
      An existing file is not changed.
      """)

  @Option(help: ArgumentHelp("The name of the profile.", valueName: "name"))
  var profile = "default"

  @Option(help: "The vendor's environment: commercial, government, aos2 or fedramp.")
  var environment: String?

  @Option(name: .customLong("client-id"), help: ArgumentHelp("The app registration's id.", valueName: "id"))
  var clientID: String?

  @Option(
    help: ArgumentHelp("Sign in with this certificate; no secret is asked for.", valueName: "file"))
  var certificate: String?

  func validate() throws {
    let isName = !profile.isEmpty && profile.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2D || $0 == 0x5F }
    guard isName else { throw ValidationError("A profile's name may hold letters, digits, - and _ only.") }
  }

  func run() throws {
    do throws(SettingsError) {
      _ = core_dumps_disable()
      let path = try Self.path()
      guard access(path, F_OK) != 0 else { throw NewFile(path: path).isThere }
      let answers = try FirstQuestions(
        profile: profile, environment: environment, clientID: clientID, certificate: certificate
      ).answers()
      try NewFile(path: path).write(FirstConfiguration(answers).text)
      let missing = "No secret was given: set client_secret_command or certificate in it.\n"
      StandardError.write(
        """
        risktop: wrote \(path); only you can read it.
        \(answers.hasCredential ? "" : missing)Next: risktop doctor --profile \(profile)

        """)
    } catch {
      throw Complaint(error).report()
    }
  }

  private static func path() throws(SettingsError) -> String {
    guard let path = ConfigurationPath.file(.process) else {
      throw SettingsError("there is no home directory: set HOME or XDG_CONFIG_HOME")
    }
    return path
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
