import Elements
import Testing

@testable import ElementsFakes
@testable import SignInStore

@MainActor
@Suite(.timeLimit(.minutes(10))) struct TenantRiskTests {
  let api = FakeElements()
  let changes = Changes()

  private func figures(_ signIns: [SignIn]) async -> RiskFigures? {
    await read(signIns)?.value
  }

  private func read(_ signIns: [SignIn]) async -> TenantRisk? {
    api.change { $0.signIns[.numbered(0)] = signIns }
    let fleet = Fleet(client: api.client) { .testNow }
    fleet.riskChanged.add(changes) { [changes] _ in changes.happened() }
    let risk = fleet.store(of: .numbered(0)).risk
    risk.read(.background)
    await changes.until { !risk.isUnderWay }
    return risk
  }

  /// Risky sign-ins so many minutes before the time at which tests run.
  private func risky(_ minutes: some Sequence<Int>) -> [SignIn] {
    minutes.map { SignIn.numbered(10_001 - $0, riskyEvery: 1) }
  }

  @Test func `Those of 24 hours are counted exactly where the page reaches back that far`() async {
    let figures = await figures(risky(stride(from: 10, to: 10 + 300 * 20, by: 20)))
    #expect(figures?.lastDay == 72 && figures?.isLeast == false && figures?.total == 300)
    #expect(figures?.last == SignIn.numbered(9_991).loginTime)
  }

  @Test func `A page that does not reach back 24 hours gives at least its rows`() async {
    let figures = await figures(risky(0..<250))
    #expect(figures?.lastDay == 100 && figures?.isLeast == true && figures?.total == 250)
  }

  @Test func `A page that holds all there is gives an exact number, whatever its order`() async {
    let figures = await figures(risky([2_000, 5, 30, 1]))
    #expect(figures?.lastDay == 3 && figures?.isLeast == false)
    #expect(figures?.last == SignIn.numbered(10_000).loginTime)
  }

  @Test func `A page of more that is not newest first gives at least its rows`() async {
    let figures = await figures(risky((1...150).reversed().map { $0 * 20 }))
    #expect(figures?.lastDay == 22 && figures?.isLeast == true)
  }

  @Test func `None is 0, which is not the same as not examined`() async {
    let fleet = Fleet(client: api.client) { .testNow }
    #expect(fleet.store(of: .numbered(0)).risk.value == nil)
    let figures = await figures([])
    #expect(figures?.lastDay == 0 && figures?.isLeast == false && figures?.last == nil)
  }

  @Test func `A reading that fails keeps the figures of the one before and says why`() async throws {
    let risk = try #require(await read(risky(1...3)))
    api.change { $0.failing = [.signIns(.numbered(0), .risky, page: 1)] }
    risk.reread(.overview)
    await changes.until { !risk.isUnderWay }
    #expect(risk.value?.lastDay == 3 && risk.error != nil)
    api.change { state in
      state.failing = []
      state.signIns[.numbered(0)] = risky(1...8)
    }
    risk.reread(.overview)
    await changes.until { !risk.isUnderWay }
    #expect(risk.value?.lastDay == 8 && risk.error == nil && risk.change == 5)
    #expect(api.log.count == 3, "one call a reading")
  }

  @Test func `Rows that the server flags no longer are not counted any more`() async throws {
    let risk = try #require(await read(risky(1...7)))
    api.change { $0.signIns[.numbered(0)] = risky([1, 2, 5, 6, 7]) }
    risk.reread(.background)
    await changes.until { !risk.isUnderWay }
    #expect(risk.value?.lastDay == 5 && risk.value?.isLeast == false && risk.change == -2)
  }

  @Test func `The page is the first of the tenant's list, which is not read twice`() async {
    api.change { $0.signIns[.numbered(0)] = risky(1...40) }
    let fleet = Fleet(client: api.client) { .testNow }
    fleet.riskChanged.add(changes) { [changes] _ in changes.happened() }
    let store = fleet.store(of: .numbered(0))
    store.risk.read(.background)
    await changes.until { store.risk.value != nil }
    #expect(store.list(.risky).coverage.loaded == 40 && store.list(.risky).coverage.isBegun)
    let viewer = Changes()
    store.list(.risky).show(PagingWindow(visible: 0..<20, ahead: 20..<40), for: viewer)
    #expect(store.list(.risky).isIdle)
    #expect(api.log == [.signIns(.numbered(0), .risky, page: 1)])
  }

  @Test func `A call that waits in the background gives way when somebody looks at the list, and is taken back`() async
  {
    let queue = QueuedElements()
    let fleet = Fleet(client: queue.client) { .testNow }
    let store = fleet.store(of: .numbered(0))
    store.risk.read(.background)
    await queue.wait(for: 1)
    #expect(queue.priorities == [.background])
    let viewer = Changes()
    store.list(.risky).show(PagingWindow(visible: 0..<20, ahead: 20..<40), for: viewer)
    while queue.priorities != [.onScreen] { await Task.yield() }
    #expect(store.risk.isUnderWay)
    store.list(.risky).leave(viewer)
    #expect(queue.waiting.count == 1, "the figures are still wanted")
    store.risk.withdraw(.overview)
    while !queue.waiting.isEmpty { await Task.yield() }
  }
}
