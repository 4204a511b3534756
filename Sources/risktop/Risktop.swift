import ArgumentParser
import CProcess
import CommandLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program.
@main
enum Program {
  static func main() async {
    memory_return()
    StandardDescriptors.occupy()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try await Risktop.asyncParseAsRoot(arguments)
      guard var asynchronous = command as? any AsyncParsableCommand else { return try command.run() }
      try OpenFiles.ensureRoom(for: command)
      try await asynchronous.run()
    } catch let complaint as Complaint {
      exit(complaint.report().rawValue)
    } catch {
      exit(await Parting(from: error, arguments: arguments).take().rawValue)
    }
  }
}

extension OpenFiles {
  /// The sandbox has a thread for each core, the client one.
  fileprivate static func ensureRoom(for command: any ParsableCommand) throws(Complaint) {
    let servesItself = command is SandboxCommand || command is DemoCommand
    try ensureRoom(threads: servesItself ? 1 + sysconf(Int32(_SC_NPROCESSORS_ONLN)) : 1)
  }
}

/// All that it can be called with.
struct Risktop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risktop",
    abstract: "top for risky sign-ins, over many Microsoft 365 tenants.",
    usage: """
      risktop [--profile NAME] [--tenant ID|NAME [--customer ID|NAME]]
      risktop demo
      risktop <subcommand>
      """,
    discussion: """
      Without a subcommand it opens the dashboard. The account comes from flags, else
      from the environment, else from a profile in ~/.config/risktop/config.toml:

        RISKTOP_PROFILE          the profile
        RISKTOP_CLIENT_ID        the app registration's id
        RISKTOP_CLIENT_SECRET    its secret
        RISKTOP_CERTIFICATE      or a certificate (.pfx or PEM),
        RISKTOP_CERTIFICATE_KEY  and its key, if it is in another file
        RISKTOP_ENVIRONMENT      commercial (default), government, aos2, fedramp
        RISKTOP_API_URL          other addresses than the environment's:
        RISKTOP_TOKEN_URL        set both
        RISKTOP_SCOPES           permissions to ask for, separated by spaces
        RISKTOP_CA_FILE          certificates to trust besides the system's
        RISKTOP_LOG_FILE         a log of requests and answers, without secrets
        HTTPS_PROXY, NO_PROXY    a proxy, and the hosts that need none
        NO_COLOR                 no colours

      Register an app under Elements > API app registration, then 'risktop init'.
      'risktop doctor' finds what is wrong. 'risktop demo' needs no account.
      """,
    version: Version.current,
    subcommands: [
      DashboardCommand.self, DemoCommand.self, TenantsCommand.self, ActionsCommand.self, SignInsCommand.self,
      AddressesCommand.self, TallyCommand.self, InitCommand.self, ConfigCommand.self, DoctorCommand.self,
      SandboxCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}

enum Version {
  static let current = "0.1.0"
}
