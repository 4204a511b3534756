import Elements
import ElementsSandbox
import SignInStore
import Synchronization
import Testing

@testable import ElementsHTTP

/// A sandbox that goes wrong, with a live client of it. Time is the same for both, and every wait is over at once.
struct FaultySandbox: Sendable {
  let configuration: SandboxConfiguration
  let world: SyntheticWorld
  let client: ElementsClient
  let time: SkippingTime
  let requests: Shared<[RecordedRequest]>

  /// The `number`-th customer's first tenant.
  func tenant(_ number: Int = 0) throws -> SyntheticTenant {
    let customer = world.customers[number]
    let id = try #require(customer.tenants.first).id
    return try #require(world.tenant(TenantReference(customerID: customer.id, tenantID: id)))
  }

  /// What the first tenant's list was at the start, from the newest on.
  func rows() throws -> [SignIn] {
    let tenant = try tenant()
    return tenant.signIns(.all, at: 0..<tenant.initialSignIns, of: tenant.initialSignIns).map(\.signIn)
  }

  /// Reads the first tenant's list. A page at a time the calls come in the same order in every run.
  func read(_ scope: SignInScope = .all, pagesAhead: Int = 1) async throws -> Reading {
    var reader = SignInReader(of: try tenant().reference, scope, client: client, pagesAhead: pagesAhead)
    var reading = Reading()
    do throws(ElementsError) {
      while let rows = try await reader.next() { reading.rows += rows }
    } catch {
      reading.error = error
    }
    reading.coverage = reader.coverage
    return reading
  }

  /// Asks for the counts of all tenants at once, and gives why some can't be had.
  func failuresOfAllCounts() async -> [ElementsError] {
    await withTaskGroup(of: ElementsError?.self) { tasks in
      for customer in world.customers {
        for tenant in customer.tenants {
          tasks.addTask { [client] in
            let reference = TenantReference(customerID: customer.id, tenantID: tenant.id)
            do throws(ElementsError) {
              _ = try await client.actionCounts(reference, nil, .overview)
              return nil
            } catch {
              return error
            }
          }
        }
      }
      return await tasks.reduce(into: []) { failures, failure in
        if let failure { failures.append(failure) }
      }
    }
  }

  /// Calls of the API by the status of their answers; nil for those that got none.
  var statuses: [Int?: Int] {
    Dictionary(requests.value.filter { $0.path != "/connect/token" }.map { ($0.status, 1) }, uniquingKeysWith: +)
  }

  var calls: Int { statuses.values.reduce(0, +) }
  var tokens: Int { requests.value.count { $0.path == "/connect/token" } }
}

/// What came of reading a list.
struct Reading {
  var rows: [SignIn] = []
  var coverage = ReadingCoverage()
  var error: ElementsError?
}

/// Runs such a sandbox of 12 customers with one-tenant lists of `signIns` rows; it serves until all tests have ended.
///
/// The client's calls go one at a time, so that the same faults meet the same calls in every run.
func withFaults(
  _ faults: Faults, signIns: Int = 730, seed: UInt64 = 1, gate: GateLimits = GateLimits(inFlight: 1),
  _ change: (inout SandboxConfiguration) -> Void = { _ in }, _ use: (FaultySandbox) async throws -> Void
) async throws {
  var configuration = SandboxConfiguration()
  configuration.customers = 12
  configuration.signIns = signIns
  configuration.now = Timestamp(iso8601: "2026-03-04T13:20:00Z")
  (configuration.clientID, configuration.clientSecret) = ("me", secret.text)
  (configuration.faults, configuration.faultSeed, configuration.dripPause) = (faults, seed, .microseconds(100))
  change(&configuration)
  let (time, requests) = (SkippingTime(), Shared<[RecordedRequest]>([]))
  let sandbox = Sandbox(
    configuration: configuration, elapsed: { time.source.now() }, unixSeconds: { time.source.unixSeconds() },
    onRequest: { request in requests.change { $0.append(request) } })
  let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
  Task { try await sandbox.run { continuation.yield($0) } }
  let port = try #require(await ports.first { _ in true })
  try await withClient(of: .testing("http://127.0.0.1:\(port)", gate: gate), time: time.source) { client in
    try await use(
      FaultySandbox(
        configuration: configuration, world: SyntheticWorld(configuration), client: client, time: time,
        requests: requests))
  }
}
