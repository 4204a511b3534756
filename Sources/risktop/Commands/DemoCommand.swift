import ArgumentParser
import CommandLine
import Elements
import ElementsHTTP
import ElementsSandbox
import Settings
import ViewModels

/// The dashboard on a sandbox of its own, over real HTTP.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "The dashboard on made-up data; needs no account and no network.",
    discussion: """
      With --now it is that time for the dashboard too, and stays so: the same flags
      give the same screens on any day.
      """)

  @OptionGroup var sandbox: SandboxOptions

  @MainActor
  func run() async throws {
    let configuration = sandbox.configuration
    do throws(Complaint) {
      let session = try DashboardSession(source: "demo", now: clock) { onGateChange in
        .deferred { try await DemoCommand.connect(to: configuration, onGateChange) }
      }
      await session.run()
    } catch {
      throw error.report()
    }
  }

  /// With `--now` it stands still.
  @MainActor private var clock: @MainActor () -> Timestamp {
    { [now = sandbox.now] in now ?? .now ?? .earliest }
  }

  /// Starts a sandbox and a client of it. The sandbox ends with the process.
  private static func connect(
    to configuration: SandboxConfiguration, _ onGateChange: @escaping @Sendable (GateStatus) -> Void
  ) async throws -> ElementsClient {
    let (ports, continuation) = AsyncThrowingStream.makeStream(of: Int.self)
    Task.detached {
      do {
        try await Sandbox(configuration: configuration).run { port in continuation.yield(port) }
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    for try await port in ports {
      let address = SandboxAddress(port: port)
      let account = try ElementsConfiguration(
        apiURL: EndpointURL(address.apiURL, for: .apiURL), tokenURL: EndpointURL(address.tokenURL, for: .tokenURL),
        clientID: configuration.clientID, credential: .secret(Secret(configuration.clientSecret)))
      return LiveElements(configuration: account, onGateChange: onGateChange).client
    }
    throw SandboxError.failed(cause: "it ended before it listened")
  }
}

extension ElementsClient {
  /// A client that is still being made: all calls wait for it.
  static func deferred(_ make: @escaping @Sendable () async throws -> ElementsClient) -> ElementsClient {
    ElementsClient(through: DeferredCalls(making: Task.detached { try await make() }))
  }
}

private struct DeferredCalls: CallWrapper {
  let making: Task<ElementsClient, any Error>

  func call<Value: Sendable>(
    _ name: ElementsCall, _ ask: @escaping @Sendable (ElementsClient) async throws(ElementsError) -> Value
  ) async throws(ElementsError) -> Value {
    try await ask(try await client(for: name))
  }

  private func client(for name: ElementsCall) async throws(ElementsError) -> ElementsClient {
    do {
      return try await making.value
    } catch {
      let cause = (error as? SandboxError)?.sentence ?? "the sandbox could not start"
      throw ElementsError(call: name, reason: .unreachable(host: "127.0.0.1", cause: cause))
    }
  }
}
