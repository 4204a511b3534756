import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(1))) struct CancellationTests {
  @Test func aCancelledCallEndsAtOnceAndGivesItsTurnBack() async throws {
    let isSilent = Shared(true)
    try await ScriptedServer.run { request in
      if request.path == "/connect/token" { return .token() }
      return isSilent.value ? .silence : .json(someCounts)
    } use: { server in
      try await server.withClient(gate: GateLimits(inFlight: 1)) { client in
        let call = Task {
          await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .scan) }
        }
        try await eventually { server.count("/actions") == 1 }
        call.cancel()
        #expect(await call.value == .cancelled)
        isSilent.change { $0 = false }
        let counts = try await client.actionCounts(tenant, nil, .scan)
        #expect(counts == ActionCounts(risky: 10, normal: 20))
      }
    }
  }

  @Test func cancelledCallsLeaveNoRequestBehind() async throws {
    let reports = Shared<[GateStatus]>([])
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : .silence
    } use: { server in
      let live = LiveElements(configuration: try .testing(server.origin)) { status in
        reports.change { $0.append(status) }
      }
      let calls = (0..<20).map { id in
        let tenant = TenantReference(customerID: "customer", tenantID: String(id))
        return Task {
          await reason { () throws(ElementsError) in try await live.client.signIns(tenant, firstPage, .all, .scan) }
        }
      }
      try await eventually { server.count("/signins") == 6 && reports.value.last?.waiting == 14 }
      for call in calls { call.cancel() }
      for call in calls { #expect(await call.value == .cancelled) }
      // All six connections are closed: the server need not go on.
      try await eventually { server.closed.value >= 6 }
      #expect(server.count("/signins") == 6)
      #expect(reports.value.last == GateStatus(inFlight: 0, waiting: 0, limit: 6, pause: nil))
      await live.shutdown()
    }
  }

  @Test(arguments: [(503, []), (429, [("Retry-After", "9")])] as [(Int, [(String, String)])])
  func whoIsCancelledWhileItWaitsForTheNextTryAsksNoMore(status: Int, headers: [(String, String)]) async throws {
    let time = ManualTime()
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : .json("", status: status, headers: headers)
    } use: { server in
      try await server.withClient(time: time.source) { client in
        let call = Task {
          await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .scan) }
        }
        try await eventually { time.sleepers == 1 }
        call.cancel()
        #expect(await call.value == .cancelled)
        time.advance(by: .seconds(9))
        #expect(server.count("/actions") == 1)
      }
    }
  }
}
