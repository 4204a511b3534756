import ArgumentParser
import CommandLine
import Elements
import ElementsHTTP
import ElementsSandbox

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The API over made-up data, for any program on this machine.
struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Serve the API over made-up data on this machine.",
    discussion: """
      Serves until ^C. The first lines it prints connect a shell to it: copy them
      into another terminal and run risktop there. --stories says what there is to
      find.
      """)

  @OptionGroup var sandbox: SandboxOptions

  @Option(help: ArgumentHelp("The port on 127.0.0.1; 0 takes a free one.", valueName: "n"))
  var port = 0

  @Option(
    help: ArgumentHelp(
      "Also accept this certificate (PEM) for signing in, not only the secret.", valueName: "file"))
  var certificate: String?

  @Flag(help: "Print what is planted where and what should be made of it, and end.")
  var stories = false

  func run() async throws {
    var configuration = sandbox.configuration
    if stories {
      return print(StoryListing(SyntheticWorld(configuration).stories).text, terminator: "")
    }
    configuration.port = port
    do throws(Complaint) {
      configuration.certificate = try certificate.map(RegisteredCertificate.init(file:))
      try await serve(configuration)
    } catch {
      throw error.report()
    }
  }

  private func serve(_ configuration: SandboxConfiguration) async throws(Complaint) {
    do throws(SandboxError) {
      try await Sandbox(configuration: configuration).run { [certificate] port in
        print(SandboxAddress(port: port).exports(configuration, certificate: certificate))
        fflush(nil)
      }
    } catch {
      throw Complaint(status: .unavailable, text: error.sentence)
    }
  }
}

/// Where a sandbox listens.
struct SandboxAddress {
  let port: Int

  var apiURL: String { "http://127.0.0.1:\(port)" }
  var tokenURL: String { "\(apiURL)/connect/token" }

  /// Lines that a shell understands; with a certificate's file they name that in place of the secret.
  func exports(_ configuration: SandboxConfiguration, certificate: String? = nil) -> String {
    """
    export RISKTOP_API_URL=\(apiURL)
    export RISKTOP_TOKEN_URL=\(tokenURL)
    export RISKTOP_CLIENT_ID=\(configuration.clientID)
    \(certificate.map(credentials) ?? "export RISKTOP_CLIENT_SECRET=\(configuration.clientSecret)")
    """
  }

  /// The private key is never read here.
  private func credentials(_ certificate: String) -> String {
    """
    export RISKTOP_CERTIFICATE='\(certificate.replacing("'", with: "'\\''"))'
    # and RISKTOP_CERTIFICATE_KEY, unless that file holds the private key too
    """
  }
}

extension SandboxError {
  /// What happened and what to do.
  var sentence: String {
    switch self {
    case .noSuchPort(let port): "the sandbox can't listen on port \(port): ports go from 0 to 65535"
    case .portTaken(let port):
      "the sandbox can't listen on port \(port): another program uses it; choose another --port, or 0 for a free one"
    case .portForbidden(let port): "the sandbox is not allowed to listen on port \(port); choose one above 1023"
    case .failed(let cause): "the sandbox could not start: \(cause)"
    }
  }
}
