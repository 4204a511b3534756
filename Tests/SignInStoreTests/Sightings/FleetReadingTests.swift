import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

@MainActor
@Suite(.timeLimit(.minutes(10))) struct FleetReadingTests {
  let changes = Changes()

  private func stores(_ count: Int, of fleet: Fleet) -> [TenantStore] {
    (0..<count).map { fleet.store(of: .numbered($0)) }
  }

  private func follow(_ reading: FleetReading) {
    reading.changes.add(changes) { [changes] in changes.happened() }
  }

  /// The time of a sign-in of `SignIn.list`.
  private func time(of number: Int) -> Timestamp { SignIn.numbered(number).loginTime ?? .earliest }

  @Test func `The risky lists of all tenants are read before those of all sign-ins, each as far as is asked`() async {
    let api = FakeElements()
    let fleet = Fleet(client: api.client, now: { .testNow })
    let stores = stores(12, of: fleet)
    api.change { state in
      for store in stores { state.signIns[store.tenant] = SignIn.list(500, riskyEvery: 50) }
    }
    let reading = FleetReading(stores, backTo: time(of: 350))
    follow(reading)
    #expect(reading.leastCalls == 24 && reading.progress == .init(scope: .risky, read: 0, tenants: 12))
    #expect(api.log.isEmpty)
    reading.start()
    await changes.until { reading.isDone }
    #expect(reading.leastCalls == 0 && reading.failures.isEmpty)
    #expect(reading.progress == .init(scope: .all, read: 12, tenants: 12))
    #expect(api.log.count == 12 + 12 * 2, "150 sign-ins are two pages")
    #expect(stores.allSatisfy { $0.list(.all).coverage.loaded == 200 })
  }

  @Test func `A list that can't be read is named, and no other waits for it`() async {
    let api = FakeElements()
    let fleet = Fleet(client: api.client, now: { .testNow })
    let stores = stores(3, of: fleet)
    api.change { state in
      for store in stores { state.signIns[store.tenant] = SignIn.list(300, riskyEvery: 2) }
      state.failing = [.signIns(.numbered(0), .risky, page: 1), .signIns(.numbered(1), .all, page: 2)]
    }
    let reading = FleetReading(stores, backTo: time(of: 0))
    follow(reading)
    reading.start()
    await changes.until { reading.isDone }
    #expect(reading.failures.map(\.tenant) == [.numbered(0), .numbered(1)])
    #expect(stores[2].list(.all).coverage.isComplete)
  }

  @Test func `Who stops takes back what waits, and goes on from there`() async {
    let queue = QueuedElements()
    let fleet = Fleet(client: queue.client, now: { .testNow })
    let stores = stores(20, of: fleet)
    queue.api.change { state in
      for store in stores { state.signIns[store.tenant] = SignIn.list(20, riskyEvery: 2) }
    }
    let reading = FleetReading(stores, backTo: time(of: 0), scopes: [.risky])
    follow(reading)
    reading.start()
    await queue.wait(for: 8)
    #expect(Set(queue.priorities) == [.scan])
    reading.stop()
    #expect(queue.waiting.isEmpty && !reading.isRunning && reading.leastCalls == 20)
    reading.start()
    while !reading.isDone {
      await queue.send()
      queue.answer()
      await Task.yield()
    }
    #expect(reading.leastCalls == 0 && queue.api.log.count == 20)
  }
}
