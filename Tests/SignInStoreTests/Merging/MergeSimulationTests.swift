import Elements
import Randomness
import SignInAnalysis
import Testing

@testable import ElementsFakes
@testable import SignInStore

/// A merge of random tenants, held against a slow model that looks at everything.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct MergeSimulationTests {
  private struct Model {
    /// In ticks; nil where nothing holds the line up.
    var line: Int64?
    var settled: [String]
  }

  private func randomList(_ random: inout SplitMix) -> [SignIn] {
    let step = Int64.random(in: 0...40, using: &random)
    var time: Int64 = 0
    var list: [SignIn] = (0..<Int.random(in: 0...420, using: &random)).map { number in
      time -= random.chance(60) ? step : 0
      return .at(random.chance(2) ? nil : time, id: "s\(number)", isRisk: random.chance(30))
    }
    if random.chance(15) { list.shuffle(using: &random) }
    return list
  }

  @Test(arguments: 0..<25)
  func `Above the line stands exactly the truth, none twice, and no page was read without need`(seed: UInt64) async {
    var random = SplitMix(seed: seed)
    let world = MergeWorld()
    var lowest = 0
    var isFresh = true
    world.add((0..<Int.random(in: 1...7, using: &random)).map { _ in randomList(&random) })
    for store in world.stores where random.chance(15) { world.fail(store, page: Int.random(in: 1...3, using: &random)) }
    for _ in 0..<6 {
      let top = Int.random(in: 0..<(lowest + 150), using: &random)
      lowest = max(lowest, top + 10)
      await world.look(at: top)
      expectTruth(world)
      if isFresh { expectNeeded(world, lowest: lowest) }
      if random.chance(40), let store = world.stores.randomElement(using: &random) {
        let time = Int64.random(in: 0...300, using: &random)
        let count = Int.random(in: 1...120, using: &random)
        // Of other seconds than those that are known, so that their order is known too.
        world.arrive((0..<count).map { .at(time + 1_000 - Int64($0), id: "n\(seed)-\(top)-\($0)") }, at: store)
        isFresh = false
      }
      if random.chance(20) { world.add([randomList(&random)]) }
      if random.chance(25) {
        world.api.change { $0.failing = [] }
        isFresh = false
        await world.refresh()
      } else {
        await world.settle()
      }
      expectTruth(world)
    }
  }

  private func expectTruth(_ world: MergeWorld) {
    let rows = world.rows
    #expect(Set(rows).count == rows.count, "none twice")
    #expect(rows.map { timed($0, world) } == rows.map { timed($0, world) }.sorted { $0.isAbove($1) })
    #expect(rows.indices.allSatisfy { world.merge.place(of: rows[$0]) == $0 })
    let model = model(world)
    #expect(world.merge.settledDownTo?.ticks == model.line)
    let settled = rows.prefix(world.merge.settledCount)
    #expect(world.names(settled.filter { isProven($0.tenant, world) }).sorted() == model.settled)
  }

  private func timed(_ row: FleetRow, _ world: MergeWorld) -> TimedRow {
    TimedRow(ticks: world.merge.signIn(of: row)?.loginTime?.ticks ?? SignInChunk.noTime, row: row)
  }

  private func isProven(_ tenant: TenantNumber, _ world: MergeWorld) -> Bool {
    world.merge.exclusions.allSatisfy { $0.tenant != world.stores[Int(tenant)].tenant }
  }

  /// The line is the latest of the times at which what is known of the tenants' true lists, from their heads, ends.
  private func model(_ world: MergeWorld) -> Model {
    var bounds: [Int64] = []
    var proven: [(name: String, ticks: Int64)] = []
    for store in world.stores where isProven(store.number, world) {
      let truth = world.truth[store.number] ?? []
      let list = store.list(world.merge.scope)
      let known = Set(list.loadedRows.all().compactMap { list.signIn(of: $0)?.id })
      let head = truth.prefix { known.contains($0.id) }
      if head.count < truth.count { bounds.append(head.compactMap(\.loginTime?.ticks).last ?? .max) }
      proven += truth.map { ("\(store.number):\($0.id)", $0.loginTime?.ticks ?? SignInChunk.noTime) }
    }
    let line = bounds.max()
    return Model(line: line, settled: proven.filter { $0.ticks > line ?? .min || line == nil }.map(\.name).sorted())
  }

  /// A further page of a tenant was needed while the rows above the end of the page before did not fill the lowest
  /// screen.
  private func expectNeeded(_ world: MergeWorld, lowest: Int) {
    let times = world.rows.map { timed($0, world).ticks }
    for store in world.stores where isProven(store.number, world) {
      let truth = world.truth[store.number] ?? []
      for page in world.pages(of: store) where page > 1 {
        let end = truth.prefix((page - 1) * 100).compactMap(\.loginTime?.ticks).last ?? .max
        #expect(times.count { $0 > end } < lowest + 10, "page \(page) of \(store.number)")
      }
      #expect(Set(world.pages(of: store)).count == world.pages(of: store).count, "no page twice")
    }
  }
}
