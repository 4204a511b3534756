import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct CancellationTests {
  private let time = ManualTime()
  private let reports = Shared<[GateStatus]>([])
  private let isSilent = Shared(true)

  @Test func `A cancelled call ends at once, and keeps its turn until the server has answered`() async throws {
    try await run(gate: GateLimits(inFlight: 1)) { _ in
      .json(someCounts)
    } use: { server, client in
      let call = counts(client)
      try await eventually { server.count("/actions") == 1 }
      call.cancel()
      #expect(await call.value == .cancelled)
      let next = counts(client)
      try await eventually { reports.value.last?.waiting == 1 }
      #expect(reports.value.last?.inFlight == 1 && server.count("/actions") == 1)
      isSilent.change { $0 = false }
      #expect(await next.value == nil)
      #expect(server.count("/actions") == 2)
    }
  }

  @Test func `An answer that nobody waits for is given up after ten seconds`() async throws {
    try await run { _ in
      .silence
    } use: { server, client in
      let calls = (0..<20).map { counts(client, tenant: String($0)) }
      try await eventually { server.count("/actions") == 6 && reports.value.last?.waiting == 14 }
      for call in calls { call.cancel() }
      for call in calls { #expect(await call.value == .cancelled) }
      try await eventually { time.sleepers == 6 }
      time.advance(by: .milliseconds(9_999))
      #expect(reports.value.last == GateStatus(inFlight: 6, waiting: 0, limit: 6, pause: nil))
      time.advance(by: .milliseconds(1))
      // All six connections are closed: the server need not go on.
      try await eventually { server.closed.value >= 6 }
      try await eventually { reports.value.last == GateStatus(inFlight: 0, waiting: 0, limit: 6, pause: nil) }
      #expect(server.count("/actions") == 6)
    }
  }

  @Test func `A 429 holds all calls back, though nobody waits for it any more`() async throws {
    try await run { number in
      number == 1 ? .json("", status: 429, headers: [("Retry-After", "7")]) : .json(someCounts)
    } use: { server, client in
      let call = counts(client)
      try await eventually { server.count("/actions") == 1 }
      call.cancel()
      #expect(await call.value == .cancelled)
      isSilent.change { $0 = false }
      try await eventually { reports.value.last?.pause == .seconds(7) }
      let next = counts(client)
      try await eventually { reports.value.last?.waiting == 1 }
      time.advance(by: .seconds(7))
      #expect(await next.value == nil)
    }
  }

  @Test func `Who waits for the token and is cancelled gives the turn back at once`() async throws {
    try await ScriptedServer.run { _ in
      .silence
    } use: { server in
      try await withClient(server) { client in
        let call = counts(client)
        try await eventually { server.count("/connect/token") == 1 }
        call.cancel()
        #expect(await call.value == .cancelled)
        #expect(reports.value.last == GateStatus(inFlight: 0, waiting: 0, limit: 6, pause: nil))
      }
    }
  }

  @Test(arguments: [(1, 2), (10, 6)])
  func `However often calls are made and cancelled, the server has no more of them`(
    tenants: Int, most: Int
  ) async throws {
    try await run { _ in
      .silence
    } use: { server, client in
      for number in 0..<300 {
        let call = counts(client, tenant: String(number % tenants))
        if number < most { try await eventually { server.count("/actions") == number + 1 } }
        call.cancel()
        #expect(await call.value == .cancelled)
      }
      #expect(reports.value.last == GateStatus(inFlight: most, waiting: 0, limit: 6, pause: nil))
      #expect(server.count("/actions") == most)
    }
  }

  @Test func `A key held down keeps the server at six calls, and two a tenant`() async throws {
    let load = Load()
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : await load.serve(request.path) { _ in .json(someCounts) }
    } use: { server in
      try await withClient(server) { client in
        var asked: [Task<ElementsError.Reason?, Never>] = []
        for number in 0..<300 {
          for call in asked { call.cancel() }
          asked = (0..<4).map { counts(client, tenant: String((number + $0) % 10)) }
          for _ in 0..<number % 50 { await Task.yield() }
        }
        for call in asked { #expect(await call.value == nil) }
      }
    }
    #expect(load.calls.value > 4 && load.most.value <= 6 && load.mostOfOnePath.value <= 2)
  }

  @Test func `Shutting down ends at once what nobody waits for`() async throws {
    try await run { _ in
      .silence
    } use: { server, client in
      let calls = (0..<6).map { counts(client, tenant: String($0)) }
      try await eventually { server.count("/actions") == 6 }
      for call in calls { call.cancel() }
      for call in calls { #expect(await call.value == .cancelled) }
      #expect(reports.value.last?.inFlight == 6)
    }
    try await eventually { reports.value.last?.inFlight == 0 && time.sleepers == 0 }
  }

  @Test(arguments: [(503, []), (429, [("Retry-After", "9")])] as [(Int, [(String, String)])])
  func whoIsCancelledWhileItWaitsForTheNextTryAsksNoMore(status: Int, headers: [(String, String)]) async throws {
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : .json("", status: status, headers: headers)
    } use: { server in
      try await withClient(server) { client in
        let call = counts(client)
        try await eventually { time.sleepers == 1 }
        call.cancel()
        #expect(await call.value == .cancelled)
        time.advance(by: .seconds(9))
        #expect(server.count("/actions") == 1)
      }
    }
  }

  private func counts(_ client: ElementsClient, tenant: String = "tenant") -> Task<ElementsError.Reason?, Never> {
    let tenant = TenantReference(customerID: "customer", tenantID: tenant)
    return Task { await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .scan) } }
  }

  /// A server that answers calls, by their number, once `isSilent` is false.
  private func run(
    gate: GateLimits = GateLimits(), _ reply: @escaping @Sendable (_ number: Int) -> Reply,
    use: (ScriptedServer, ElementsClient) async throws -> Void
  ) async throws {
    let number = Shared(0)
    try await ScriptedServer.run { [isSilent] request in
      if request.path == "/connect/token" { return .token() }
      let reply = reply(
        number.change {
          $0 += 1; return $0
        })
      if case .silence = reply { return .silence }
      try? await eventually { !isSilent.value }
      return reply
    } use: { server in
      try await withClient(server, gate: gate) { client in try await use(server, client) }
    }
  }

  private func withClient(
    _ server: ScriptedServer, gate: GateLimits = GateLimits(), _ use: (ElementsClient) async throws -> Void
  ) async throws {
    let configuration = try ElementsConfiguration.testing(server.origin, gate: gate)
    let live = LiveElements(configuration: configuration, time: time.source) {
      [reports] status in reports.change { $0.append(status) }
    }
    let result: Result<Void, any Error>
    do { result = .success(try await use(live.client)) } catch { result = .failure(error) }
    await live.shutdown()
    try result.get()
  }
}
