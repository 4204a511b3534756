import Elements
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An HTTP server on 127.0.0.1 that speaks the Elements API over made-up data.
///
/// ```swift
/// let sandbox = Sandbox(configuration: SandboxConfiguration())
/// try await sandbox.run { port in print("http://127.0.0.1:\(port)") }
/// ```
public struct Sandbox: Sendable {
  public let configuration: SandboxConfiguration
  private let onRequest: @Sendable (RecordedRequest) -> Void
  private let clock: SandboxClock

  /// - Parameters:
  ///   - elapsed: how long the sandbox has been running, by which sign-ins arrive and tokens expire; nil asks the
  ///     continuous clock.
  ///   - unixSeconds: seconds since 1970, for dates in headers and in assertions; nil asks the wall clock.
  ///   - onRequest: called once a request, just before its answer leaves, from any thread.
  public init(
    configuration: SandboxConfiguration, elapsed: (@Sendable () -> Duration)? = nil,
    unixSeconds: (@Sendable () -> Int64)? = nil,
    onRequest: @escaping @Sendable (RecordedRequest) -> Void = { _ in }
  ) {
    self.configuration = configuration
    self.onRequest = onRequest
    clock = SandboxClock(elapsed: elapsed, unixSeconds: unixSeconds)
  }

  /// Binds the port, calls `ready` with the one that was bound, and serves until the task is cancelled. It handles no
  /// signals and logs nothing.
  ///
  /// Cancel it only when nobody is connecting: NIO traps where a connection that waits to be accepted is dropped. A
  /// process that ends has no such care to take.
  public func run(ready: @escaping @Sendable (Int) async -> Void = { _ in }) async throws(SandboxError) {
    guard (0...65_535).contains(configuration.port) else { throw .noSuchPort(configuration.port) }
    let application = Application(
      router: router(),
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: configuration.port)),
      onServerRunning: { channel in await ready(channel.localAddress?.port ?? 0) },
      logger: Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() })
    do {
      try await application.run()
    } catch {
      // However the server puts it, being told to stop is no failure.
      if Task.isCancelled { return }
      throw SandboxError(error, port: configuration.port)
    }
  }

  private func router() -> Router<SandboxContext> {
    let dice = FaultDice(configuration)
    let tokens = TokenBook(seed: configuration.seed, lifetime: configuration.tokenLifetime, dice: dice)
    let world = SyntheticWorld(configuration)
    let routes = Routes(
      token: TokenEndpoint(configuration: configuration, tokens: tokens, clock: clock),
      calls: Calls(
        dialect: configuration.dialect, dice: dice, world: world, shelf: TenantShelf(world), tokens: tokens,
        shifts: Shifts(dice), elapsed: clock.elapsed))
    return routes.router(Front(configuration, dice: dice, clock: clock, onRequest: onRequest))
  }
}

extension SandboxError {
  fileprivate init(_ error: any Error, port: Int) {
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE: self = .portTaken(port)
    case EACCES: self = .portForbidden(port)
    default: self = .failed(cause: "\(error)")
    }
  }
}
