import Elements
import SignInAnalysis
import Synchronization
import Testing

@testable import ElementsFakes
@testable import SignInStore

@MainActor
@Suite(.timeLimit(.minutes(10))) struct FleetTests {
  let api = FakeElements()
  let changes = Changes()
  let window = PagingWindow(visible: 0..<10, ahead: 10..<10)

  private func read(_ list: PagedSignIns, to rows: Int = 10) async {
    list.changes.add(changes) { [changes] _ in changes.happened() }
    list.show(PagingWindow(visible: max(0, rows - 10)..<rows, ahead: rows..<rows), for: changes)
    await changes.until { list.isIdle }
    list.changes.remove(changes)
  }

  @Test func `All sign-ins and the risky ones of a tenant are rows of one table`() async {
    api.change { $0.signIns[.numbered(1)] = SignIn.list(100, riskyEvery: 10) }
    let store = Fleet(client: api.client, now: { .testNow }).open(.numbered(1))
    await read(store.list(.all))
    await read(store.list(.risky))
    #expect(store.rowCount == 100)
    #expect(store.list(.risky).row(at: 0) == store.list(.all).row(at: 9))
  }

  @Test func `A row whose risk turned in one list is told to the other`() async throws {
    api.change { $0.signIns[.numbered(1)] = SignIn.list(100, riskyEvery: 10) }
    let store = Fleet(client: api.client, now: { .testNow }).open(.numbered(1))
    await read(store.list(.all))
    var told: [FleetRow: SignIn] = [:]
    store.list(.all).changes.add(store) { told.merge($0.changed) { first, _ in first } }
    // Number 45 was not risky when the list of all was read.
    api.change { $0.signIns[.numbered(1)] = SignIn.list(100, riskyEvery: 5) }
    await read(store.list(.risky))
    let row = try #require(store.list(.all).row(at: 54))
    #expect(store.list(.all).signIn(of: row) == SignIn.numbered(45, riskyEvery: 5))
    #expect(told[row] == SignIn.numbered(45, riskyEvery: 10))
  }

  @Test func `An answer that was sent earlier never overrules one that was sent later`() async throws {
    api.change { $0.signIns[.numbered(1)] = SignIn.list(10, riskyEvery: 3) }
    let store = Fleet(client: api.client, now: { .testNow }).open(.numbered(1))
    let (early, late) = (store.table.nextCall(), store.table.nextCall())
    let row = try #require(store.table.take([SignIn.numbered(4, riskyEvery: 4)], call: late).rows.first)
    let stale = store.table.take([SignIn.numbered(4, riskyEvery: 3), SignIn.numbered(5)], call: early)
    #expect(store.table.signIn(at: row)?.isRisk == true && stale.changed.isEmpty)
    #expect(stale.rows == [row, row + 1], "what is new in it is taken in")
  }

  @Test func `Who leaves loses no row, and comes back without a call`() async {
    api.change { $0.signIns[.numbered(1)] = SignIn.list(300) }
    let fleet = Fleet(client: api.client, now: { .testNow })
    await read(fleet.open(.numbered(1)).list(.all), to: 150)
    let asked = api.log.count
    fleet.close(.numbered(1))
    let list = fleet.open(.numbered(1)).list(.all)
    list.show(PagingWindow(visible: 0..<150, ahead: 150..<150), for: changes)
    #expect(list.coverage.loaded >= 150 && list.isIdle && api.log.count == asked)
  }

  @Test func `Beyond the limit the tenant looked at longest ago is forgotten, and never one that is open`() async {
    api.change { state in
      for number in 1...3 { state.signIns[.numbered(number)] = SignIn.list(100) }
    }
    let fleet = Fleet(client: api.client, limit: 250, now: { .testNow })
    let stores = (1...3).map { fleet.open(.numbered($0)) }
    for store in stores.prefix(2) { await read(store.list(.all)) }
    fleet.close(.numbered(1))
    fleet.close(.numbered(2))
    #expect(fleet.rows == 200 && stores.map(\.rowCount) == [100, 100, 0])
    _ = fleet.open(.numbered(1))
    fleet.close(.numbered(1))
    await read(stores[2].list(.all))
    #expect(fleet.rows == 200)
    #expect(stores.map(\.rowCount) == [100, 0, 100])
    #expect(!stores[1].list(.all).coverage.isBegun, "as if it had never been read")
  }

  @Test(arguments: TenantHold.allCases)
  func `A tenant that is held is not forgotten before it is released`(hold: TenantHold) async {
    api.change { state in
      for number in 1...2 { state.signIns[.numbered(number)] = SignIn.list(100) }
    }
    let fleet = Fleet(client: api.client, limit: 150, now: { .testNow })
    let (held, other) = (fleet.store(of: .numbered(1)), fleet.open(.numbered(2)))
    held.hold(for: hold)
    held.hold(for: hold)
    await read(held.list(.all))
    await read(other.list(.all))
    held.release(hold)
    #expect(fleet.rows == 200 && held.rowCount == 100, "it was held twice")
    var isForgotten = false
    held.list(.all).changes.add(fleet) { isForgotten = $0.isForgotten }
    held.release(hold)
    #expect(fleet.rows == 100 && held.rowCount == 0 && isForgotten)
    #expect(held.list(.all).length == 0 && held.list(.all).row(at: 0) == nil)
  }

  @Test func `What has been forgotten is read again as if for the first time`() async {
    api.change { $0.signIns[.numbered(1)] = SignIn.list(300) }
    let fleet = Fleet(client: api.client, limit: 50, now: { .testNow })
    let store = fleet.open(.numbered(1))
    await read(store.list(.all), to: 250)
    fleet.close(.numbered(1))
    #expect(store.rowCount == 0 && fleet.rows == 0)
    await read(fleet.open(.numbered(1)).list(.all))
    #expect(store.list(.all).row(at: 99).flatMap(store.list(.all).signIn(of:))?.id == "s200")
  }

  @Test func `The same address has the same number in every tenant, also after one was forgotten`() async {
    func signIn(_ id: String, _ ip: String) -> SignIn {
      SignIn(
        id: id, loginTime: nil, userID: nil, userDisplayName: nil, userPrincipalName: nil, ip: ip, location: nil,
        country: nil, city: nil, isRisk: nil)
    }
    api.change { state in
      state.signIns[.numbered(1)] = [signIn("a", "192.0.2.1"), signIn("b", "192.0.2.2")]
      state.signIns[.numbered(2)] = [signIn("a", "192.0.2.2"), signIn("b", "192.0.2.3")]
    }
    let fleet = Fleet(client: api.client, limit: 2, now: { .testNow })
    let stores = (1...2).map { fleet.open(.numbered($0)) }
    for store in stores { await read(store.list(.all)) }
    func addresses() -> [[UInt32]] {
      let snapshot = fleet.snapshot(of: stores.map(\.number))
      return stores.map { store in (snapshot[store.number]?.chunks ?? []).flatMap { Array($0.addresses) } }
    }
    let before = addresses()
    #expect(before == [[1, 2], [2, 3]])
    fleet.close(.numbered(1))
    #expect(addresses() == [[], [2, 3]])
    await read(fleet.open(.numbered(1)).list(.all))
    #expect(addresses() == before)
  }
}
