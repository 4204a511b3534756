import Elements
import SignInStore
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct TenantsModelTests {
  let api = FakeElements()
  let changes = Changes()

  private func open(_ customers: [Customer], height: Int = 5) async -> TenantsModel {
    api.change { $0.customers = customers }
    let model = TenantsModel(context: PlaceContext(api.client, changes: changes))
    model.appear()
    model.resize(height: height)
    await changes.until { !model.coverage.isLoading }
    return model
  }

  private func countsAsked() -> Set<TenantReference> {
    Set(api.log.compactMap { if case .actionCounts(let tenant) = $0 { tenant } else { nil } })
  }

  @Test func `Customers are read to the last page`() async {
    let model = await open((0..<230).map { Customer.numbered($0) })
    #expect(model.rows.count == 230)
    #expect(api.log.filter { if case .customers = $0 { true } else { false } }.count == 3)
  }

  @Test func `Counts are asked for the tenants in view alone`() async {
    let model = await open((0..<50).map { Customer.numbered($0) })
    await changes.until { model.counts(of: .numbered(4))?.value != nil }
    #expect(countsAsked() == Set((0..<5).map { TenantReference.numbered($0) }))
    model.move(.last)
    await changes.until { model.counts(of: .numbered(49))?.value != nil }
    #expect(countsAsked().count == 10)
  }

  @Test func `A customer without tenants has a row that opens nothing`() async {
    let model = await open([Customer.numbered(0, tenants: 0), Customer.numbered(1, tenants: 2)])
    #expect(model.rows.map(\.reference) == [nil, .numbered(1, 0), .numbered(1, 1)])
    #expect(model.tenantCount == 2)
    #expect(model.selected?.reference == .numbered(1, 0), "the first tenant is selected, not a row that opens nothing")
  }

  @Test func `All words of a filter have to be found, whatever their case and diacritics`() async {
    let customers = [
      Customer(
        id: "a", organization: "Ångström Legal", countryOrRegion: "Sweden",
        tenants: [Tenant(id: "1", name: "angstrom.onmicrosoft.com")]),
      Customer(
        id: "b", organization: "Anchor Legal", countryOrRegion: "Norway",
        tenants: [Tenant(id: "2", name: "anchor.onmicrosoft.com")]),
    ]
    let model = await open(customers)
    model.setFilter("LEGAL swe", isTyping: false)
    #expect(model.rows.map(\.customer.id) == ["a"])
    model.setFilter("angstrom legal", isTyping: false)
    #expect(model.rows.map(\.customer.id) == ["a"])
    model.setFilter("legal nowhere", isTyping: false)
    #expect(model.rows.isEmpty)
    #expect(model.selected == nil)
  }

  @Test func `A condition on counts asks for those of all tenants, and shows the rows as they become known`() async {
    api.change { state in
      for number in 0..<40 { state.counts[.numbered(number)] = ActionCounts(risky: number, normal: 3) }
      state.failing = [.actionCounts(.numbered(7))]
    }
    let model = await open((0..<40).map { Customer.numbered($0) })
    model.setFilter("risky>36", isTyping: false)
    await changes.until { model.unreadCandidates == 0 }
    #expect(model.rows.map(\.reference) == (37..<40).map { .numbered($0) })
    model.setFilter("state:failed", isTyping: false)
    #expect(model.rows.map(\.reference) == [.numbered(7)])
    model.setFilter("customer risky<=2 normal=3", isTyping: false)
    #expect(model.rows.map(\.reference) == [2, 1, 0].map { .numbered($0) }, "a filter puts the worst first")
  }

  @Test func `A filter that can't be read leaves the rows of the last good one and says what to write`() async {
    let model = await open((0..<12).map { Customer.numbered($0) })
    model.setFilter("customer 11", isTyping: false)
    model.setFilter("customer 11 risky>many", isTyping: false)
    #expect(model.filterError?.message == "expected a number")
    #expect(model.filter == "customer 11")
    #expect(model.rows.map(\.reference) == [.numbered(11)])
    model.setFilter("customer 11", isTyping: false)
    #expect(model.filterError == nil)
    model.setFilter("user:bob", isTyping: false)
    #expect(
      model.filterError?.message.hasPrefix("unknown field 'user'; fields: customer, tenant, country, risky,") == true)
  }

  @Test func `A minus before a word leaves the rows that do not have it`() async {
    let names = ["Egypt Sales", "Egypt Legal", "Fjord Sales"]
    let model = await open(
      names.enumerated().map { number, name in
        Customer(id: name, organization: name, tenants: [Tenant(id: "\(number)", name: "tenant\(number)")])
      })
    model.setFilter("egypt -sales", isTyping: false)
    #expect(model.rows.map(\.customer.organization) == ["Egypt Legal"])
    model.setFilter("tenant:tenant0 or -customer:(egypt)", isTyping: false)
    #expect(model.filterError != nil)
    model.setFilter("tenant:tenant0 or -customer:egypt", isTyping: false)
    #expect(model.rows.map(\.customer.organization) == ["Egypt Sales", "Fjord Sales"])
  }

  @Test func `Only the counts are asked for that decide, and how many are known is told`() async {
    api.change { state in
      for number in 0..<40 { state.counts[.numbered(number)] = ActionCounts(risky: number, normal: nil) }
      state.failing = [.actionCounts(.numbered(17))]
    }
    let model = await open((0..<40).map { Customer.numbered($0) }, height: 1)
    model.setFilter("customer 1 risky>=0 or fjord", isTyping: false)
    let candidates = [1] + (10...19) + [21, 31]
    #expect(model.figureProgress.candidates == candidates.count)
    await changes.until { model.figureProgress.read == candidates.count }
    // The first tenant was in view before there was a filter.
    #expect(countsAsked().isSubset(of: Set(([0] + candidates).map { TenantReference.numbered($0) })))
    #expect(model.rows.map(\.reference) == candidates.filter { $0 != 17 }.map { .numbered($0) }, "17 failed")
    model.setFilter("customer 1 -normal>0", isTyping: false)
    #expect(model.rows.count == candidates.count, "a count that is missing or failed fulfils no condition")
    #expect(model.unreadCandidates == 0)
  }

  @Test func `The selected tenant is selected again when the filter goes`() async {
    let model = await open((0..<50).map { Customer.numbered($0) })
    for _ in 0..<31 { model.move(.down) }
    model.setFilter("customer 31", isTyping: false)
    #expect(model.selected?.reference == .numbered(31))
    model.setFilter("customer 7", isTyping: false)
    #expect(model.selected?.reference == .numbered(7))
    model.setFilter("", isTyping: false)
    #expect(model.selected?.reference == .numbered(31))
  }

  @Test func `A page that fails leaves the customers read before, and a refresh goes on`() async {
    api.change { $0.failing = [.customers(page: 2)] }
    let model = await open((0..<150).map { Customer.numbered($0) })
    #expect(model.rows.count == 100)
    #expect(model.coverage.error?.call == .customers(page: 2))
    api.change { $0.failing = [] }
    model.refresh()
    await changes.until { !model.coverage.isLoading }
    #expect(model.rows.count == 150)
    #expect(model.coverage.error == nil)
  }

  @Test func `A tenant whose counts cannot be read keeps its row and the reason`() async {
    api.change { $0.failing = [.actionCounts(.numbered(1))] }
    let model = await open((0..<3).map { Customer.numbered($0) })
    await changes.until { model.counts(of: .numbered(1))?.error != nil }
    #expect(model.rows.count == 3)
    #expect(model.counts(of: .numbered(1))?.error?.shortReason == "service unavailable (503)")
  }
}
