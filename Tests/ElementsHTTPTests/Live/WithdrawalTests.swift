import Elements
import SignInStore
import Testing

@testable import ElementsHTTP

/// Calls that are taken back by their callers, not cancelled.
@Suite(.timeLimit(.minutes(10))) struct WithdrawalTests {
  private let reports = Shared<[GateStatus]>([])
  private let isSilent = Shared(true)
  private let tenant = TenantReference(customerID: "customer", tenantID: "tenant")

  @Test func `A call that waits leaves the queue at once and costs no request`() async throws {
    try await run { server, client in
      let sent = counts(client, Withdrawal())
      try await eventually { server.count("/actions") == 1 }
      let withdrawal = Withdrawal()
      let waiting = counts(client, withdrawal)
      try await eventually { reports.value.last?.waiting == 1 }
      #expect(withdrawal.withdraw())
      #expect(await waiting.value == .cancelled)
      #expect(reports.value.last == GateStatus(inFlight: 1, waiting: 0, limit: 1, pause: nil))
      isSilent.change { $0 = false }
      #expect(await sent.value == nil && server.count("/actions") == 1)
    }
  }

  @Test func `A call that was sent is answered`() async throws {
    try await run { server, client in
      let withdrawal = Withdrawal()
      let sent = counts(client, withdrawal)
      try await eventually { server.count("/actions") == 1 }
      #expect(!withdrawal.withdraw())
      isSilent.change { $0 = false }
      #expect(await sent.value == nil)
    }
  }

  @Test func `A call that is taken back before it comes to the gate never waits`() async throws {
    try await run { server, client in
      let withdrawal = Withdrawal()
      #expect(withdrawal.withdraw())
      #expect(await counts(client, withdrawal).value == .cancelled)
      #expect(server.count("/actions") == 0)
    }
  }

  @Test func `What was sent before the screen was left is in the store when it comes`() async throws {
    try await run { server, client in try await showAndLeave(server, client) }
  }

  @MainActor
  private func showAndLeave(_ server: ScriptedServer, _ client: ElementsClient) async throws {
    let list = Fleet(client: client, now: { .earliest }).open(tenant).list(.all)
    let viewer = Shared(0)
    list.show(PagingWindow(visible: 0..<10, ahead: 10..<20), for: viewer)
    try await eventually { server.count("/signins") == 1 }
    list.leave(viewer)
    isSilent.change { $0 = false }
    while !list.coverage.isBegun { await Task.yield() }
    #expect(list.coverage.loaded == 1 && server.count("/signins") == 1)
  }

  private func counts(_ client: ElementsClient, _ withdrawal: Withdrawal) -> Task<ElementsError.Reason?, Never> {
    Task {
      await Withdrawal.$current.withValue(withdrawal) {
        await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .scan) }
      }
    }
  }

  /// A server that answers calls once `isSilent` is false, and a client that makes one at a time.
  private func run(use: (ScriptedServer, ElementsClient) async throws -> Void) async throws {
    try await ScriptedServer.run { [isSilent] request in
      if request.path == "/connect/token" { return .token() }
      try? await eventually { !isSilent.value }
      return request.path.hasSuffix("/signins")
        ? .json(#"{"data":[{"id":"a"}],"metadata":{"pageIndex":1,"pageSize":100,"totalCount":1}}"#) : .json(someCounts)
    } use: { server in
      let configuration = try ElementsConfiguration.testing(server.origin, gate: GateLimits(inFlight: 1))
      let live = LiveElements(configuration: configuration, time: .system()) { [reports] status in
        reports.change { $0.append(status) }
      }
      let result: Result<Void, any Error>
      do { result = .success(try await use(server, live.client)) } catch { result = .failure(error) }
      await live.shutdown()
      try result.get()
    }
  }
}
