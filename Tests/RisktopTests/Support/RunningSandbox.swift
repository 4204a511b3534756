import Elements
import ElementsSandbox
import Synchronization
import Testing

extension SandboxConfiguration {
  /// The same data in every run: a Wednesday afternoon.
  static func onWednesday(signIns: Int? = 3_000, customers: Int = 12) -> SandboxConfiguration {
    var configuration = SandboxConfiguration()
    configuration.customers = customers
    configuration.signIns = signIns
    configuration.now = Timestamp(iso8601: "2026-03-04T13:20:00Z")
    return configuration
  }
}

/// A sandbox in the test's own process, whose calls are counted and whose data are known.
struct RunningSandbox: Sendable {
  let port: Int
  let world: SyntheticWorld
  let requests: RequestLog
  let clock: ManualClock

  /// The dashboard on this sandbox.
  func dashboard(
    _ arguments: [String] = [], secret: String = "sandbox-secret", environment: [String: String] = [:]
  ) -> Program {
    let account = [
      "RISKTOP_API_URL": "http://127.0.0.1:\(port)", "RISKTOP_TOKEN_URL": "http://127.0.0.1:\(port)/connect/token",
      "RISKTOP_CLIENT_ID": "sandbox", "RISKTOP_CLIENT_SECRET": secret,
    ]
    return Program(arguments: arguments, environment: account.merging(environment) { _, own in own })
  }

  /// The dashboard with the first customer's tenant open.
  func tenantDashboard(environment: [String: String] = [:]) throws -> Program {
    let reference = try contoso.reference
    return dashboard(
      ["--customer", reference.customerID, "--tenant", reference.tenantID], environment: environment)
  }

  /// The first customer's tenant.
  var contoso: SyntheticTenant {
    get throws {
      let customer = try #require(world.customers.first)
      let tenant = try #require(customer.tenants.first)
      return try #require(world.tenant(TenantReference(customerID: customer.id, tenantID: tenant.id)))
    }
  }
}

/// The calls that reached a sandbox.
final class RequestLog: Sendable {
  private let seen = Mutex<[RecordedRequest]>([])

  func add(_ request: RecordedRequest) { seen.withLock { $0.append(request) } }

  var all: [RecordedRequest] { seen.withLock { $0 } }
  var customerCalls: Int { all.count { $0.path.hasSuffix("/customers/batch") } }
  /// The queries of the calls for sign-ins, in the order of their answers.
  var signInQueries: [String] { all.filter { $0.path.hasSuffix("/signins") }.compactMap(\.query) }
}

/// Time that passes when a test says so.
final class ManualClock: Sendable {
  private let now = Mutex(Duration.zero)

  var elapsed: Duration { now.withLock { $0 } }

  func advance(by duration: Duration) { now.withLock { $0 += duration } }
}

extension Sandbox {
  /// Gives the port once it listens.
  ///
  /// It serves until all tests have ended: NIO traps where a server is told to stop while a connection waits to be
  /// accepted, and a program that was just closed may still be connecting.
  func serve() async throws -> Int {
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let serving = Task {
      defer { continuation.finish() }
      try await run { continuation.yield($0) }
    }
    guard let port = await ports.first(where: { _ in true }) else {
      try await serving.value
      throw Missing(what: "a port", remedy: "the sandbox ended before it listened")
    }
    return port
  }
}

/// Runs a sandbox on a free port.
func withSandbox(
  _ configuration: SandboxConfiguration = .onWednesday(), _ use: (RunningSandbox) async throws -> Void
) async throws {
  let (requests, clock) = (RequestLog(), ManualClock())
  let sandbox = Sandbox(
    configuration: configuration, elapsed: { clock.elapsed }, onRequest: { requests.add($0) })
  let port = try await sandbox.serve()
  try await use(RunningSandbox(port: port, world: SyntheticWorld(configuration), requests: requests, clock: clock))
}
