import Elements
import Randomness

@testable import SignInAnalysis

/// A reading of tenants in which all may happen that can: pages come, rows change, tenants are forgotten and read again,
/// more is known of how far was read, tenants go to other customers. What is left in the end is kept beside it.
struct RandomReading {
  private(set) var world: SignalWorld
  private var random: SplitMix
  /// By tenant: what is still to be read, what is read, and what of it was read as not risky at some time.
  private var unread: [TenantNumber: [SignIn]]
  private var read: [TenantNumber: [SignIn.ID: SignIn]] = [:]
  private var wasNotRisky: [TenantNumber: Set<SignIn.ID>] = [:]
  /// What the book has to be told.
  private var news = News()

  private struct News {
    var changed: [TenantNumber: [RowNumber: SignIn]] = [:]
    var wasNotRisky: [TenantNumber: Set<RowNumber>] = [:]
    var forgotten: Set<TenantNumber> = []
  }

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    world = RandomSignIns.busyWorld()
    unread = Dictionary(grouping: RandomSignIns.rows(&random), by: \.tenant).mapValues { $0.map(\.signIn) }
    for _ in 0..<60 { step() }
    for tenant in 0..<4 as Range<TenantNumber> { take(unread[tenant] ?? [], into: tenant) }
    update()
  }

  /// A world that has read the same at once.
  var atOnce: SignalWorld {
    var other = RandomSignIns.busyWorld()
    (other.coverage, other.customers, other.headRead) = (world.coverage, world.customers, world.headRead)
    var late: [TenantNumber: Set<RowNumber>] = [:]
    for (tenant, rows) in read {
      let rows = rows.values.sorted { $0.id < $1.id }
      _ = other.insert(rows, into: tenant)
      let places = rows.indices.filter { wasNotRisky[tenant]?.contains(rows[$0].id) ?? false }
      late[tenant] = Set(places.map { RowNumber($0) })
    }
    other.update(wasNotRisky: late)
    return other
  }

  // MARK: Steps

  private mutating func step() {
    let tenant = TenantNumber.random(in: 0..<4, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<8: takePage(of: tenant)
    case 8..<11: change(some: 20, of: tenant) { RandomSignIns.signIn($0.id, days: 7, &$1) }
    case 11..<14: change(some: 40, of: tenant) { signIn, _ in signIn.with(isRisk: signIn.isRisk != true) }
    case 14: forget(tenant)
    case 15: world.customers[tenant] = UInt32.random(in: 0..<4, using: &random)
    case 16: readFurther(tenant)
    case 17:
      world.headRead[tenant] = Timestamp(ticks: SignIn.monday + .random(in: 0..<SignalTime.days(200), using: &random))
    case 18: _ = world.table()
    default: update()
    }
  }

  private mutating func takePage(of tenant: TenantNumber) {
    let page = (unread[tenant] ?? []).shuffled(using: &random).prefix(Int.random(in: 1...40, using: &random))
    take(Array(page), into: tenant)
  }

  private mutating func change(
    some percent: Int, of tenant: TenantNumber, to other: (SignIn, inout SplitMix) -> SignIn
  ) {
    let rows = (read[tenant] ?? [:]).values.sorted { $0.id < $1.id }
    take(rows.filter { _ in random.chance(percent) }.map { other($0, &random) }, into: tenant)
  }

  private mutating func take(_ page: [SignIn], into tenant: TenantNumber) {
    for (row, former) in world.insert(page, into: tenant) {
      if news.changed[tenant]?[row] == nil { news.changed[tenant, default: [:]][row] = former }
      if former.isRisk == false { news.wasNotRisky[tenant, default: []].insert(row) }
    }
    let ids = Set(page.map(\.id))
    unread[tenant]?.removeAll { ids.contains($0.id) }
    for signIn in page {
      read[tenant, default: [:]][signIn.id] = signIn
      if signIn.isRisk == false { wasNotRisky[tenant, default: []].insert(signIn.id) }
    }
  }

  private mutating func forget(_ tenant: TenantNumber) {
    unread[tenant, default: []] += (read.removeValue(forKey: tenant) ?? [:]).values.sorted { $0.id < $1.id }
    (wasNotRisky[tenant], news.changed[tenant], news.wasNotRisky[tenant]) = (nil, nil, nil)
    world.clear(tenant)
    news.forgotten.insert(tenant)
  }

  private mutating func readFurther(_ tenant: TenantNumber) {
    let since = world.coverage[tenant]?.since ?? SignIn.monday + SignalTime.days(90)
    world.coverage[tenant] = SignalCoverage(since: since - .random(in: 0..<SignalTime.days(60), using: &random))
  }

  private mutating func update() {
    world.update(changed: news.changed, wasNotRisky: news.wasNotRisky, forgotten: news.forgotten)
    news = News()
  }
}
