import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

/// What of a list counts as read without a gap, and what that does to signals, page by page.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct SignalCoverageTests {
  private let api = FakeElements()
  private let changes = Changes()
  private let fleet: Fleet
  private let store: TenantStore

  init() {
    fleet = Fleet(client: api.client, now: { .testNow })
    store = fleet.store(of: .numbered(0))
  }

  /// The sign-in at a place of a list in which they are a minute apart. Travellers change the place, and the address,
  /// between their two.
  private func signIn(at place: Int, user: String? = nil, isAway: Bool = false) -> SignIn {
    SignIn(
      id: "\(place)", loginTime: time(at: place), userID: user ?? "\(place)", userDisplayName: nil,
      userPrincipalName: nil, ip: isAway ? "192.0.2.1" : "198.51.100.1",
      location: Location(latitude: isAway ? -10 : 10, longitude: isAway ? -160 : 20), country: nil, city: nil,
      isRisk: user == nil ? false : isAway)
  }

  private nonisolated func time(at place: Int) -> Timestamp? {
    Timestamp(unixSeconds: 1_790_000_000 - Int64(place) * 60)
  }

  /// - Parameter journeys: where the two sign-ins of a user are, by the user's name.
  private func serve(_ count: Int, journeys: [String: (Int, Int)] = [:]) {
    var list = (0..<count).map { signIn(at: $0) }
    for (user, (later, earlier)) in journeys {
      list[later] = signIn(at: later, user: user, isAway: true)
      list[earlier] = signIn(at: earlier, user: user)
    }
    api.change { [list] in $0.signIns[.numbered(0)] = list }
  }

  /// Looks at ten places until nothing is asked for any more.
  private func look(at place: Int) async {
    let list = store.list(.all)
    let done = Changes()
    list.changes.add(done) { [done] _ in done.happened() }
    list.show(PagingWindow(visible: place..<place + 10, ahead: place + 10..<place + 10), for: done)
    await done.until { list.isIdle && !list.isAsking }
  }

  private func older() -> [ClosedRange<Int64>] { store.signalCoverage.older }

  /// All between two places, without both.
  private func between(_ newest: Int, _ oldest: Int) -> ClosedRange<Int64>? {
    guard let first = time(at: oldest)?.ticks, let last = time(at: newest)?.ticks else { return nil }
    return first + 1...last - 1
  }

  @Test func `A page below a gap is read without its edges, and is part of the head once that reaches it`() async {
    serve(1_000)
    await look(at: 0)
    #expect(older() == [])
    await look(at: 990)
    #expect(older() == [between(900, 999)])
    #expect(store.signalCoverage.since == time(at: 99).map { $0.ticks + 1 })
    for page in 1...9 { await look(at: page * 100) }
    await look(at: 895)
    #expect(older() == [] && store.signalCoverage.since == time(at: 999)?.ticks)
  }

  @Test func `Two runs that meet without proof are two until the seam is looked at`() async {
    serve(1_000)
    await look(at: 0)
    await look(at: 950)
    await look(at: 850)
    #expect(older() == [between(800, 899), between(900, 999)])
    await look(at: 895)
    #expect(older() == [between(800, 999)])
  }

  @Test func `Of many runs the newest 64 count`() async {
    serve(20_000)
    await look(at: 0)
    for page in stride(from: 199, to: 1, by: -2) { await look(at: page * 100) }
    #expect(older().count == 64 && older().first == between(300, 399))
  }

  @Test func `A run of one time says nothing, nor does a list that is not newest first`() async {
    serve(300)
    api.change { state in
      let list = state.signIns[.numbered(0)] ?? []
      let last = list.suffix(100).map { signIn in
        SignIn(
          id: signIn.id, loginTime: list.last?.loginTime, userID: signIn.userID, userDisplayName: nil,
          userPrincipalName: nil, ip: nil, location: nil, country: nil, city: nil, isRisk: false)
      }
      state.signIns[.numbered(0)] = list.dropLast(100) + last
    }
    await look(at: 0)
    await look(at: 250)
    #expect(store.list(.all).loadedRows.count == 200 && older() == [])
    let other = fleet.store(of: .numbered(1))
    api.change { $0.signIns[.numbered(1)] = ($0.signIns[.numbered(0)] ?? []).reversed() }
    let list = other.list(.all)
    let done = Changes()
    list.changes.add(done) { [done] _ in done.happened() }
    for visible in [0..<10, 240..<250] {
      list.show(PagingWindow(visible: visible, ahead: visible.upperBound..<visible.upperBound), for: done)
      await done.until { list.isIdle && !list.isAsking }
    }
    #expect(other.signalCoverage == .unknown)
  }

  @Test func `A journey within a run below a gap is judged as if the head reached there`() async {
    let beyond = ["edge": (920, 999), "seam": (895, 930), "gap": (95, 940)]
    serve(1_000, journeys: beyond.merging(["within": (905, 910), "head": (5, 10)]) { $1 })
    let index = SignalIndex(of: fleet, now: { .testNow }, pause: { _ in })
    index.changes.add(changes) { [changes] in changes.happened() }
    func doubted() async -> [String: SignalSeverity] {
      await changes.until { index.isUpToDate }
      let signals = index.table.tenants[store.number]?.all.filter { $0.rule == .travel } ?? []
      let doubted = signals.filter { $0.doubts.contains(.unreadBetween) }.compactMap { signal in
        signal.row.flatMap { store.table.signIn(at: $0.row)?.userID }.map { ($0, signal.severity) }
      }
      #expect(signals.count == 5)
      #expect(signals.allSatisfy { $0.severity == ($0.doubts.contains(.unreadBetween) ? .low : .medium) })
      return Dictionary(uniqueKeysWithValues: doubted)
    }
    await look(at: 0)
    await look(at: 950)
    await look(at: 850)
    #expect(await doubted().keys.sorted() == ["edge", "gap", "seam"])
    await look(at: 895)
    #expect(await doubted().keys.sorted() == ["edge", "gap"])
    for page in 1...8 { await look(at: page * 100 - 5) }
    #expect(await doubted().isEmpty)
  }
}
