import Elements
import Testing

@testable import ElementsHTTP

@Suite struct GateQueueTests {
  @Test func theMostUrgentGoesFirstAndEqualsInOrder() {
    var queue = GateQueue(limits: GateLimits(inFlight: 10))
    let order: [RequestPriority] = [.scan, .overview, .onScreen, .prefetch, .onScreen]
    for (id, priority) in order.enumerated() { queue.add(.init(id: id, priority: priority, tenant: nil)) }
    let started = start(&queue, at: .zero)
    #expect(started == [2, 4, 3, 1, 0])
  }

  @Test func aTenantAtItsLimitHoldsUpNobodyElse() {
    var queue = GateQueue(limits: GateLimits(inFlight: 4, perTenant: 2))
    let other = TenantReference(customerID: "customer", tenantID: "other")
    for id in 0..<4 { queue.add(.init(id: id, priority: .onScreen, tenant: tenant)) }
    queue.add(.init(id: 4, priority: .scan, tenant: other))
    queue.add(.init(id: 5, priority: .scan, tenant: nil))
    let order = start(&queue, at: .zero)
    #expect(order == [0, 1, 4, 5])
    #expect(queue.waiting == 2)
  }

  @Test func whoComesBackGoesBeforeThoseWhoCameLater() throws {
    var queue = GateQueue(limits: GateLimits(inFlight: 1))
    for id in 0..<3 { queue.add(.init(id: id, priority: .scan, tenant: nil)) }
    let started = queue.startNext(now: .zero)
    let first = try #require(started)
    queue.finish(first, .failed, now: .zero, chance: 0)
    queue.add(.init(id: 0, priority: .scan, tenant: nil))
    queue.add(.init(id: 3, priority: .scan, tenant: nil))
    var order: [Int] = []
    while let ticket = queue.startNext(now: .zero) {
      order.append(ticket.id)
      queue.finish(ticket, .succeeded, now: .zero, chance: 0)
    }
    #expect(order == [0, 1, 2, 3])
  }

  @Test func aPlaceGivenBackGoesToTheSameTenantsNext() throws {
    var queue = GateQueue(limits: GateLimits(inFlight: 6, perTenant: 1))
    for id in 0..<2 { queue.add(.init(id: id, priority: .scan, tenant: tenant)) }
    let started = queue.startNext(now: .zero)
    let first = try #require(started)
    let order = start(&queue, at: .zero)
    #expect(order == [])
    queue.finish(first, .failed, now: .zero, chance: 0)
    let next = start(&queue, at: .zero)
    #expect(next == [1])
  }

  @Test func aThrottledAnswerPausesEverybodyUntilItsTime() throws {
    var queue = GateQueue(limits: GateLimits())
    queue.add(.init(id: 0, priority: .scan, tenant: nil))
    let started = queue.startNext(now: .zero)
    let first = try #require(started)
    queue.finish(first, .throttled(retryAfter: .seconds(12)), now: .seconds(1), chance: 0)
    queue.add(.init(id: 1, priority: .onScreen, tenant: nil))
    let order = start(&queue, at: .milliseconds(12_999))
    #expect(order == [])
    let next = start(&queue, at: .seconds(13))
    #expect(next == [1])
    #expect(queue.pausedUntil == nil)
  }

  @Test func aPauseIsCappedAndNeverCutShort() throws {
    var queue = GateQueue(limits: GateLimits(longestPause: .seconds(120)))
    for id in 0..<2 { queue.add(.init(id: id, priority: .scan, tenant: nil)) }
    let tickets = (0..<2).compactMap { _ in queue.startNext(now: .zero) }
    queue.finish(tickets[0], .throttled(retryAfter: .seconds(7_200)), now: .zero, chance: 0)
    queue.finish(tickets[1], .throttled(retryAfter: .seconds(1)), now: .zero, chance: 0)
    #expect(queue.pausedUntil == .seconds(120))
  }

  @Test func withoutRetryAfterPausesDouble() throws {
    var queue = GateQueue(limits: GateLimits())
    var now = Duration.zero
    var pauses: [Duration] = []
    for id in 0..<4 {
      queue.add(.init(id: id, priority: .scan, tenant: nil))
      let started = queue.startNext(now: now)
      let ticket = try #require(started)
      queue.finish(ticket, .throttled(retryAfter: nil), now: now, chance: 0)
      let end = try #require(queue.pausedUntil)
      pauses.append(end - now)
      now = end
    }
    #expect(pauses == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)])
  }

  @Test func theLimitIsHalvedOnceForCallsThatWereThrottledTogetherAndNotBelowTwo() {
    var queue = GateQueue(limits: GateLimits(inFlight: 6))
    throttleAll(&queue, now: .zero)
    #expect(queue.limit == 3)
    throttleAll(&queue, now: .seconds(10))
    throttleAll(&queue, now: .seconds(20))
    #expect(queue.limit == 2)
  }

  @Test func theLimitGrowsBackByOneAfterARoundOfSuccesses() {
    var queue = GateQueue(limits: GateLimits(inFlight: 6))
    throttleAll(&queue, now: .zero)
    succeed(2, &queue)
    #expect(queue.limit == 3)
    succeed(1, &queue)
    #expect(queue.limit == 4)
    succeed(100, &queue)
    #expect(queue.limit == 6)
  }

  @Test func aLimitOfOneStaysOne() {
    var queue = GateQueue(limits: GateLimits(inFlight: 1))
    throttleAll(&queue, now: .zero)
    #expect(queue.limit == 1)
  }

  private func start(_ queue: inout GateQueue, at now: Duration) -> [Int] {
    var started: [Int] = []
    while let ticket = queue.startNext(now: now) { started.append(ticket.id) }
    return started
  }

  /// Starts as many as may be under way, and has all of them throttled for a second.
  private func throttleAll(_ queue: inout GateQueue, now: Duration) {
    for id in 0..<10 { queue.add(.init(id: id, priority: .scan, tenant: nil)) }
    var tickets: [GateQueue.Ticket] = []
    while let ticket = queue.startNext(now: now) { tickets.append(ticket) }
    for id in 0..<10 { _ = queue.remove(.init(id: id, priority: .scan, tenant: nil)) }
    for ticket in tickets { queue.finish(ticket, .throttled(retryAfter: .seconds(1)), now: now, chance: 0) }
  }

  private func succeed(_ count: Int, _ queue: inout GateQueue) {
    for id in 0..<count {
      queue.add(.init(id: id, priority: .scan, tenant: nil))
      if let ticket = queue.startNext(now: .seconds(100)) {
        queue.finish(ticket, .succeeded, now: .seconds(100), chance: 0)
      }
    }
  }
}
