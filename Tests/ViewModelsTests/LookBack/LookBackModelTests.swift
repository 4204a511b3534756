import Elements
import SignInStore
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct LookBackModelTests {
  let queue = QueuedElements()
  let changes = Changes()
  var api: FakeElements { queue.api }

  /// Customers of one tenant each, with the same sign-ins, of which the newest is a minute old.
  private func dashboard(of count: Int, signIns: Int, answering: Bool = true) async -> DashboardModel {
    api.change { state in
      state.customers = (0..<count).map { Customer.numbered($0) }
      for number in 0..<count { state.signIns[.numbered(number)] = .newest(signIns) }
    }
    let model = DashboardModel(
      client: answering ? api.client : queue.client, source: "", times: TimeDisplay { _ in (0, "UTC") },
      now: { .testNow }, pause: { _ in }, onChange: { [changes] in changes.happened() })
    model.picker.resize(height: 20)
    if answering { await changes.until { model.picker.isSettled } }
    return model
  }

  private func texts(_ model: DashboardModel) -> [String] { model.navigator.top.model.choice?.items.map(\.text) ?? [] }

  private func choose(_ place: Int, in model: DashboardModel) {
    model.perform(.lookFurther)
    model.select(place)
    model.perform(.choose)
  }

  @Test func `From the first place all tenants are read back, with the calls that it takes at least told before`()
    async
    throws
  {
    let model = await dashboard(of: 3, signIns: 2_000)
    let lookBack = try #require(model.picker.lookBack)
    #expect(lookBack.state == .idle && lookBack.tenantsReached == 0)
    model.perform(.lookFurther)
    // Every tenant's risky page is read, and reaches 24 h; a week is the rest of the list.
    #expect(texts(model)[0] == "24 h: at least 3 calls" && texts(model)[2] == "7 days: at least 3 calls")
    model.perform(.choose)
    await changes.until { !lookBack.isRunning }
    #expect(lookBack.state == .done(shortfalls: 0) && lookBack.tenantsReached == 3)
    #expect(model.messages.current?.words == "24 h of 3 tenants are read")
    model.perform(.lookFurther)
    #expect(texts(model)[0] == "24 h: all is read" && texts(model)[1].hasPrefix("48 h: at least 3 calls"))
    #expect(model.navigator.top.viewport?.selected == 1, "what comes next is selected")
  }

  @Test func `In a tenant only its own lists are read`() async throws {
    let model = await dashboard(of: 3, signIns: 5_000)
    model.perform(.openTenant)
    let tenant = try #require(model.tenant)
    tenant.signInList.resize(height: 20)
    await changes.until { tenant.signInList.selected != nil }
    choose(1, in: model)
    let lookBack = try #require(tenant.lookBack)
    #expect(lookBack.span == .twoDays)
    await changes.until { !lookBack.isRunning }
    #expect(lookBack.readDownTo.map { $0 < .testNow.before(hours: 48) } ?? false)
    #expect(model.picker.lookBack?.tenantsReached == 1 && model.picker.lookBack?.state == .idle)
    let others = api.log.filter {
      if case .signIns(let other, .all, _) = $0 { other != tenant.identity.reference } else { false }
    }
    #expect(others.isEmpty)
  }

  @Test func `Escape and ^C stop it, what was read stays, and it goes on from there`() async throws {
    let model = await dashboard(of: 3, signIns: 5_000)
    model.perform(.openTenant)
    let tenant = try #require(model.tenant)
    let lookBack = try #require(tenant.lookBack)
    for stopping in [CommandID.escape, .stop] {
      choose(3, in: model)
      #expect(lookBack.isRunning)
      await changes.until { (tenant.signInList.coverage.loaded) > 400 }
      model.perform(stopping)
      let loaded = tenant.signInList.coverage.loaded
      guard case .stopped = lookBack.state else { return #expect(Bool(false), "\(lookBack.state)") }
      #expect(model.tenant === tenant && !model.isFinished && loaded > 0)
    }
    let calls = Set(api.log)
    choose(3, in: model)
    await changes.until { !lookBack.isRunning }
    #expect(tenant.signInList.coverage.isComplete)
    #expect(api.log.count <= calls.count + 60, "no page is read again")
  }

  @Test func `Another span takes the place of the one that is being read, and ^C stops it from anywhere`() async throws
  {
    let model = await dashboard(of: 3, signIns: 9_000)
    let lookBack = try #require(model.picker.lookBack)
    choose(3, in: model)
    choose(1, in: model)
    #expect(lookBack.span == .twoDays && lookBack.isRunning)
    model.perform(.openTenant)
    model.perform(.stop)
    #expect(!lookBack.isRunning && !model.isFinished && model.tenant != nil)
  }

  @Test func `What may come is told by the pace of what is read`() async throws {
    let model = await dashboard(of: 1, signIns: 9_000)
    model.perform(.lookFurther)
    #expect(texts(model)[0] == "24 h: at least 1 call", "nothing is read yet of all sign-ins")
    model.perform(.escape)
    model.perform(.openTenant)
    let tenant = try #require(model.tenant)
    tenant.signInList.resize(height: 20)
    await changes.until { tenant.signInList.coverage.loaded >= 100 }
    model.perform(.lookFurther)
    // A sign-in a minute: a day is 1,440, of which the pages that are read hold some.
    let read = tenant.signInList.coverage.loaded
    #expect(texts(model)[0] == "24 h: at least 1 call, likely \((1_440 - read + 99) / 100)")
  }

  @Test func `It goes on while one looks elsewhere, a tenant's own until its tenant is left`() async throws {
    let model = await dashboard(of: 3, signIns: 9_000)
    let all = try #require(model.picker.lookBack)
    choose(0, in: model)
    model.perform(.goAddresses)
    #expect(all.isRunning && model.navigator.ground.model.lookBack === all)
    await changes.until { !all.isRunning }
    #expect(all.state == .done(shortfalls: 0))
    model.perform(.goTenants)
    model.perform(.openTenant)
    let tenant = try #require(model.tenant)
    choose(3, in: model)
    model.perform(.view)
    #expect(tenant.lookBack?.isRunning == true)
    model.perform(.back)
    model.perform(.back)
    #expect(tenant.lookBack?.isRunning == false)
  }

  @Test func `Tenants that could not be read back are named with the reason`() async throws {
    let model = await dashboard(of: 2, signIns: 300)
    api.change { $0.failing = [.signIns(.numbered(1), .all, page: 1)] }
    choose(0, in: model)
    await changes.until { model.picker.lookBack?.isRunning == false }
    #expect(
      model.messages.current?.words
        == "24 h are read, but not of Customer 1, tenant1-0: service unavailable (503)")
    #expect(model.picker.lookBack?.tenantsReached == 1)
  }

  @Test func `Its calls wait behind all others`() async throws {
    let model = await dashboard(of: 2, signIns: 300, answering: false)
    await queue.wait(for: 1)
    while model.picker.lookBack?.state == .idle, !model.picker.isSettled {
      await queue.send()
      queue.answer()
      await Task.yield()
    }
    choose(0, in: model)
    await queue.wait(for: 2)
    #expect(Set(queue.priorities) == [.background])
    model.perform(.escape)
    #expect(queue.waiting.isEmpty)
  }
}

extension [SignIn] {
  /// The newest of them a minute before the tests' now, a minute each; every 50th is risky.
  fileprivate static func newest(_ count: Int) -> [SignIn] {
    (0..<count).map { SignIn.numbered(10_000 - $0) }
  }
}

extension Timestamp {
  fileprivate func before(hours: Int64) -> Timestamp { Timestamp(unixSeconds: unixSeconds - hours * 3_600) ?? self }
}
