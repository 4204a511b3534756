import Elements
import SignInStore
import Testing

@testable import ElementsFakes
@testable import ViewModels

/// The order of the tenants, and what changes it.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct TenantOrderTests {
  let api = FakeElements()
  let changes = Changes()

  /// Tenants that had so many risky sign-ins in the last hours, each with one risky action more than the one before.
  private func open(_ risky: [Int], height: Int = 20) async -> TenantsModel {
    api.change { state in
      state.customers = risky.indices.map { Customer.numbered($0) }
      for (number, count) in risky.enumerated() {
        state.signIns[.numbered(number)] = .risky(count)
        state.counts[.numbered(number)] = ActionCounts(risky: number, normal: 5)
      }
    }
    let model = TenantsModel(context: PlaceContext(api.client, changes: changes))
    model.appear()
    model.resize(height: height)
    await changes.until { model.isSettled }
    return model
  }

  private func numbers(_ model: TenantsModel) -> [String] { model.rows.map { String($0.customer.id.dropFirst()) } }

  private func risky(_ number: Int, _ count: Int) {
    api.change { $0.signIns[.numbered(number)] = .risky(count) }
  }

  @Test func `The most risky sign-ins in 24 hours come first, then the most risky actions, then the server's order`()
    async
  {
    let model = await open([0, 3, 0, 9, 3])
    #expect(numbers(model) == ["3", "4", "1", "2", "0"])
    #expect(model.selected?.customer.id == "c3", "nobody has selected another")
  }

  @Test func `What can't be read comes last and says why`() async {
    api.change { $0.failing = [.signIns(.numbered(1), .risky, page: 1)] }
    let model = await open([0, 3, 2])
    #expect(numbers(model) == ["2", "0", "1"])
    #expect(model.figures(of: model.rows[2]).risk?.error?.shortReason == "service unavailable (503)")
    #expect(model.totals.read == 2 && model.totals.failed == 1 && model.totals.isLeast)
  }

  @Test func `One page is read of every tenant, and counts of those in view alone`() async {
    let model = await open(Array(repeating: 1, count: 60), height: 5)
    #expect(api.log.count { if case .signIns(_, .risky, 1) = $0 { true } else { false } } == 60)
    #expect(api.log.count { if case .signIns = $0 { true } else { false } } == 60)
    #expect(Set(api.log.filter { if case .actionCounts = $0 { true } else { false } }).count < 12)
    model.sort(TenantOrder(.actions))
    await changes.until { model.rows.allSatisfy { model.figures(of: $0).counts?.value != nil } }
  }

  @Test func `New figures move no row until the whole refresh has been read`() async {
    let model = await open([1, 2, 3])
    model.select(1)
    #expect(model.selected?.customer.id == "c1")
    risky(0, 30)
    model.refresh()
    #expect(numbers(model) == ["2", "1", "0"])
    await changes.until { model.isSettled }
    #expect(numbers(model) == ["0", "2", "1"])
    #expect(model.selected?.customer.id == "c1", "the selection goes with its tenant")
    #expect(model.figures(of: model.rows[0]).change == 29 && model.figures(of: model.rows[1]).change == 0)
  }

  @Test func `The selected tenant stays on its line of the screen`() async {
    let model = await open((0..<40).map { $0 }, height: 10)
    for _ in 0..<20 { model.move(.down) }
    let (line, tenant) = (model.viewport.selected - model.viewport.top, model.selected?.id)
    for number in 0..<5 { risky(number, 60) }
    model.refresh()
    await changes.until { model.isSettled }
    #expect(model.selected?.id == tenant)
    #expect(model.viewport.selected == 25 && model.viewport.selected - model.viewport.top == line)
  }

  @Test func `Every column sorts, the other way round as well, and what is not known is last both times`() async {
    api.change { $0.failing = [.signIns(.numbered(2), .risky, page: 1)] }
    let model = await open([5, 1, 0, 3])
    model.sort(TenantOrder(.customer))
    #expect(numbers(model) == ["0", "1", "2", "3"])
    _ = model.reverseSort()
    #expect(numbers(model) == ["3", "2", "1", "0"])
    model.sort(TenantOrder(.total))
    #expect(numbers(model) == ["0", "3", "1", "2"])
    _ = model.reverseSort()
    #expect(numbers(model) == ["1", "3", "0", "2"])
    model.sort(TenantOrder(.actions))
    #expect(numbers(model) == ["3", "2", "1", "0"])
    for column in TenantColumn.allCases { model.sort(TenantOrder(column)) }
    #expect(Set(numbers(model)) == ["0", "1", "2", "3"])
  }

  @Test func `Risky only leaves those with risk and those that can't be read`() async {
    api.change { $0.failing = [.signIns(.numbered(2), .risky, page: 1)] }
    let model = await open([0, 1, 4, 3])
    _ = model.toggleScope()
    #expect(numbers(model) == ["3", "1", "2"])
    _ = model.toggleScope()
    #expect(numbers(model) == ["3", "1", "0", "2"])
  }

  @Test func `A condition on risky sign-ins is about all tenants, and a number that may be larger fulfils it`() async {
    let model = await open([0, 12, 150, 3])
    model.setFilter("risky24h>10", isTyping: false)
    #expect(numbers(model) == ["2", "1"])
    #expect(model.figures(of: model.rows[0]).risk?.value?.isLeast == true)
    model.setFilter("risky24h<50", isTyping: false)
    #expect(numbers(model) == ["1", "3", "0"])
    #expect(model.unreadCandidates == 0)
    #expect(!api.log.contains(.signIns(.numbered(2), .risky, page: 2)), "nothing more is read for it")
  }

  @Test func `What is left is read when one comes back, and nothing twice`() async {
    api.change { state in
      state.customers = (0..<300).map { Customer.numbered($0) }
    }
    let model = TenantsModel(context: PlaceContext(api.client, changes: changes))
    model.appear()
    model.resize(height: 10)
    await changes.until { model.totals.answered > 20 }
    model.leave()
    model.appear()
    await changes.until { model.isSettled }
    let asked = api.log.filter { if case .signIns = $0 { true } else { false } }
    #expect(asked.count == 300 && Set(asked).count == 300)
  }
}

extension [SignIn] {
  /// So many risky sign-ins, a minute apart, before the time at which tests run.
  fileprivate static func risky(_ count: Int) -> [SignIn] {
    (0..<count).map { SignIn.numbered(10_000 - $0, riskyEvery: 1) }
  }
}
