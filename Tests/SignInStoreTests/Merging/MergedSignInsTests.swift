import Elements
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

@MainActor
@Suite(.timeLimit(.minutes(10))) struct MergedSignInsTests {
  let world = MergeWorld()

  /// One every so many seconds, back from a time.
  private func list(_ count: Int, every seconds: Int64, from time: Int64 = 0) -> [SignIn] {
    (0..<count).map { .at(time - Int64($0) * seconds, id: "s\($0)") }
  }

  @Test func `Of each tenant one page is read, and of those that hold the line up only as much as is looked at`() async
  {
    world.add([list(1_000, every: 1), list(1_000, every: 10), list(50, every: 1_000)])
    await world.look(at: 0)
    #expect(world.stores.map(world.pages) == [[1], [1], [1]])
    // The first tenant's head ends 99 s back; the second has ten rows that are newer, the third one.
    #expect(world.merge.settledCount == 99 + 10 + 1)
    await world.look(at: 110)
    #expect(world.stores.map(world.pages) == [[1, 2], [1], [1]])
    #expect(world.merge.settledCount == 199 + 20 + 1)
    await world.look(at: 30)
    #expect(world.api.log.count == 4, "what is above the line is not asked for")
  }

  @Test func `Sign-ins of one second at the line may go on behind the page`() async {
    world.add([list(150, every: 0), list(3, every: 1, from: 1)])
    await world.look(at: 0, height: 1)
    #expect(world.merge.settledCount == 1)
    #expect(world.merge.settledDownTo == SignIn.at(0, id: "").loginTime)
    await world.look(at: 0, height: 2)
    #expect(world.merge.isWhole && world.merge.settledCount == 153 && world.merge.coverage.isComplete)
  }

  @Test func `A tenant that fails or is not newest first is named, shown and not waited for`() async {
    world.add([
      list(300, every: 1), list(300, every: 2), Array(list(300, every: 1).reversed()), list(300, every: 1),
    ])
    world.fail(world.stores[1], page: 1)
    world.fail(world.stores[3], page: 2)
    await world.look(at: 0, height: 250)
    #expect(world.merge.exclusions.map(\.tenant) == [1, 2, 3].map { world.stores[$0].tenant })
    #expect(world.merge.exclusions[1].reason == .unsorted)
    #expect(world.merge.answeredTenants == 4)
    #expect(world.rows.contains { $0.tenant == 3 } && world.rows.contains { $0.tenant == 2 })
    #expect(world.stores.map(world.pages) == [[1, 2], [1], [1], [1, 2]])
    await world.look(at: 480)
    #expect(world.stores.map(world.pages) == [[1, 2, 3], [1], [1], [1, 2]])
    #expect(world.merge.firstUnreadPlace == world.rows.count, "the unsorted list can be read on")
    await world.look(at: 600)
    #expect(world.pages(of: world.stores[2]) == [1, 2, 3] && world.merge.isWhole)
    #expect(!world.merge.coverage.isComplete)
  }

  @Test func `What failed is tried again on a refresh, and rows that arrived come in`() async {
    world.add([list(20, every: 1), list(20, every: 1)])
    world.fail(world.stores[1], page: 1)
    await world.look(at: 0)
    #expect(world.rows.count == 20 && world.merge.readAt == .testNow)
    world.api.change { $0.failing = [] }
    world.arrive([.at(5, id: "new")], at: world.stores[0])
    await world.refresh()
    #expect(world.merge.exclusions.isEmpty && world.merge.coverage.isComplete)
    #expect(world.names(world.rows).prefix(3) == ["0:new", "0:s0", "1:s0"] && world.rows.count == 41)
  }

  @Test func `A refresh that finds more than a page of new rows lets the line rise, and keeps what was read`() async {
    world.add([list(250, every: 1)])
    await world.look(at: 100)
    #expect(world.merge.settledCount == 199)
    world.arrive((0..<150).map { .at(200 - Int64($0), id: "n\($0)") }, at: world.stores[0])
    await world.look(at: 0)
    await world.refresh()
    #expect(world.merge.settledCount == 99)
    #expect(world.rows.count == 300)
    await world.look(at: 100)
    #expect(world.merge.settledCount >= 199)
    #expect(world.names(world.rows.prefix(199)) == world.truth[0]?.prefix(199).map { "0:\($0.id)" })
  }

  @Test func `A tenant that is added while one looks is read, and until then nothing is in its final place`() async {
    world.add([list(20, every: 1)])
    await world.look(at: 0)
    #expect(world.merge.settledCount == 20)
    world.add([list(20, every: 1, from: 5)])
    #expect(world.merge.settledCount == 0 && world.merge.answeredTenants == 1)
    await world.settle()
    #expect(world.merge.settledCount == 40)
  }

  @Test func `The rows of a tenant that is forgotten go, and are not read again by themselves`() async {
    let world = MergeWorld(limit: 250)
    world.add([list(100, every: 1), list(100, every: 1)])
    await world.look(at: 0)
    #expect(world.rows.count == 200)
    world.add([list(100, every: 1)])
    await world.settle()
    #expect(world.rows.count == 200 && world.merge.exclusions.map(\.reason) == [.forgotten])
    #expect(world.api.log.count == 3)
    #expect(world.rows.allSatisfy { world.merge.place(of: $0) != nil })
  }

  @Test func `A row whose time has changed moves, and rows without a time stand last`() async {
    world.add([[.at(9, id: "a"), .at(nil, id: "b"), .at(7, id: "c")], [.at(8, id: "d")]])
    await world.look(at: 0)
    #expect(world.names(world.rows) == ["0:a", "1:d", "0:c", "0:b"])
    world.api.change { $0.signIns[.numbered(0)]?[2] = .at(8, id: "c") }
    await world.refresh()
    #expect(world.names(world.rows) == ["0:a", "0:c", "1:d", "0:b"])
  }

  @Test func `A time is passed only when the line has passed it`() async throws {
    world.add([list(300, every: 1), list(300, every: 10)])
    await world.look(at: 0)
    let times = [-98, -99, -100].map { SignIn.at($0, id: "").loginTime ?? .earliest }
    #expect(times.map(world.merge.hasPassed) == [true, false, false])
  }

  @Test func `Who leaves takes back the heads that still wait`() async {
    let queue = QueuedElements()
    let fleet = Fleet(client: queue.client, now: { .testNow })
    let merge = MergedSignIns(.risky)
    merge.add((0..<5).map { (fleet.store(of: .numbered($0)), nil) })
    merge.show(PagingWindow(visible: 0..<10, ahead: 10..<10), for: world)
    await queue.wait(for: 5)
    #expect(Set(queue.priorities) == [.overview])
    merge.leave(world)
    #expect(queue.waiting.isEmpty)
  }

  @Test func `A filter on a merge looks in the tenants' texts, of those that come later too`() async throws {
    let filter = try Filter(parsing: "customer:quay", of: .signInsOfAllTenants, in: FilterContext(now: .testNow))
    let narrowed = NarrowedSignIns(Narrowing(filter: filter, order: nil), of: world.merge, screenful: 10)
    world.add([list(5, every: 1)])
    world.api.change { $0.signIns[.numbered(1)] = list(5, every: 1) }
    let store = world.fleet.store(of: .numbered(1))
    world.merge.add(store, texts: TenantTexts(customer: "Quayside", tenant: "quay"))
    narrowed.mayScan = true
    narrowed.show(PagingWindow(visible: 0..<10, ahead: 10..<10), for: world)
    await world.changes.until { world.rows.count == 10 }
    #expect(narrowed.loadedRows.all().map(\.tenant) == [1, 1, 1, 1, 1])
  }

  @Test func `Many rows that were read before are put in order, with those that come meanwhile`() async {
    let stores = (0..<3).map { world.fleet.store(of: .numbered($0)) }
    for store in stores { world.api.change { $0.signIns[store.tenant] = list(2_100, every: 3 + Int64(store.number)) } }
    let reading = FleetReading(Array(stores.prefix(2)), backTo: .earliest, scopes: [.all], budget: .unlimited)
    reading.changes.add(world.changes) { [changes = world.changes] in changes.happened() }
    reading.start()
    await world.changes.until { reading.isDone }
    world.add([0, 1].map { world.api.signIns(of: stores[$0].tenant) } + [list(2_100, every: 5)])
    await world.look(at: 0)
    await world.changes.until { world.merge.settledCount > 0 }
    let (rows, merge) = (world.rows, world.merge)
    #expect(rows.count == 4_300 && rows.indices.allSatisfy { merge.place(of: rows[$0]) == $0 })
    #expect(merge.settledDownTo == SignIn.at(-99 * 5, id: "").loginTime)
    #expect(world.names(rows.prefix(4)) == ["0:s0", "1:s0", "2:s0", "0:s1"])
  }
}
