import ArgumentParser
import CCoreDumps
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
    do throws(SettingsError) {
      _ = core_dumps_disable()
      let path = try Self.path()
      guard access(path, F_OK) != 0 else { throw NewFile(path: path).isThere }
      let answers = try FirstQuestions(
        profile: profile, environment: environment, clientID: clientID, certificate: certificate
      ).answers()
      try NewFile(path: path).write(FirstConfiguration(answers).text)
      StandardError.write(
        """
        risktop: wrote \(path), which only you can read.
        \(answers.hasCredential ? "" : "No secret was given: set client_secret_command or certificate in it.\nrisktop: ")\
        Next: risktop doctor --profile \(profile)

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
