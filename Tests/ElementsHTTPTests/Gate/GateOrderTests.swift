import Elements
import Testing

@testable import ElementsHTTP

@Suite struct GateOrderTests {
  @Test func `A ticket that comes again stands before those that came later`() {
    var queue = GateQueue(limits: GateLimits(inFlight: 1))
    for id in 1...3 { queue.add(.init(id: id, priority: .overview, tenant: nil)) }
    var order: [Int] = []
    while let ticket = queue.startNext(now: .zero) {
      order.append(ticket.id)
      queue.finish(ticket, .failed, now: .zero, chance: 0)
      if order == [1] { queue.add(.init(id: 1, priority: .overview, tenant: nil)) }
    }
    #expect(order == [1, 1, 2, 3])
  }
}
