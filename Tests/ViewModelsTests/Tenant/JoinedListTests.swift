import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore
@testable import ViewModels

/// The list model over rows of several tenants.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct JoinedListTests {
  let api = FakeElements()
  let changes = Changes()

  /// The lists of some tenants, one below the other.
  private final class Joined: SignInSource {
    let lists: [PagedSignIns]
    let changes = Observers<SignInListChange>()

    init(_ lists: [PagedSignIns]) {
      self.lists = lists
      for list in lists { list.changes.add(self) { [weak self] in self?.changes.tell($0) } }
    }

    var length: Int { lists.reduce(0) { $0 + $1.length } }
    func row(at place: Int) -> FleetRow? {
      var place = place
      for list in lists {
        if place < list.length { return list.row(at: place) }
        place -= list.length
      }
      return nil
    }
    func place(of row: FleetRow) -> Int? {
      var start = 0
      for list in lists {
        if let place = list.place(of: row) { return start + place }
        start += list.length
      }
      return nil
    }
    func isSeam(above place: Int) -> Bool { false }
    func error(at place: Int) -> ElementsError? { nil }
    func signIn(of row: FleetRow) -> SignIn? { lists.lazy.compactMap { $0.signIn(of: row) }.first }
    var loadedRows: LoadedRows {
      let parts = lists.map(\.loadedRows)
      return LoadedRows(count: parts.reduce(0) { $0 + $1.count }) { parts.flatMap { $0.all() } }
    }
    var snapshot: FleetSnapshot {
      FleetSnapshot(
        Dictionary(
          uniqueKeysWithValues: lists.flatMap { list in
            list.snapshot.tenants.compactMap { tenant in list.snapshot[tenant].map { (tenant, $0) } }
          }))
    }
    var coverage: SignInCoverage { lists[0].coverage }
    var firstUnreadPlace: Int? { nil }
    func hasPassed(_ since: Timestamp) -> Bool { false }
    var activity: HourlyTally { lists[0].activity }
    func show(_ window: PagingWindow, for viewer: AnyObject) { for list in lists { list.show(window, for: viewer) } }
    func leave(_ viewer: AnyObject) { for list in lists { list.leave(viewer) } }
    func refresh() { for list in lists { list.refresh() } }
  }

  /// Two tenants of fifty sign-ins with the same ids, read to their ends.
  private func open(_ place: PlaceContext) async -> SignInListModel {
    api.change { state in
      for number in 1...2 { state.signIns[.numbered(number)] = SignIn.list(50, riskyEvery: 10 * number) }
    }
    let joined = Joined((1...2).map { place.fleet.store(of: .numbered($0)).list(.all) })
    let model = SignInListModel(source: { _ in joined }, store: place.fleet.store, context: place)
    model.resize(height: 100)
    await changes.until { joined.loadedRows.count == 100 }
    return model
  }

  private func shown(_ model: SignInListModel) -> [String] {
    (0..<model.viewport.count).compactMap { place in
      if case .signIn(let signIn, _, _) = model.row(at: place) { signIn.id } else { nil }
    }
  }

  @Test func `A filter and a sort take the rows of all tenants`() async {
    let model = await open(PlaceContext(api.client, changes: changes))
    model.setFilter("risky:yes", isTyping: false)
    #expect(shown(model) == ["s40", "s30", "s20", "s10", "s0", "s40", "s20", "s0"])
    model.sort(SignInOrder(.time))
    model.reverseSort()
    #expect(shown(model) == ["s0", "s0", "s10", "s20", "s20", "s30", "s40", "s40"])
  }

  @Test func `A mark is of one tenant's sign-in, and keeps that tenant's rows`() async {
    let place = PlaceContext(api.client, changes: changes, keptRows: 60)
    let fleet = place.fleet
    let stores = (1...2).map { fleet.open(.numbered($0)) }
    let model = await open(place)
    model.move(.last)
    model.toggleMark()
    #expect(model.marked == [FleetRow(tenant: 1, row: 49)])
    fleet.close(.numbered(2))
    fleet.close(.numbered(1))
    #expect(stores.map(\.rowCount) == [0, 50])
    model.move(.last)
    model.toggleMark()
    #expect(model.marked.isEmpty && stores.map(\.rowCount) == [0, 50], "there is room for one")
  }
}
