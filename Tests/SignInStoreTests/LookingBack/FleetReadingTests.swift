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
    let reading = FleetReading(stores, backTo: time(of: 350), budget: .unlimited)
    follow(reading)
    #expect(reading.leastCalls == 24 && reading.progress == .init(read: 0, lists: 24))
    #expect(api.log.isEmpty)
    reading.start()
    await changes.until { reading.isDone }
    #expect(reading.leastCalls == 0 && reading.shortfalls.isEmpty)
    #expect(reading.progress == .init(read: 24, lists: 24))
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
    let reading = FleetReading(stores, backTo: time(of: 0), budget: .unlimited)
    follow(reading)
    reading.start()
    await changes.until { reading.isDone }
    #expect(reading.shortfalls.map(\.tenant) == [.numbered(0), .numbered(1)])
    #expect(stores[2].list(.all).coverage.isComplete)
  }

  @Test func `Who stops takes back what waits, and goes on from there`() async {
    let queue = QueuedElements()
    let fleet = Fleet(client: queue.client, now: { .testNow })
    let stores = stores(20, of: fleet)
    queue.api.change { state in
      for store in stores { state.signIns[store.tenant] = SignIn.list(20, riskyEvery: 2) }
    }
    let reading = FleetReading(stores, backTo: time(of: 0), scopes: [.risky], budget: .unlimited)
    follow(reading)
    reading.start()
    await queue.wait(for: 8)
    #expect(Set(queue.priorities) == [.background])
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

  @Test func `In a minute no more calls are made than the budget has, and the next minute goes on`() async {
    let api = FakeElements()
    let pause = ManualPause()
    let fleet = Fleet(client: api.client, now: { .testNow })
    let stores = stores(3, of: fleet)
    api.change { state in
      for store in stores { state.signIns[store.tenant] = SignIn.list(1_000) }
    }
    let budget = CallBudget(callsPerMinute: 10, pause: pause.pause)
    let reading = FleetReading(stores, backTo: time(of: 0), budget: budget)
    follow(reading)
    reading.start()
    for minute in 1...3 {
      await changes.until { reading.isWaitingForBudget && api.log.count >= 10 * minute }
      #expect(api.log.count == 10 * minute && !reading.isDone)
      while pause.count < 10 { await Task.yield() }
      pause.end()
    }
    await changes.until { reading.isDone }
    #expect(api.log.count == 33, "a page of risky ones each, and ten of all")
    #expect(!reading.isWaitingForBudget, "it waits for nothing any more")
  }

  @Test func `Calls that others make of a list that is being read count as well`() async {
    let api = FakeElements()
    let pause = ManualPause()
    let fleet = Fleet(client: api.client, now: { .testNow })
    let store = fleet.store(of: .numbered(0))
    api.change { $0.signIns[store.tenant] = SignIn.list(3_000) }
    let budget = CallBudget(callsPerMinute: 4, pause: pause.pause)
    let reading = FleetReading([store], backTo: time(of: 0), scopes: [.all], budget: budget)
    follow(reading)
    reading.start()
    await changes.until { reading.isWaitingForBudget }
    let list = store.list(.all)
    list.show(PagingWindow(visible: 2_000..<2_040, ahead: 0..<0), for: self.changes)
    list.changes.add(changes) { [changes] _ in changes.happened() }
    await changes.until { list.row(at: 2_000) != nil && !list.isAsking }
    #expect(budget.left < 0)
    reading.stop()
  }

  @Test func `Of two who wait for calls the one that came last goes first`() async {
    let pause = ManualPause()
    let budget = CallBudget(callsPerMinute: 1, pause: pause.pause)
    let (first, second) = (Changes(), Changes())
    var order: [Int] = []
    for (number, owner) in [(1, first), (2, second)] {
      budget.wait(owner) { [budget] in
        order.append(number)
        budget.spend(1)
      }
    }
    budget.spend(1)
    for served in 1...2 {
      while pause.count == 0 { await Task.yield() }
      pause.end()
      while order.count < served { await Task.yield() }
    }
    #expect(order == [2, 2])
    budget.leave(second)
    while pause.count == 0 { await Task.yield() }
    pause.end()
    while order.count < 3 { await Task.yield() }
    #expect(order == [2, 2, 1])
  }

  @Test func `A list that is not newest first is left at its newest page, and named`() async {
    let api = FakeElements()
    let fleet = Fleet(client: api.client, now: { .testNow })
    let stores = stores(2, of: fleet)
    api.change { state in
      state.signIns[stores[0].tenant] = SignIn.list(900).reversed()
      state.signIns[stores[1].tenant] = SignIn.list(40).reversed()
    }
    let reading = FleetReading(stores, backTo: time(of: 850), scopes: [.all], budget: .unlimited)
    follow(reading)
    reading.start()
    await changes.until { reading.isDone }
    #expect(api.log.count == 2)
    #expect(reading.shortfalls.map(\.tenant) == [.numbered(0)], "the other is read to its end")
    #expect(reading.shortfalls.first?.reason == .notNewestFirst)
  }

  @Test func `What has failed is tried again by the next reading, and what is refused is not`() async {
    let api = FakeElements()
    let fleet = Fleet(client: api.client, now: { .testNow })
    let stores = stores(2, of: fleet)
    func read() async -> FleetReading {
      let reading = FleetReading(stores, backTo: time(of: 0), scopes: [.all], budget: .unlimited)
      follow(reading)
      reading.start()
      await changes.until { reading.isDone }
      return reading
    }
    api.change { state in
      for store in stores { state.signIns[store.tenant] = SignIn.list(300) }
      state.failing = [.signIns(.numbered(0), .all, page: 2), .signIns(.numbered(1), .all, page: 1)]
      state.status = 403
    }
    #expect(await read().shortfalls.count == 2)
    let calls = api.log.count
    #expect(await read().shortfalls.count == 2 && api.log.count == calls)
    api.change { $0.status = 503 }
    stores.forEach { $0.list(.all).refresh() }
    _ = await read()
    api.change { $0.failing = [] }
    let again = await read()
    #expect(again.shortfalls.isEmpty && again.leastCalls == 0)
    #expect(stores.allSatisfy { $0.list(.all).coverage.loaded == 300 })
  }

  @Test func `Tenants that become known while it reads are read as well`() async {
    let api = FakeElements()
    let fleet = Fleet(client: api.client, now: { .testNow })
    let stores = stores(5, of: fleet)
    let reading = FleetReading(Array(stores.prefix(2)), backTo: time(of: 0), budget: .unlimited)
    follow(reading)
    reading.start()
    reading.add(stores)
    await changes.until { reading.isDone }
    #expect(reading.progress == .init(read: 10, lists: 10) && api.log.count == 10)
  }
}

extension CallBudget {
  /// More than any test makes.
  static var unlimited: CallBudget { CallBudget(callsPerMinute: 1_000_000) { _ in } }
}
