import Elements
import Randomness
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

@MainActor
@Suite(.timeLimit(.minutes(10))) struct SightingsTests {
  let api = FakeElements()
  let changes = Changes()

  private func signIn(
    _ id: String, at time: Int64 = 0, ip: String? = nil, user: String? = nil, country: String? = nil,
    isRisk: Bool = false
  ) -> SignIn {
    SignIn(
      id: id, loginTime: Timestamp(unixSeconds: 1_790_000_000 + time), userID: nil, userDisplayName: nil,
      userPrincipalName: user, ip: ip, location: nil, country: country, city: nil, isRisk: isRisk)
  }

  private func fleet(_ lists: [[SignIn]], limit: Int = Fleet.usualLimit) -> (Fleet, [TenantStore]) {
    let fleet = Fleet(client: api.client, limit: limit, now: { .testNow })
    let stores = lists.indices.map { fleet.store(of: .numbered($0)) }
    api.change { state in
      for (store, list) in zip(stores, lists) { state.signIns[store.tenant] = list }
    }
    return (fleet, stores)
  }

  private func read(_ list: PagedSignIns) async {
    list.changes.add(changes) { [changes] _ in changes.happened() }
    list.show(PagingWindow(visible: 0..<10, ahead: 10..<10), for: changes)
    await changes.until { list.isIdle }
  }

  private func sightings(of subject: SightingSubject, in fleet: Fleet) async -> Sightings {
    let sightings = Sightings(of: subject, in: fleet)
    sightings.changes.add(changes) { [changes] _ in changes.happened() }
    await changes.until { !sightings.isSearching }
    return sightings
  }

  private func names(_ source: Sightings) -> [String] {
    source.loadedRows.all().map { "\($0.tenant):\(source.signIn(of: $0)?.id ?? "?")" }
  }

  @Test func `An address is found in all tenants, in what was read before and in what comes later`() async {
    let (fleet, stores) = fleet([
      [signIn("a", at: 9, ip: "192.0.2.7", user: "u", country: "NL"), signIn("b", at: 8, ip: "192.0.2.70", user: "u")],
      [signIn("c", at: 10, ip: "192.0.2.7", user: "v", country: "NG", isRisk: true), signIn("d", at: 1)],
      [signIn("e", at: 5, ip: "::ffff:192.0.2.7", user: "v", country: "NG")],
    ])
    await read(stores[0].list(.all))
    await read(stores[1].list(.risky))
    let found = await sightings(of: .address("192.0.2.7"), in: fleet)
    #expect(names(found) == ["1:c", "0:a"])
    await read(stores[2].list(.all))
    #expect(names(found) == ["1:c", "0:a", "2:e"])
    let summary = found.summary
    #expect(summary.count == 3 && summary.risky == 1 && summary.users == 2 && summary.tenants == [0, 1, 2])
    #expect(summary.countries == ["NL": 1, "NG": 2])
    #expect(summary.first == signIn("", at: 5).loginTime && summary.last == signIn("", at: 10).loginTime)
  }

  @Test func `An IPv6 address is found alone or with its sixty-four bits`() async throws {
    let (fleet, stores) = fleet([
      [
        signIn("a", ip: "2001:db8::1"), signIn("b", ip: "2001:DB8:0::1"), signIn("c", ip: "2001:db8::2"),
        signIn("d", ip: "2001:db8:0:1::1"), signIn("e", ip: "192.0.2.1"),
      ]
    ])
    await read(stores[0].list(.all))
    #expect(names(await sightings(of: .address("2001:db8::1"), in: fleet)) == ["0:a", "0:b"])
    let network = try #require(SightingSubject.network(around: "2001:db8::1"))
    #expect(names(await sightings(of: network, in: fleet)) == ["0:a", "0:b", "0:c"])
    #expect(SightingSubject.network(around: "192.0.2.1") == nil)
  }

  @Test func `A guest is found with its home account, from either side`() async {
    let (fleet, stores) = fleet([
      [signIn("a", user: "Ann_lee@home.example"), signIn("b", user: "lee@home.example")],
      [signIn("c", user: "ann_lee_home.example#EXT#@other.onmicrosoft.com")],
    ])
    for store in stores { await read(store.list(.all)) }
    for name in ["ann_lee@home.example", "ann_lee_home.example#EXT#@third.onmicrosoft.com"] {
      #expect(names(await sightings(of: .user(name), in: fleet)) == ["0:a", "1:c"])
    }
  }

  @Test(
    arguments: [
      ("a_b.example#EXT#@t.example", "a@b.example"), ("x_y_b-c.example#ext#@t.example", "x_y@b-c.example"),
      ("a@b.example", nil), ("a_b#EXT#@t.example", nil), ("_b.example#EXT#@t.example", nil),
      ("a.example#EXT#@t.example", nil), ("a_.example#EXT#@t.example", nil), ("#EXT#@t.example", nil),
      ("a#_b.example#EXT#@t.example", "a#@b.example"),
    ] as [(String, String?)])
  func `A home account is told only where it is certain`(name: String, home: String?) {
    #expect(GuestName.homeAccount(of: name) == home)
  }

  @Test func `Rows that change or are forgotten are followed`() async {
    let (fleet, stores) = fleet(
      [[signIn("a", at: 2, ip: "192.0.2.1"), signIn("b", at: 1, ip: "192.0.2.2")], [signIn("c", ip: "192.0.2.1")]],
      limit: 2)
    for store in stores { _ = fleet.open(store.tenant) }
    for store in stores { await read(store.list(.all)) }
    let found = await sightings(of: .address("192.0.2.1"), in: fleet)
    #expect(names(found) == ["0:a", "1:c"])
    api.change { state in
      state.signIns[.numbered(0)] = [
        signIn("a", at: 2, ip: "192.0.2.3"), signIn("b", at: 1, ip: "192.0.2.1", isRisk: true),
      ]
    }
    stores[0].list(.all).refresh()
    await changes.until { stores[0].list(.all).isIdle }
    #expect(names(found) == ["0:b", "1:c"] && found.summary.risky == 1)
    fleet.close(.numbered(0))
    #expect(names(found) == ["1:c"] && found.summary.tenants == [1] && found.summary.risky == 0)
  }

  @Test(arguments: 0..<10)
  func `What is found page by page is what a search of everything finds`(seed: UInt64) async {
    var random = SplitMix(seed: seed)
    func signIns() -> [SignIn] {
      (0..<150).map { number in
        signIn(
          "s\(number)", at: -Int64(number), ip: "192.0.2.\(Int.random(in: 0..<4, using: &random))",
          country: ["NL", "NG"].randomElement(using: &random), isRisk: random.chance(40))
      }
    }
    let (fleet, stores) = fleet([signIns(), signIns(), signIns()])
    let found = await sightings(of: .address("192.0.2.1"), in: fleet)
    for store in stores {
      await read(store.list(.risky))
      api.change { $0.signIns[store.tenant] = signIns() }
      await read(store.list(.all))
    }
    let anew = await sightings(of: .address("192.0.2.1"), in: fleet)
    #expect(found.loadedRows.all() == anew.loadedRows.all() && found.summary == anew.summary)
    #expect(found.length > 0)
  }
}
