import Elements
import Randomness
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

@MainActor
@Suite(.timeLimit(.minutes(10))) struct SignalIndexTests {
  let api = FakeElements()
  let changes = Changes()
  private static let now: Int64 = 1_790_000_000

  /// - Parameter minute: before 2026-09-21T14:13:20Z.
  private func signIn(
    _ id: String, minute: Int64, ip: String = "192.0.2.9", user: String = "u", country: String? = nil,
    isRisk: Bool? = false
  ) -> SignIn {
    SignIn(
      id: id, loginTime: Timestamp(unixSeconds: Self.now - minute * 60), userID: user, userDisplayName: nil,
      userPrincipalName: nil, ip: ip, location: nil, country: country, city: nil, isRisk: isRisk)
  }

  private func fleet(_ limit: Int = Fleet.usualLimit) -> Fleet {
    Fleet(client: api.client, limit: limit, now: { .testNow })
  }

  private func index(of fleet: Fleet, settings: SignalSettings = SignalSettings()) -> SignalIndex {
    let now = Timestamp(unixSeconds: Self.now) ?? .earliest
    let index = SignalIndex(of: fleet, settings: settings, now: { now }, pause: { _ in })
    index.changes.add(changes) { [changes] in changes.happened() }
    return index
  }

  private func read(_ list: PagedSignIns, to rows: Int = 10) async {
    let done = Changes()
    list.changes.add(done) { [done] _ in done.happened() }
    list.show(PagingWindow(visible: max(0, rows - 10)..<rows, ahead: rows..<rows), for: done)
    await done.until { list.isIdle && !list.isAsking }
  }

  private func upToDate(_ index: SignalIndex) async {
    await changes.until { index.isUpToDate }
  }

  private func rules(_ index: SignalIndex, _ store: TenantStore) -> [String: [SignalRule]] {
    let signals = index.table.tenants[store.number]
    let pairs = (signals?.rows ?? []).compactMap { row in
      store.table.signIn(at: row).map { ($0.id, signals?[row].map(\.rule) ?? []) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test func `A page that is read has its signals soon after`() async {
    let fleet = fleet()
    let index = index(of: fleet)
    let store = fleet.store(of: .numbered(0))
    api.change {
      $0.signIns[.numbered(0)] = [
        signIn("b", minute: 5, country: "NG"), signIn("a", minute: 65, country: "NL"),
      ]
    }
    await read(store.list(.all))
    await upToDate(index)
    #expect(rules(index, store) == ["b": [.twoCountries]])
    #expect(index.table.tenants[store.number]?.worst == .low)
  }

  @Test func `After an update it waits four times as long as that took, and 250 ms to 2 s`() {
    let waits = [0, 50, 100, 500, 900].map { SignalIndex.rest(after: .milliseconds($0)) }
    #expect(waits == [250, 250, 400, 2_000, 2_000].map { .milliseconds($0) })
  }

  @Test func `What was read before there was an index is looked at too`() async {
    let fleet = fleet()
    let store = fleet.store(of: .numbered(0))
    api.change {
      $0.signIns[.numbered(0)] = [signIn("b", minute: 5, country: "NG"), signIn("a", minute: 65, country: "NL")]
    }
    await read(store.list(.all))
    let index = index(of: fleet)
    await upToDate(index)
    #expect(rules(index, store) == ["b": [.twoCountries]])
  }

  @Test func `A sign-in that turns risky later is a late risk, and one that was risky at once is none`() async {
    let fleet = fleet()
    let index = index(of: fleet)
    let store = fleet.store(of: .numbered(0))
    api.change {
      $0.signIns[.numbered(0)] = [signIn("b", minute: 5), signIn("a", minute: 65, isRisk: true)]
    }
    await read(store.list(.all))
    api.change {
      $0.signIns[.numbered(0)] = [signIn("b", minute: 5, isRisk: true), signIn("a", minute: 65, isRisk: true)]
    }
    store.list(.all).refresh()
    await read(store.list(.all))
    await upToDate(index)
    #expect(rules(index, store) == ["b": [.lateRisk]])
  }

  @Test func `The baseline reaches as far as the list is read from its head without a gap`() async {
    let fleet = fleet()
    let store = fleet.store(of: .numbered(0))
    #expect(store.signalCoverage == .unknown)
    api.change { $0.signIns[.numbered(0)] = (0..<450).map { signIn("\($0)", minute: Int64($0)) } }
    await read(store.list(.risky))
    #expect(store.signalCoverage == .unknown)
    await read(store.list(.all), to: 10)
    let first = store.signalCoverage.since
    await read(store.list(.all), to: 450)
    #expect(store.list(.all).headRun?.count == 450 || store.signalCoverage.since == first)
    await read(store.list(.all), to: 200)
    await read(store.list(.all), to: 300)
    await read(store.list(.all), to: 400)
    await read(store.list(.all), to: 450)
    let oldest = signIn("", minute: 449).loginTime?.ticks
    #expect(store.list(.all).headRun?.isWhole == true)
    #expect(first.map { $0 > oldest ?? 0 } ?? false && store.signalCoverage.since == oldest)
  }

  @Test func `A tenant that was forgotten has no signals until it is read again`() async {
    let fleet = fleet(3)
    let index = index(of: fleet)
    let (first, second) = (fleet.store(of: .numbered(0)), fleet.store(of: .numbered(1)))
    api.change {
      for tenant in [TenantReference.numbered(0), .numbered(1)] {
        $0.signIns[tenant] = [signIn("b", minute: 5, country: "NG"), signIn("a", minute: 65, country: "NL")]
      }
    }
    await read(first.list(.all))
    await upToDate(index)
    await read(second.list(.all))
    await upToDate(index)
    let known = [first, second].map { rules(index, $0) }
    #expect(known.count { $0.isEmpty } == 1 && known.contains(["b": [.twoCountries]]))
    #expect(index.table.tenants[first.number]?.rows.isEmpty ?? true)
  }

  @Test func `A tenant is silent for as long as was read, not for as long as it is open`() async {
    // Hourly for 15 days, looked at 9 h after the newest.
    api.change {
      $0.signIns[.numbered(0)] = (0..<360).map { signIn("\($0)", minute: $0 * 60 + 60) }
    }
    func time(_ hours: Int64) -> Timestamp { Timestamp(unixSeconds: Self.now + hours * 3_600) ?? .earliest }
    func rules(readAfter hours: Int64) async -> [SignalRule]? {
      let (read, now) = (time(hours), time(9))
      let fleet = Fleet(client: api.client, limit: Fleet.usualLimit, now: { read })
      let index = SignalIndex(of: fleet, now: { now }, pause: { _ in })
      index.changes.add(changes) { [changes] in changes.happened() }
      let store = fleet.store(of: .numbered(0))
      for rows in [100, 200, 300, 360] { await self.read(store.list(.all), to: rows) }
      await upToDate(index)
      return index.table.tenants[store.number]?.about.map(\.rule)
    }
    #expect(await rules(readAfter: 0) == [])
    #expect(await rules(readAfter: 9) == [.silentTenant])
  }

  /// Reads a tenant's counts of actions as often as there are numbers of risky ones; nil is a reading that fails.
  private func read(_ store: TenantStore, risky counts: [Int?]) async {
    let done = Changes()
    store.counts.changes.add(done) { [done] in done.happened() }
    for count in counts {
      api.change {
        $0.failing = count == nil ? [.actionCounts(store.tenant)] : []
        $0.counts[store.tenant] = ActionCounts(risky: count, normal: 0)
      }
      store.counts.read(.onScreen)
      await done.until { !store.counts.isUnderWay }
    }
  }

  @Test func `Risky actions that jump at a refresh are a signal about the tenant, where that is asked for`() async {
    let fleet = fleet()
    var settings = SignalSettings()
    let usual = index(of: fleet)
    settings.riskJump.isEnabled = true
    let index = index(of: fleet, settings: settings)
    let (calm, loud) = (fleet.store(of: .numbered(0)), fleet.store(of: .numbered(1)))
    func about(_ store: TenantStore) async -> [SignalRule] {
      await upToDate(index)
      return index.table.tenants[store.number]?.about.map(\.rule) ?? []
    }
    for store in [calm, loud] { await read(store, risky: [2, 2, 2, nil, 2, 2, 2, 2]) }
    #expect(await about(loud) == [])
    await read(loud, risky: [7])
    await read(calm, risky: [6])
    #expect(await about(loud) == [.riskJump])
    #expect(await about(calm) == [])
    #expect(index.table.counts.low == 1)
    await read(loud, risky: [nil])
    #expect(await about(loud) == [.riskJump])
    await read(loud, risky: [7])
    #expect(await about(loud) == [])
    #expect(usual.table.tenants[loud.number] == nil && usual.isUpToDate)
  }

  @Test func `Counts that were read before there was an index count, and stay when sign-ins are forgotten`() async {
    let fleet = fleet(3)
    let stores = [TenantReference.numbered(0), .numbered(1)].map { fleet.store(of: $0) }
    for store in stores { await read(store, risky: [2, 2, 2, 2, 2, 2, 2, 9]) }
    var settings = SignalSettings()
    settings.riskJump.isEnabled = true
    let index = index(of: fleet, settings: settings)
    for store in stores {
      api.change { $0.signIns[store.tenant] = [signIn("b", minute: 5), signIn("a", minute: 65)] }
      await read(store.list(.all))
    }
    await upToDate(index)
    #expect(stores.contains { $0.rowCount == 0 })
    #expect(stores.allSatisfy { index.table.tenants[$0.number]?.about.map(\.rule) == [.riskJump] })
  }

  @Test func `The newest hundred readings of a tenant's counts are kept`() async {
    let store = fleet().store(of: .numbered(0))
    await read(store, risky: (0..<103).map(\.self))
    #expect(store.counts.readings.map(\.risky) == Array(3..<103))
    #expect(store.counts.readings.allSatisfy { $0.time == .testNow })
  }

  @Test(arguments: 0..<4)
  func `What is kept up page by page is what a new index finds`(seed: UInt64) async {
    var random = SplitMix(seed: seed)
    func signIns(_ tenant: Int) -> [SignIn] {
      (0..<300).map { number in
        signIn(
          "\(tenant)-\(number)", minute: Int64(number) * 7, ip: "192.0.2.\(Int.random(in: 0..<20, using: &random))",
          user: "\(tenant)-\(Int.random(in: 0..<9, using: &random))",
          country: ["NL", "NG", "US"].randomElement(using: &random), isRisk: random.chance(40))
      }
    }
    let fleet = fleet()
    let index = index(of: fleet)
    let stores = [TenantReference.numbered(0), .numbered(1), .numbered(2)].map { fleet.store(of: $0) }
    for round in 0..<2 {
      let pages = stores.indices.map(signIns)
      api.change { state in
        for (store, page) in zip(stores, pages) { state.signIns[store.tenant] = page }
      }
      for store in stores {
        if round > 0 { store.list(.all).refresh() }
        for rows in [10, 110, 210, 300] { await read(store.list(random.chance(30) ? .risky : .all), to: rows) }
      }
    }
    await upToDate(index)
    let other = SignalIndex(of: fleet, now: { .testNow }, pause: { _ in })
    other.changes.add(changes) { [changes] in changes.happened() }
    await changes.until { other.isUpToDate }
    for store in stores {
      func found(_ index: SignalIndex) -> Set<String> {
        let signals = index.table.tenants[store.number]?.all.filter { $0.rule != .lateRisk && $0.row != nil } ?? []
        return Set(signals.map { "\($0.rule) \($0.row?.row ?? 0) \($0.evidence) \($0.doubts)" })
      }
      #expect(found(index).symmetricDifference(found(other)).sorted() == [])
    }
  }
}
