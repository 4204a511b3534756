import Elements
import ElementsSandbox
import Foundation

/// A sandbox that goes wrong, in real time, for a command that runs against it; it serves until all tests have ended.
struct FaultySandbox: Sendable {
  let configuration: SandboxConfiguration
  let port: Int
  let requests: RequestLog
  /// The tenants that can be read, in the customers' order.
  let tenants: [SyntheticTenant]
  /// Those that can't.
  let refused: [SyntheticTenant]

  init(_ configuration: SandboxConfiguration, port: Int, requests: RequestLog) {
    (self.configuration, self.port, self.requests) = (configuration, port, requests)
    let world = SyntheticWorld(configuration)
    let all = world.customers.flatMap { customer in
      customer.tenants.compactMap { world.tenant(TenantReference(customerID: customer.id, tenantID: $0.id)) }
    }
    let isRefused = all.map { tenant in
      tenant.isForbidden || configuration.strikes(.forbidden, tenant.reference)
        || configuration.strikes(.missing, tenant.reference)
    }
    tenants = zip(all, isRefused).filter { !$1 }.map(\.0)
    refused = zip(all, isRefused).filter(\.1).map(\.0)
  }

  /// The calls of the API.
  var calls: [RecordedRequest] { requests.all.filter { $0.path != "/connect/token" } }

  func run(_ arguments: String...) async throws -> Finished { try await run(arguments) }

  func run(_ arguments: [String]) async throws -> Finished {
    let address = "http://127.0.0.1:\(port)"
    let account = [
      "RISKTOP_API_URL": address, "RISKTOP_TOKEN_URL": address + "/connect/token",
      "RISKTOP_CLIENT_ID": configuration.clientID, "RISKTOP_CLIENT_SECRET": configuration.clientSecret,
    ]
    return try await Subprocess.run(
      Program.executable, arguments, environment: Program.plainEnvironment.merging(account) { $1 })
  }
}

func withFaults(
  _ faults: Faults = .none, signIns: Int = 250, customers: Int = 6,
  _ change: (inout SandboxConfiguration) -> Void = { _ in }, _ use: (FaultySandbox) async throws -> Void
) async throws {
  var configuration = SandboxConfiguration.onWednesday(signIns: signIns, customers: customers)
  configuration.faults = faults
  change(&configuration)
  let requests = RequestLog()
  let sandbox = Sandbox(configuration: configuration, onRequest: { requests.add($0) })
  try await use(FaultySandbox(configuration, port: try await sandbox.serve(), requests: requests))
}
