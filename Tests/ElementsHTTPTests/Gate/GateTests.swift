import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(1))) struct GateTests {
  private let time = ManualTime()
  private let reports = Shared<[GateStatus]>([])

  @Test func aCancelledWaiterLeavesTheQueueAtOnce() async throws {
    let gate = gate(inFlight: 1)
    let held = try #require(await gate.enter(.scan, tenant: nil))
    let waiter = Task { await gate.enter(.onScreen, tenant: nil) }
    try await eventually { reports.value.last?.waiting == 1 }
    waiter.cancel()
    #expect(await waiter.value == nil)
    #expect(reports.value.last?.waiting == 0)
    await gate.leave(held, .succeeded)
    #expect(await gate.enter(.scan, tenant: nil) != nil)
  }

  @Test func whoIsCancelledBeforeGetsNoTurn() async {
    let gate = gate(inFlight: 1)
    let ticket = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await gate.enter(.scan, tenant: nil)
    }.value
    #expect(ticket == nil)
  }

  @Test func theMostUrgentWaiterGetsTheFreePlace() async throws {
    let gate = gate(inFlight: 1)
    let held = try #require(await gate.enter(.scan, tenant: nil))
    let order = Shared<[RequestPriority]>([])
    await withTaskGroup { tasks in
      for (place, priority) in [RequestPriority.scan, .onScreen, .overview].enumerated() {
        tasks.addTask {
          guard let ticket = await gate.enter(priority, tenant: nil) else { return }
          order.change { $0.append(priority) }
          await gate.leave(ticket, .succeeded)
        }
        try? await eventually { reports.value.last?.waiting == place + 1 }
      }
      await gate.leave(held, .succeeded)
    }
    #expect(order.value == [.onScreen, .overview, .scan])
  }

  @Test func aPauseHoldsEverybodyBackAndIsReported() async throws {
    let gate = gate(inFlight: 6)
    let first = try #require(await gate.enter(.scan, tenant: nil))
    #expect(await gate.leave(first, .throttled(retryAfter: .seconds(12))) == .seconds(12))
    #expect(reports.value.last?.pause == .seconds(12))
    let waiter = Task { await gate.enter(.onScreen, tenant: nil) }
    try await eventually { reports.value.last?.waiting == 1 && time.sleepers == 1 }
    time.advance(by: .seconds(11))
    #expect(reports.value.last?.inFlight == 0)
    time.advance(by: .seconds(1))
    #expect(await waiter.value != nil)
    #expect(reports.value.last?.pause == nil)
  }

  @Test func theEndOfAPauseIsReportedThoughNobodyWaits() async throws {
    let gate = gate(inFlight: 6)
    let first = try #require(await gate.enter(.scan, tenant: nil))
    await gate.leave(first, .throttled(retryAfter: .seconds(2)))
    try await eventually { time.sleepers == 1 }
    time.advance(by: .seconds(2))
    try await eventually { reports.value.last?.pause == nil }
  }

  @Test func aClosedGateSendsEverybodyAway() async throws {
    let gate = gate(inFlight: 1)
    _ = await gate.enter(.scan, tenant: nil)
    let waiter = Task { await gate.enter(.scan, tenant: nil) }
    try await eventually { reports.value.last?.waiting == 1 }
    await gate.close()
    #expect(await waiter.value == nil)
    #expect(await gate.enter(.scan, tenant: nil) == nil)
  }

  private func gate(inFlight: Int) -> Gate {
    Gate(limits: GateLimits(inFlight: inFlight), time: time.source) { [reports] status in
      reports.change { $0.append(status) }
    }
  }
}
