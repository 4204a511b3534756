import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct GateTests {
  private let time = ManualTime()
  private let reports = Shared<[GateStatus]>([])

  @Test func aCancelledWaiterLeavesTheQueueAtOnce() async throws {
    let gate = gate(inFlight: 1)
    let held = try #require(try? await gate.enter(.scan, tenant: nil))
    let waiter = Task { try? await gate.enter(.onScreen, tenant: nil) }
    try await eventually { reports.value.last?.waiting == 1 }
    waiter.cancel()
    #expect(await waiter.value == nil)
    #expect(reports.value.last?.waiting == 0)
    await gate.leave(held, .succeeded)
    _ = try await gate.enter(.scan, tenant: nil)
  }

  @Test func whoIsCancelledBeforeGetsNoTurn() async {
    let gate = gate(inFlight: 1)
    let ticket = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try? await gate.enter(.scan, tenant: nil)
    }.value
    #expect(ticket == nil)
  }

  @Test func theMostUrgentWaiterGetsTheFreePlace() async throws {
    let gate = gate(inFlight: 1)
    let held = try #require(try? await gate.enter(.scan, tenant: nil))
    let order = Shared<[RequestPriority]>([])
    await withTaskGroup { tasks in
      for (place, priority) in [RequestPriority.scan, .onScreen, .overview].enumerated() {
        tasks.addTask {
          guard let ticket = try? await gate.enter(priority, tenant: nil) else { return }
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
    let first = try #require(try? await gate.enter(.scan, tenant: nil))
    let pause = await gate.leave(first, .throttled(retryAfter: .seconds(12)))
    #expect(pause?.end == .seconds(12) && pause?.throttled?.since == .zero)
    #expect(reports.value.last?.pause == .seconds(12))
    let waiter = Task { try? await gate.enter(.onScreen, tenant: nil) }
    try await eventually { reports.value.last?.waiting == 1 && time.sleepers == 1 }
    time.advance(by: .seconds(11))
    #expect(reports.value.last?.inFlight == 0)
    time.advance(by: .seconds(1))
    #expect(await waiter.value != nil)
    #expect(reports.value.last?.pause == nil)
  }

  @Test func theEndOfAPauseIsReportedThoughNobodyWaits() async throws {
    let gate = gate(inFlight: 6)
    let first = try #require(try? await gate.enter(.scan, tenant: nil))
    await gate.leave(first, .throttled(retryAfter: .seconds(2)))
    try await eventually { time.sleepers == 1 }
    time.advance(by: .seconds(2))
    try await eventually { reports.value.last?.pause == nil }
  }

  @Test func whoWaitsWhileNobodyGetsThroughFailsAtTheDeadline() async throws {
    let gate = gate(inFlight: 1)
    let first = try await gate.enter(.scan, tenant: nil)
    await gate.leave(first, .throttled(retryAfter: .seconds(50)))
    let patient = Task { try await gate.enter(.onScreen, tenant: nil, inPlaceOf: first) }
    let waiting = Task { try await gate.enter(.scan, tenant: nil) }
    try await eventually { reports.value.last?.waiting == 2 && time.sleepers == 1 }
    time.advance(by: .seconds(111))
    await gate.leave(try await patient.value, .throttled(retryAfter: .seconds(9)))
    let failure = await #expect(throws: Gate.Dismissal.self) { try await waiting.value }
    guard case .throttled(let throttling) = failure else {
      Issue.record("not throttled")
      return
    }
    #expect(throttling == .init(tried: .seconds(111), asked: .seconds(9)))
    #expect(reports.value.last?.waiting == 0)
  }

  @Test func whoComesAfterAQuietTimeHasTheWholeDeadline() async throws {
    let gate = gate(inFlight: 1)
    await gate.leave(try await gate.enter(.scan, tenant: nil), .throttled(retryAfter: .seconds(5)))
    try await eventually { time.sleepers == 1 }
    time.advance(by: .seconds(600))
    try await eventually { reports.value.last?.pause == nil }
    let pause = await gate.leave(try await gate.enter(.scan, tenant: nil), .throttled(retryAfter: .seconds(5)))
    #expect(pause?.throttled?.since == .seconds(600))
  }

  @Test func aClosedGateSendsEverybodyAway() async throws {
    let gate = gate(inFlight: 1)
    _ = try? await gate.enter(.scan, tenant: nil)
    let waiter = Task { try? await gate.enter(.scan, tenant: nil) }
    try await eventually { reports.value.last?.waiting == 1 }
    await gate.close()
    #expect(await waiter.value == nil)
    await #expect(throws: Gate.Dismissal.self) { try await gate.enter(.scan, tenant: nil) }
  }

  private func gate(inFlight: Int) -> Gate {
    Gate(limits: GateLimits(inFlight: inFlight), time: time.source) { [reports] status in
      reports.change { $0.append(status) }
    }
  }
}
