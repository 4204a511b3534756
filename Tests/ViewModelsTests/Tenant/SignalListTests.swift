import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore
@testable import ViewModels

/// Signals in a list of sign-ins and in the list of tenants.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct SignalListTests {
  let api = FakeElements()
  let changes = Changes()
  let tenant = TenantReference.numbered(1)

  private func open(_ signIns: [SignIn]) async -> (SignInListModel, PlaceContext) {
    api.change { $0.signIns[tenant] = signIns }
    let place = PlaceContext(api.client, changes: changes)
    let model = SignInListModel(place.fleet.open(tenant), context: place)
    model.resize(height: 10)
    await changes.until { model.selected != nil && place.signals.isUpToDate }
    return (model, place)
  }

  private func shown(_ model: SignInListModel) -> [String] {
    (0..<model.viewport.count).compactMap { place in
      if case .signIn(let signIn, _, _) = model.row(at: place) { signIn.id } else { nil }
    }
  }

  /// Minutes after 20:37 on a day before the clock of the tests.
  private func signIn(
    _ id: String, _ minute: Int, user: String = "u", ip: String, country: String = "NL", city: String = "Amsterdam",
    at place: (Double, Double) = (52.37, 4.9), isRisk: Bool = false
  ) -> SignIn {
    let start = Timestamp(iso8601: "2026-03-02T20:37:00Z")?.ticks ?? 0
    return SignIn(
      id: id, loginTime: Timestamp(ticks: start + Int64(minute) * 600_000_000), userID: user, userDisplayName: nil,
      userPrincipalName: user, ip: ip, location: Location(latitude: place.0, longitude: place.1), country: country,
      city: city, isRisk: isRisk)
  }

  /// NL 20:37, NG 22:40.
  private var travel: [SignIn] {
    [
      signIn("ng", 123, ip: "203.0.113.7", country: "NG", city: "Lagos", at: (6.52, 3.38), isRisk: true),
      signIn("nl", 0, ip: "192.0.2.1"),
    ]
  }

  /// Six users at one address within six minutes.
  private var burst: [SignIn] {
    (0..<6).reversed().map { signIn("s\($0)", $0, user: "u\($0)", ip: "203.0.113.7", isRisk: $0 == 0) }
  }

  @Test func `The later of two sign-ins far apart tells both ends, how far and how fast`() async throws {
    let (model, _) = await open(travel)
    let signal = try #require(model.signal(at: 0))
    #expect(signal.rule == .travel && !signal.isQuiet)
    #expect(signal.words.hasPrefix("NL Amsterdam 20:37 → NG Lagos 22:40: "))
    #expect(signal.words.contains(" km in 2 h 3 min") && signal.words.hasSuffix("touched once"))
    #expect(model.signal(at: 1) == nil)
  }

  @Test func `A time a day or more before the sign-in has its day`() async throws {
    let visits = (0..<10).map { signIn("\($0)", 123 - 70 * 1_440 - $0, ip: "192.0.2.1", country: "NG", city: "Lagos") }
    let (model, _) = await open([signIn("ng", 123, ip: "192.0.2.1", country: "NG", city: "Lagos")] + visits)
    let signal = try #require(model.signal(at: 0))
    #expect(signal.words == "first sign-in for 70 days, since 12-22 22:40 · touched once")
  }

  @Test func `A filter by signals leaves what signals are found for, also those found after it was set`() async {
    api.change { $0.signIns[tenant] = travel }
    let place = PlaceContext(api.client, changes: changes)
    let model = SignInListModel(place.fleet.open(tenant), context: place)
    model.setFilter("signal:travel", isTyping: false)
    model.resize(height: 10)
    model.readOnForFilter()
    await changes.until { shown(model) == ["ng"] }
    model.setFilter("-signal:travel", isTyping: false)
    #expect(shown(model) == ["nl"])
  }

  @Test func `What one signal explains folds to its row, with the selection, and opens again`() async {
    let (model, _) = await open(burst)
    #expect(shown(model) == ["s5", "s4", "s3", "s2", "s1", "s0"])
    model.select(4)
    model.toggleFold()
    #expect(shown(model) == ["s4"])
    #expect(model.foldedCount(at: 0) == 6)
    #expect(model.narrowedCoverage?.folded == 5 && model.narrowedCoverage?.matches == 6)
    #expect(model.selected?.id == "s4", "the row that stands for the one that was selected")
    #expect(model.shownRows.all().count == 6, "views, marks and exports are of all")
    model.toggleFold()
    #expect(shown(model).count == 6 && model.isFolded, "just this one is opened")
    model.toggleFold()
    #expect(!model.isFolded && model.selected?.id == "s1", "the selection has stayed on its record")
  }

  @Test func `Where nothing folds that is said`() async {
    let (model, place) = await open(travel)
    model.toggleFold()
    #expect(shown(model) == ["ng", "nl"])
    #expect(place.messages.current?.words.contains("no sign-ins here") == true)
  }

  // MARK: The strongest signal

  /// What speaks for trouble in a list of a burst, a travel before it, and sign-ins of nobody's interest around them.
  private var troubled: [SignIn] {
    let quiet = (0..<40).reversed().map { signIn("q\($0)", 400 + $0, user: "q", ip: "192.0.2.9") }
    return quiet + burst.map { $0.later(by: 200) } + travel
  }

  @Test func `The strongest signal is one key away, the next ones follow by severity and time, and then it again`()
    async
  {
    let (model, place) = await open(troubled)
    let table = place.signals.table.tenants[0]
    let signals = (table?.all ?? []).filter { !$0.isQuiet && $0.row != nil }
    #expect(Set(signals.map(\.severity)).count > 1)
    var met: [Signal] = []
    for rank in 1...(table?.strongestRows.count ?? 0) {
      model.goToNextSignal()
      let own = place.signals.table[model.selectedRow ?? FleetRow(tenant: 0, row: 0)]
      met += own.prefix(1)
      #expect(place.messages.current?.words.hasPrefix("signal \(rank) of ") == true)
    }
    #expect(met.count == Set(signals.map(\.row)).count && Set(met.map(\.row)).count == met.count)
    #expect(zip(met, met.dropFirst()).allSatisfy { ($0.severity, $0.ticks ?? 0) >= ($1.severity, $1.ticks ?? 0) })
    model.goToNextSignal()
    #expect(model.selectedRow == met.first?.row)
    model.move(.last)
    model.goToNextSignal()
    #expect(model.selectedRow == met.first?.row, "from anywhere else the strongest comes first")
  }

  @Test func `A filter stays, and only what it leaves is gone to`() async {
    let (model, place) = await open(troubled)
    model.setFilter("user:u1,u4", isTyping: false)
    model.goToNextSignal()
    #expect(model.filterText == "user:u1,u4")
    #expect(model.signal(at: model.viewport.selected)?.isQuiet == false)
    model.setFilter("user:q", isTyping: false)
    let former = model.selectedRow
    model.goToNextSignal()
    #expect(model.selectedRow == former)
    #expect(place.messages.current?.words.hasPrefix("no signal that counts") == true)
  }

  @Test func `A list of all tenants says what to do instead`() async {
    let place = PlaceContext(api.client, changes: changes)
    let model = SignInsModel(context: place, lookBack: LookBackModel(inAllTenantsOf: place))
    model.signInList.goToNextSignal()
    #expect(place.messages.current?.words.contains("severity:high") == true)
  }
}

extension SignIn {
  fileprivate func later(by minutes: Int64) -> SignIn {
    SignIn(
      id: id, loginTime: loginTime.flatMap { Timestamp(ticks: $0.ticks + minutes * 600_000_000) }, userID: userID,
      userDisplayName: userDisplayName, userPrincipalName: userPrincipalName, ip: ip, location: location,
      country: country, city: city, isRisk: isRisk)
  }
}
