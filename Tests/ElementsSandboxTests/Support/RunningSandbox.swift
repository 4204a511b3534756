import Elements
import ElementsSandbox

struct NoPort: Error {}

/// Runs a sandbox on a free port, and ends it afterwards only where that is the point: NIO traps where a server is told
/// to stop while a connection waits to be accepted.
func withSandbox<Result: Sendable>(
  _ configuration: SandboxConfiguration = .onWednesday(), clock: ManualClock = ManualClock(), ending: Bool = false,
  unixSeconds: (@Sendable () -> Int64)? = nil,
  onRequest: @escaping @Sendable (RecordedRequest) -> Void = { _ in },
  _ use: (SandboxClient) async throws -> Result
) async throws -> Result {
  let sandbox = Sandbox(
    configuration: configuration, elapsed: { clock.elapsed }, unixSeconds: unixSeconds, onRequest: onRequest)
  let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
  let serving = Task {
    defer { continuation.finish() }
    try await sandbox.run { continuation.yield($0) }
  }
  guard let port = await ports.first(where: { _ in true }) else {
    try await serving.value
    throw NoPort()
  }
  let result = try await use(SandboxClient(port: port))
  guard ending else { return result }
  serving.cancel()
  try await serving.value
  return result
}

/// The path of a call about the first tenant of the `customer`-th customer.
func path(
  _ call: String, _ configuration: SandboxConfiguration = .onWednesday(), customer: Int = 0
) throws -> String {
  let owner = SyntheticWorld(configuration).customers[customer]
  guard let tenant = owner.tenants.first else { throw NoTenant() }
  return "/partner/external/v3/um/customers/\(owner.id)/tenants/\(tenant.id)/overview/security/compliances/\(call)"
}
