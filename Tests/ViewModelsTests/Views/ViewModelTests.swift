import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore
@testable import ViewModels

/// Views over a tenant's list: what they rest on, and the way back.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct ViewModelTests {
  let api = FakeElements()
  let changes = Changes()
  let place: PlaceContext

  init() {
    place = PlaceContext(api.client, changes: changes)
  }

  private func signIn(
    _ id: Int, hour: Int64 = 0, user: String? = "u", ip: String? = "192.0.2.1", country: String? = "NL",
    city: String? = "Utrecht", at location: (Double, Double)? = (52.1, 5.1), isRisk: Bool = false
  ) -> SignIn {
    SignIn(
      id: "s\(id)", loginTime: Timestamp(unixSeconds: 1_789_999_200 - hour * 3_600 - Int64(id)),
      userID: user.map { "id-\($0)" }, userDisplayName: nil, userPrincipalName: user.map { "\($0)@x.com" }, ip: ip,
      location: location.flatMap { Location(latitude: $0.0, longitude: $0.1) }, country: country, city: city,
      isRisk: isRisk)
  }

  /// A tenant's list, read to its end.
  private func list(_ signIns: [SignIn]) async -> SignInListModel {
    api.change { $0.signIns[.numbered(0)] = signIns }
    let model = SignInListModel(place.fleet.open(.numbered(0)), context: place)
    model.resize(height: 50)
    await changes.until { model.coverage.isComplete }
    return model
  }

  private func shown(_ model: SignInListModel) -> [String] {
    (0..<model.viewport.count).compactMap { place in
      if case .signIn(let signIn, _, _) = model.row(at: place) { signIn.id } else { nil }
    }
  }

  private func openTally(_ fields: [TallyField], of list: SignInListModel) async -> TallyModel {
    let model = TallyModel(by: fields, of: list, context: place)
    model.resize(height: 10)
    model.appear()
    await changes.until { model.coverage != nil }
    return model
  }

  private func signInsOfThree() -> [SignIn] {
    [
      signIn(0, user: "a"), signIn(1, user: "b", country: "NG", city: "Lagos"), signIn(2, user: "a", isRisk: true),
      signIn(3, hour: 2, user: "c", ip: nil, country: nil, city: nil), signIn(4, hour: 2, user: "a", ip: "192.0.2.9"),
    ]
  }

  @Test(arguments: [
    (SignInViewKind.tally([.user]), "user:a@x.com", ["s0", "s2", "s4"]),
    (.tally([.address]), "ip:192.0.2.1", ["s0", "s1", "s2"]),
    (.tally([.network]), "ip:192.0.2.0/24", ["s0", "s1", "s2", "s4"]),
    (.tally([.country]), "country:NL", ["s0", "s2", "s4"]),
    (.tally([.city]), "city:Utrecht country:NL", ["s0", "s2", "s4"]),
    (.tally([.address, .user]), "ip:192.0.2.1 user:a@x.com", ["s0", "s2"]),
  ])
  func `Enter on the most frequent value narrows the list to its sign-ins`(
    kind: SignInViewKind, filter: String, ids: [String]
  ) async {
    guard case .tally(let fields) = kind else { return }
    let list = await list(signInsOfThree())
    let tally = await openTally(fields, of: list)
    guard case .closeThen(.stay) = tally.narrow(telling: place.messages) else {
      Issue.record("the view does not close")
      return
    }
    #expect(list.filterText == filter && shown(list) == ids)
  }

  @Test func `Sign-ins without a value are counted, and Enter says that no filter asks for them`() async {
    let list = await list(signInsOfThree())
    let tally = await openTally([.country], of: list)
    tally.move(.last)
    #expect(tally.selected?.values == [.none] && tally.selected?.figures.signIns == 1)
    guard case .stay = tally.narrow(telling: place.messages) else {
      Issue.record("the view closes")
      return
    }
    #expect(list.filterText.isEmpty && place.messages.current != nil)
  }

  @Test func `What a tally rests on is said, and follows the filter`() async {
    let list = await list(signInsOfThree())
    let tally = await openTally([.user], of: list)
    #expect(tally.coverage?.counted == 5 && tally.coverage?.loaded == 5 && tally.coverage?.total == 5)
    #expect(tally.coverage?.isComplete == true && tally.coverage?.filterText.isEmpty == true)
    list.setFilter("risky:yes", isTyping: false)
    await changes.until { tally.coverage?.filterText == "risky:yes" }
    #expect(tally.coverage?.counted == 1 && tally.coverage?.loaded == 5 && tally.tally.count == 1)
  }

  @Test func `The selected value stays selected when the order changes`() async {
    let list = await list(signInsOfThree())
    let tally = await openTally([.user], of: list)
    tally.move(.down)
    let values = tally.selected?.values
    tally.sort(TallyOrder(.value, isDescending: true))
    await changes.until { tally.tally[2]?.figures.signIns == 3 }
    #expect(tally.viewport.selected == 1)
    #expect(tally.selected?.values == values)
  }

  @Test func `A view follows what is read while it is shown, and rests when nobody looks`() async {
    let list = await list(signInsOfThree())
    let tally = await openTally([.user], of: list)
    api.change { $0.signIns[.numbered(0)]?.insert(signIn(9, user: "new"), at: 0) }
    list.refresh()
    await changes.until { tally.coverage?.counted == 6 }
    #expect(tally.tally.count == 4)
    tally.leave()
    list.setFilter("risky:yes", isTyping: false)
    #expect(tally.coverage?.counted == 6)
    tally.appear()
    await changes.until { tally.coverage?.counted == 1 }
  }

  @Test func `An hour's cell narrows the list to that hour, in whichever zone it is shown`() async throws {
    let list = await list(signInsOfThree())
    place.times = TimeDisplay(isLocal: true) { _ in (19_800, "IST") }
    let hours = HoursModel(of: list, context: place)
    hours.resize(height: 10)
    hours.appear()
    await changes.until { hours.coverage != nil }
    let day = try #require(hours.selected)
    #expect(day.all[hours.selectedHour] > 0, "the latest hour is selected")
    let count = day.all[hours.selectedHour]
    guard case .closeThen(.stay) = hours.narrow(telling: place.messages) else {
      Issue.record("the view does not close")
      return
    }
    #expect(list.filterText.contains("since:2026-") && list.filterText.contains("+05:30"))
    #expect(shown(list).count == count)
    place.times.toggle()
    list.zoneChanged()
    #expect(shown(list).count == count)
    _ = hours.selected
  }

  @Test func `An hour without a sign-in narrows nothing`() async {
    let list = await list(signInsOfThree())
    let hours = HoursModel(of: list, context: place)
    hours.appear()
    await changes.until { hours.coverage != nil }
    hours.moveColumns(by: -30)
    _ = hours.narrow(telling: place.messages)
    #expect(list.filterText.isEmpty && place.messages.current != nil)
  }

  @Test func `On the map Enter looks closer first, then narrows, and what has no place is counted`() async throws {
    let list = await list([
      signIn(0), signIn(1), signIn(2, city: "Rotterdam", at: (51.9, 4.5)), signIn(3, city: "Lagos", at: nil),
    ])
    let map = MapModel(of: list, context: place)
    map.resize(columns: 80, rows: 20)
    map.appear()
    await changes.until { map.clusters.count == 1 }
    #expect(map.picture?.unlocated == 1 && map.selected?.signIns == 3)
    _ = map.narrow(telling: place.messages)
    await changes.until { map.clusters.count == 2 }
    #expect(list.filterText.isEmpty && map.selected?.signIns == 2)
    _ = map.narrow(telling: place.messages)
    #expect(list.filterText == "city:Utrecht country:NL" && shown(list) == ["s0", "s1"])
  }

  @Test func `From a tenant's list to a view, another, and back: the row is the same`() async {
    api.change { $0.signIns[.numbered(0)] = signInsOfThree() }
    let dashboard = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (0, "UTC") },
      opening: TenantIdentity(reference: .numbered(0)), now: { .testNow }, pause: { _ in },
      onChange: { [changes] in changes.happened() })
    let list = dashboard.tenant?.signInList
    list?.resize(height: 10)
    await changes.until { list?.coverage.isComplete == true }
    list?.select(3)
    dashboard.perform(.view)
    #expect(dashboard.overlay == .choice)
    dashboard.perform(.choose)
    #expect(dashboard.navigator.ground.kind == .tally && dashboard.hasReceivers)
    for kind in [SignInViewKind.hours, .map] {
      dashboard.perform(.view)
      guard case .choice(let menu) = dashboard.navigator.top else {
        Issue.record("no menu")
        return
      }
      menu.select(menu.items.firstIndex { $0.text == kind.title } ?? 0)
      dashboard.perform(.choose)
      #expect(dashboard.navigator.ground.model.view?.kind == kind && dashboard.hasReceivers)
    }
    #expect(dashboard.navigator.places.count == 3, "a view takes the place of another")
    dashboard.perform(.table)
    #expect(dashboard.navigator.ground.model.view?.kind == .tally([.city]))
    dashboard.perform(.escape)
    #expect(dashboard.navigator.ground.kind == .tenant && list?.selected?.id == "s3" && list?.filterText == "")
    dashboard.close()
  }
}
