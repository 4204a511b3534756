import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct HandOverTests {
  let api = FakeElements()
  let changes = Changes()

  /// Three tenants with the same people and ids; the second has one at another address for 40 minutes.
  private func start(_ ways: [TicketWay] = [.clipboard]) async -> DashboardModel {
    api.change { state in
      state.customers = (0..<3).map { Customer.numbered($0) }
      for number in 0..<3 { state.signIns[.numbered(number)] = (0..<60).reversed().map { signIn($0, of: number) } }
    }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (3_600, "CET") },
      handOver: HandOverPreferences(ticketWays: ways), now: { Timestamp.testNow }, pause: { _ in },
      onChange: changes.happened)
    model.picker.resize(height: 10)
    await changes.until { !model.picker.coverage.isLoading }
    return model
  }

  private func signIn(_ number: Int, of tenant: Int) -> SignIn {
    let start = Int64(1_790_000_000 + tenant * 100_000)
    return SignIn(
      id: "s\(number)", loginTime: Timestamp(unixSeconds: start + Int64(number) * 60), userID: "u",
      userDisplayName: "Bob", userPrincipalName: "bob@contoso.example",
      ip: tenant == 1 ? "198.51.100.\(number < 40 ? 1 : 2)" : "203.0.113.7", location: nil,
      country: number % 2 == 0 ? "NL" : "NG", city: nil, isRisk: number % 10 == 0)
  }

  /// Opens the tenant of a number and waits for its first page.
  private func open(_ number: Int, _ model: DashboardModel) async {
    model.perform(.goTenants)
    while model.navigator.places.count > 1 { model.perform(.back) }
    model.picker.select(model.picker.rows.firstIndex { $0.reference == .numbered(number) } ?? 0)
    model.perform(.openTenant)
    model.tenant?.signInList.resize(height: 10)
    await changes.until { model.tenant?.signInList.selected != nil }
  }

  private func effect(_ model: DashboardModel) async -> Effect? {
    var effects: [Effect] = []
    await changes.until {
      effects += model.takeEffects()
      return !effects.isEmpty
    }
    return effects.first
  }

  private func copied(_ model: DashboardModel) async -> CopiedSignIns? {
    model.perform(.copy)
    return if case .copy(let copied)? = await effect(model) { copied } else { nil }
  }

  private func facts(_ model: DashboardModel) async -> TicketFacts? {
    model.perform(.copyTicket)
    return if case .ticket(let facts, .clipboard)? = await effect(model) { facts } else { nil }
  }

  @Test func `Marks live over tenants and places, and all of them are copied, the newest first`() async {
    let model = await start()
    await open(0, model)
    model.perform(.mark)
    await open(1, model)
    model.perform(.mark)
    model.perform(.mark)
    let list = model.tenant?.signInList
    #expect(list?.marked.count == 3 && list?.markedHere == 2)
    #expect(list?.markWords == "3 marked, 2 of them here")
    model.perform(.goSignIns)
    model.perform(.back)
    await open(2, model)
    #expect(model.tenant?.signInList.marked.count == 3)
    let copied = await copied(model)
    #expect(copied?.signIns.map(\.tenant) == [.numbered(1), .numbered(1), .numbered(0)])
    #expect(copied?.signIns.map(\.signIn.id) == ["s59", "s58", "s59"])
    #expect(copied?.hasTenants == true && copied?.signIns.first?.local?.zone == "CET")
    model.perform(.clearMarks)
    #expect(model.tenant?.signInList.marked.isEmpty == true)
    #expect(model.messages.current?.words == "3 marked before, none now")
  }

  @Test func `A list that was closed leaves its marks`() async {
    let model = await start()
    await open(0, model)
    model.perform(.whereAddress)
    guard case .whereElse(let found) = model.navigator.top else {
      Issue.record("not where else")
      return
    }
    found.signInList.resize(height: 10)
    await changes.until { found.signInList.selected != nil }
    model.perform(.mark)
    model.perform(.back)
    #expect(model.tenant?.signInList.marked.count == 1)
  }

  @Test func `Without marks the selected row is copied`() async {
    let model = await start()
    await open(0, model)
    model.perform(.down)
    let copied = await copied(model)
    #expect(copied?.signIns.map(\.signIn.id) == ["s58"])
    #expect(copied?.hasTenants == false && copied?.isLocal == false)
  }

  @Test func `Marked only shows those that were marked, and all again`() async {
    let model = await start()
    await open(0, model)
    let list = model.tenant?.signInList
    model.perform(.onlyMarked)
    #expect(list?.isMarkedOnly == false && model.messages.current?.words.hasPrefix("nothing is marked") == true)
    for _ in 0..<2 { model.perform(.mark) }
    model.perform(.palette)
    model.edit(.insert("marked"))
    _ = model.accept()
    #expect(list?.isMarkedOnly == true && list?.viewport.count == 2)
    #expect(list?.narrowedCoverage?.isExhausted == true)
    // One that loses its mark stays in sight until all are shown again.
    model.perform(.first)
    model.perform(.mark)
    #expect(list?.viewport.count == 2 && list?.marked.count == 1)
    model.perform(.escape)
    #expect(list?.isMarkedOnly == false && list?.viewport.count == 60)
  }

  @Test func `A ticket knows the user and the address over all tenants, and what that rests on`() async throws {
    let model = await start()
    for number in 0..<3 { await open(number, model) }
    await open(1, model)
    api.change { $0.failing = [.signIns(.numbered(2), .risky, page: 1)] }
    let facts = try #require(await facts(model))
    #expect(facts.signIns.count == 1 && facts.source == "test")
    let signIn = facts.signIns[0]
    #expect(signIn.handed.customerName == "Customer 1" && signIn.handed.signIn.ip == "198.51.100.2")
    #expect(signIn.ofUser?.count == 180 && signIn.ofUser?.tenants == 3 && signIn.ofUser?.addresses == 3)
    #expect(signIn.ofAddress?.count == 20 && signIn.ofAddress?.tenants == 1 && signIn.ofAddress?.users == 1)
    #expect(signIn.ofAddress?.countries == [.init(name: "NG", count: 10), .init(name: "NL", count: 10)])
    #expect(signIn.ofAddress?.risky == 2)
    #expect(signIn.ofUser?.stay(at: "198.51.100.1")?.words == "stayed 39 min (40)")
    #expect(signIn.ofUser?.stay(at: "198.51.100.2") == nil, "19 minutes are no stay")
    #expect(facts.basis.rows == 180 && facts.basis.tenants == 3 && facts.basis.tenantsRead == 3)
    #expect(facts.basis.earliest == Timestamp(unixSeconds: 1_790_000_000))
    #expect(facts.basis.lists.map(\.customer) == ["Customer 1", "Customer 1"])
    #expect(facts.basis.lists.first { $0.scope == .all }?.isComplete == true)
  }

  @Test func `A ticket of marks in two tenants is one, by tenant, and says what of them could not be read`()
    async throws
  {
    api.change { $0.failing = [0, 2].reduce(into: []) { $0.insert(.signIns(.numbered($1), .risky, page: 1)) } }
    let model = await start()
    await changes.until { model.picker.totals.answered == 3 }
    for number in [0, 1, 0] {
      await open(number, model)
      model.perform(.mark)
    }
    let facts = try #require(await facts(model))
    #expect(facts.signIns.map(\.handed.tenant) == [.numbered(1), .numbered(0), .numbered(0)])
    #expect(facts.basis.failures.map(\.customer) == ["Customer 0"], "no other customer is named")
    #expect(facts.basis.tenants == 3 && facts.basis.tenantsRead == 2)
  }

  @Test func `Where there is a choice, a menu asks where the ticket goes`() async {
    let model = await start([.clipboard, .command(name: "mail")])
    await open(0, model)
    model.perform(.copyTicket)
    #expect(model.overlay == .choice && model.takeEffects().isEmpty)
    model.perform(.down)
    model.perform(.choose)
    #expect(model.overlay == nil)
    guard case .ticket(let facts, .command("mail"))? = await effect(model) else {
      Issue.record("no ticket for the command")
      return
    }
    #expect(facts.signIns.count == 1)
  }

  @Test func `The selected tenant, address or row of a tally is copied with its figures`() async throws {
    let model = await start()
    await changes.until { model.picker.totals.answered == 3 }
    let selected = try #require(model.picker.selected)
    guard case .copyRow(.tenant(let tenant))? = model.perform(.copyRow) else { throw NotCopied() }
    #expect(tenant.customer == selected.customer.organization && tenant.lastDay != nil)
    model.perform(.goAddresses)
    await changes.until { model.navigator.ground.model.addresses?.selected != nil }
    guard case .copyRow(.address(let address))? = model.perform(.copyRow) else { throw NotCopied() }
    #expect(address.ip == "203.0.113.7" && address.figures.tenants == 2, "most customers first")
    model.perform(.goSignIns)
    model.perform(.view)
    await changes.until { model.overlay == .choice }
    model.perform(.choose)
    guard case .tally(let tally) = model.navigator.ground else { throw NotCopied() }
    await changes.until { tally.selected != nil }
    guard case .copyRow(.tally(let row, let fields, _))? = model.perform(.copyRow) else { throw NotCopied() }
    #expect(row == tally.selected && fields == tally.fields)
  }

  @Test func `Where no row is selected that is said`() async {
    let model = await start()
    model.perform(.filter)
    model.edit(.insert("nobody"))
    #expect(model.perform(.copyRow) == nil)
    #expect(model.messages.current?.words == "no row is selected")
  }
}

/// Something else came than a row.
private struct NotCopied: Error {}
