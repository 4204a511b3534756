import Elements
import Randomness
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

@MainActor
@Suite(.timeLimit(.minutes(10))) struct AddressIndexTests {
  let api = FakeElements()
  let changes = Changes()

  private func signIn(
    _ id: String, at time: Int64? = 0, ip: String?, user: String? = "u", country: String? = nil, isRisk: Bool? = false
  ) -> SignIn {
    SignIn(
      id: id, loginTime: time.flatMap { Timestamp(unixSeconds: 1_790_000_000 + $0) }, userID: nil,
      userDisplayName: user, userPrincipalName: nil, ip: ip, location: nil, country: country, city: nil, isRisk: isRisk)
  }

  private func read(_ list: PagedSignIns, to rows: Int = 10) async {
    list.changes.add(changes) { [changes] _ in changes.happened() }
    list.show(PagingWindow(visible: rows - 10..<rows, ahead: rows..<rows), for: changes)
    await changes.until { list.isIdle && !list.isAsking }
  }

  private func rows(_ table: AddressTable) -> [AddressRow] { (0..<table.count).compactMap { table[$0] } }

  /// Two customers with two tenants and one.
  private func readThree() async -> Fleet {
    let fleet = Fleet(client: api.client, now: { .testNow })
    let stores = [TenantReference.numbered(1, 0), .numbered(1, 1), .numbered(2)].map { fleet.store(of: $0) }
    api.change { state in
      state.signIns[stores[0].tenant] = [
        signIn("a", at: 5, ip: "192.0.2.9", country: "NL"), signIn("b", at: 4, ip: "192.0.2.10", isRisk: true),
        signIn("c", at: 3, ip: nil),
      ]
      state.signIns[stores[1].tenant] = [
        signIn("d", at: 9, ip: "192.0.2.9", user: "v", country: "NG"), signIn("e", at: 1, ip: "2001:db8::1"),
      ]
      state.signIns[stores[2].tenant] = [
        signIn("f", at: 8, ip: "192.0.2.10", isRisk: true), signIn("g", at: nil, ip: "192.0.2.11"),
      ]
    }
    for store in stores { await read(store.list(.all)) }
    return fleet
  }

  @Test func `An address has the figures of its sign-ins in all tenants, each customer and user once`() async throws {
    let table = await AddressIndex(of: readThree()).table(AddressOrder(.customers))
    #expect(rows(table).map(\.ip) == ["192.0.2.10", "192.0.2.9", "2001:db8::1", "192.0.2.11"])
    let (most, next) = (try #require(table[0]), try #require(table[1]))
    #expect(most.figures.customers == 2 && most.figures.tenants == 2 && most.figures.users == 1)
    #expect(most.figures.risky == 2 && most.figures.signIns == 2)
    #expect(next.figures.customers == 1 && next.figures.tenants == 2 && next.figures.users == 2)
    #expect(next.country == "NG" && next.figures.first == signIn("", at: 5, ip: nil).loginTime)
    #expect(table.place(of: next.number) == 1 && table.total == 4)
  }

  @Test(arguments: [
    (AddressOrder(.address), ["192.0.2.9", "192.0.2.10", "192.0.2.11", "2001:db8::1"]),
    (AddressOrder(.address, isDescending: true), ["2001:db8::1", "192.0.2.11", "192.0.2.10", "192.0.2.9"]),
    (AddressOrder(.last), ["192.0.2.9", "192.0.2.10", "2001:db8::1", "192.0.2.11"]),
    (AddressOrder(.first, isDescending: false), ["2001:db8::1", "192.0.2.10", "192.0.2.9", "192.0.2.11"]),
    (AddressOrder(.risky, isDescending: false), ["192.0.2.9", "2001:db8::1", "192.0.2.11", "192.0.2.10"]),
  ])
  func `Addresses stand in any order, those without a value last`(order: AddressOrder, expected: [String]) async {
    #expect(await rows(AddressIndex(of: readThree()).table(order)).map(\.ip) == expected)
  }

  @Test(arguments: [false, true])
  func `Addresses of all kinds stand as sign-ins that are sorted by them`(isDescending: Bool) async {
    let texts = [
      "192.0.2.9", "10.0.0.1", "203.0.113.XXX", "203.0.113.7", "2001:db8::1", "::ffff:10.0.0.2", "?", "",
      "fe80::1%eth0",
      "2001:db8::", "10.0.0.1:443",
    ]
    api.change { state in
      state.signIns[.numbered(0)] = texts.enumerated().map { signIn("s\($0.offset)", ip: $0.element) }
    }
    let fleet = Fleet(client: api.client, now: { .testNow })
    let list = fleet.store(of: .numbered(0)).list(.all)
    await read(list)
    let sorted = NarrowedSignIns(
      Narrowing(filter: nil, order: SignInOrder(column: .address, isDescending: isDescending)), of: list, screenful: 20)
    let table = await AddressIndex(of: fleet).table(AddressOrder(.address, isDescending: isDescending))
    let expected = sorted.loadedRows.all().compactMap { sorted.signIn(of: $0)?.ip }
    #expect(rows(table).map(\.ip).filter { $0 != "10.0.0.1:443" } == expected.filter { $0 != "10.0.0.1:443" })
  }

  @Test(arguments: [
    ("risky>1", ["192.0.2.10"]), ("ip:192.0.2.8/30", ["192.0.2.9", "192.0.2.10", "192.0.2.11"]),
    ("country:nigeria", ["192.0.2.9"]), ("customer:quay", ["192.0.2.10", "192.0.2.11"]),
    ("quay -risky>0", ["192.0.2.11"]), ("customers>1", ["192.0.2.10"]), ("users>=2", ["192.0.2.9"]),
    ("tenants=2 -tenant:q", ["192.0.2.9"]), ("2.1", ["192.0.2.10", "192.0.2.11"]),
  ])
  func `A filter looks at addresses, figures and the tenants' texts`(text: String, expected: [String]) async throws {
    let filter = try Filter(parsing: text, of: .addresses, in: FilterContext(now: .testNow))
    let texts: [TenantNumber: TenantTexts] = [2: TenantTexts(customer: "Quayside", tenant: "q")]
    let table = await AddressIndex(of: readThree()).table(AddressOrder(.address), filter: filter, texts: texts)
    #expect(rows(table).map(\.ip) == expected && table.total == 4)
  }

  @Test(arguments: 0..<10)
  func `What is counted page by page is what is counted anew`(seed: UInt64) async {
    var random = SplitMix(seed: seed)
    // Two of one /64, which count as one for whoever stays.
    let addresses = (0..<9).map { "192.0.2.\($0)" } + ["2001:db8::1", "2001:db8::2"]
    func signIns() -> [SignIn] {
      (0..<250).map { number in
        signIn(
          "s\(number)", at: -Int64(number) * 400, ip: addresses[number * 7 % 11], user: "u\(number % 5)",
          country: ["NL", "NG"][number % 2], isRisk: random.chance(40))
      }
    }
    let fleet = Fleet(client: api.client, limit: 700, now: { .testNow })
    let stores = (0..<3).map { fleet.open(.numbered($0)) }
    let index = AddressIndex(of: fleet)
    _ = await index.table(AddressOrder(.users))
    for _ in 0..<8 {
      guard let store = stores.randomElement(using: &random) else { return }
      api.change { $0.signIns[store.tenant] = signIns() }
      let list = store.list(random.chance(50) ? .all : .risky)
      if random.chance(30) { list.refresh() }
      await read(list, to: Int.random(in: 10...250, using: &random))
      if random.chance(15) {
        fleet.close(store.tenant)
        _ = fleet.open(store.tenant)
      }
      let (known, anew) = (
        await index.table(AddressOrder(.users)), await AddressIndex(of: fleet).table(AddressOrder(.users))
      )
      #expect(rows(known) == rows(anew))
    }
  }

  @Test func `Who signs in again after half an hour has stayed, at any address of an IPv6 network`() async {
    api.change { state in
      state.signIns[.numbered(0)] = [
        signIn("a", at: 0, ip: "192.0.2.1", user: "u"), signIn("b", at: 1_799, ip: "192.0.2.1", user: "u"),
        signIn("c", at: 1_800, ip: "192.0.2.1", user: "v"), signIn("d", at: 0, ip: "192.0.2.1", user: "v"),
        signIn("e", at: 0, ip: "2001:db8::1", user: "u"), signIn("f", at: 3_600, ip: "2001:db8::2", user: "u"),
        signIn("g", at: 7_200, ip: "2001:db8:0:1::1", user: "u"),
        signIn("h", at: 0, ip: "203.0.113.XXX", user: "u"), signIn("i", at: 4_000, ip: "203.0.113.XXX", user: "u"),
      ]
    }
    let fleet = Fleet(client: api.client, now: { .testNow })
    await read(fleet.store(of: .numbered(0)).list(.all))
    let table = await AddressIndex(of: fleet).table(AddressOrder(.address))
    #expect(rows(table).map(\.figures.stayed) == [1, 0, 1, 1, 0])
  }

  @Test func `Who looks is told that something came`() async {
    let fleet = Fleet(client: api.client, now: { .testNow })
    api.change { $0.signIns[.numbered(0)] = [signIn("a", ip: "192.0.2.1")] }
    let index = AddressIndex(of: fleet)
    #expect(await index.table(AddressOrder(.users)).count == 0)
    var told = 0
    index.changes.add(changes) { told += 1 }
    await read(fleet.store(of: .numbered(0)).list(.all))
    #expect(told == 1)
    #expect(await index.table(AddressOrder(.users)).count == 1)
  }
}
