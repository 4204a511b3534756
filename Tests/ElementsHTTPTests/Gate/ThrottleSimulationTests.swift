import Elements
import Foundation
import Testing

@testable import ElementsHTTP

/// The gate and the plans of many calls against a server that counts, in a time of their own.
@Suite struct ThrottleSimulationTests {
  @Test(arguments: [true, false])
  func noCallIsLostUnderARateLimitAndThe429sStayFew(saysWhen: Bool) {
    var world = World(calls: 300, allowed: 10, window: .seconds(5), saysWhen: saysWhen)
    world.run()
    #expect(world.succeeded == 300)
    #expect(world.lost == 0)
    // 30 windows at best; in each, calls that were under way together learn that it is full, or come too early for the next.
    #expect(world.now >= .seconds(29 * 5))
    #expect(world.throttled <= 30 * (saysWhen ? 6 : 12))
    #expect(world.mostInFlight <= 6)
  }

  @Test func `A pause that is named and longer than the deadline loses no call`() {
    var world = World(calls: 300, allowed: 100, window: .seconds(90), saysWhen: true)
    world.run()
    #expect(world.succeeded == 300)
    #expect(world.lost == 0)
    #expect(world.now >= .seconds(180) && world.now < .seconds(270))
    #expect(world.mostInFlight <= 6)
  }

  /// A server that allows so many calls in each window, and takes 50 ms for each.
  private struct World {
    let allowed: Int
    let window: Duration
    let saysWhen: Bool
    var now = Duration.zero
    var succeeded = 0
    var lost = 0
    var throttled = 0
    var mostInFlight = 0
    private var queue = GateQueue(limits: GateLimits())
    private var plans: [RetryPlan]
    private var running: [(end: Duration, ticket: GateQueue.Ticket, answer: HTTPAnswer)] = []
    private var windowStart = Duration.zero
    private var taken = 0

    init(calls: Int, allowed: Int, window: Duration, saysWhen: Bool) {
      self.allowed = allowed
      self.window = window
      self.saysWhen = saysWhen
      plans = (0..<calls).map { _ in RetryPlan(limits: GateLimits()) }
      for id in 0..<calls { queue.add(Self.ticket(id)) }
    }

    mutating func run() {
      while queue.waiting > 0 || !running.isEmpty {
        while let ticket = queue.startNext(now: now) {
          running.append((now + .milliseconds(50), ticket, answer()))
        }
        mostInFlight = max(mostInFlight, running.count)
        guard !running.isEmpty else {
          guard let end = queue.pausedUntil, end > now else { return }
          now = end
          continue
        }
        let (end, ticket, answer) = running.removeFirst()
        now = max(now, end)
        finish(ticket, answer)
      }
    }

    private mutating func answer() -> HTTPAnswer {
      if now >= windowStart + window {
        windowStart = now
        taken = 0
      }
      taken += 1
      guard taken > allowed else { return HTTPAnswer(status: 200, requestID: nil, retryAfter: nil, body: Data()) }
      throttled += 1
      let wait = (windowStart + window - now).components
      let seconds = wait.seconds + (wait.attoseconds > 0 ? 1 : 0)
      return HTTPAnswer(status: 429, requestID: nil, retryAfter: saysWhen ? String(seconds) : nil, body: Data())
    }

    private mutating func finish(_ ticket: GateQueue.Ticket, _ answer: HTTPAnswer) {
      let now = now
      let time = TimeSource(now: { now }, sleep: { _ in }, unixSeconds: { 0 }, random: { 0.5 })
      let isThrottled = answer.status == 429
      queue.finish(
        ticket, isThrottled ? .throttled(retryAfter: answer.askedDelay(time)) : .succeeded, now: now, chance: 0.5)
      let pause =
        isThrottled ? GatePause(end: queue.pausedUntil ?? now, throttled: queue.throttled) : nil
      switch plans[ticket.id].next(after: .answered(answer), host: "h", pause: pause, time: time) {
      case .again: queue.add(Self.ticket(ticket.id))
      case .answered: succeeded += 1
      case .failed: lost += 1
      }
    }

    private static func ticket(_ id: Int) -> GateQueue.Ticket {
      let tenant = TenantReference(customerID: "customer", tenantID: String(id))
      return GateQueue.Ticket(id: id, priority: .overview, tenant: tenant)
    }
  }
}
