import Elements
import ElementsSandbox
import SignInAnalysis

/// What the rules make of a made-up world of which everything is read, but for tenants too large for a test.
struct JudgedWorld {
  static let largestTenant = 4_000

  let stories: [PlantedStory]
  private var tables: [NumberedSignIns] = []
  private var words = SignInWords()
  private var numbers: [TenantReference: TenantNumber] = [:]
  private var book: SignalBook
  private var signals = SignalTable()

  init(_ configuration: SandboxConfiguration) {
    var settings = SignalSettings()
    settings.oddHour.isEnabled = true
    book = SignalBook(settings: settings)
    let world = SyntheticWorld(configuration)
    let tenants = JudgedWorld.tenants(of: world)
    for (number, tenant) in tenants.enumerated() { numbers[tenant.reference] = TenantNumber(number) }
    stories = world.stories.filter { [numbers] in numbers[$0.reference] != nil }
    read(tenants)
    readAgain(tenants, after: configuration.lateRisk)
    signals = book.table(now: configuration.now ?? .earliest)
  }

  /// Those of a story's rule at its sign-ins, or about its tenant.
  func signals(of story: PlantedStory) -> [Signal] {
    all(of: story).filter { $0.rule.rawValue == story.rule.rawValue }
  }

  /// Those of all rules at the story's sign-ins.
  func all(of story: PlantedStory) -> [Signal] {
    guard let tenant = numbers[story.reference] else { return [] }
    if story.signIns.isEmpty { return signals.tenants[tenant]?.about ?? [] }
    let rows = story.signInIDs.compactMap(tables[Int(tenant)].row(of:))
    return rows.flatMap { signals[FleetRow(tenant: tenant, row: $0)] }
  }

  private static func tenants(of world: SyntheticWorld) -> [SyntheticTenant] {
    world.customers.flatMap { customer in
      customer.tenants.compactMap { world.tenant(TenantReference(customerID: customer.id, tenantID: $0.id)) }
    }
    .filter { !$0.isForbidden && (1...largestTenant).contains($0.initialSignIns) }
  }

  private static func rows(of tenant: SyntheticTenant) -> [SignIn] {
    tenant.signIns(.all, at: 0..<tenant.initialSignIns, of: tenant.initialSignIns).map(\.signIn)
  }

  private mutating func read(_ tenants: [SyntheticTenant]) {
    var update = SignalUpdate(snapshot: FleetSnapshot([:]))
    var customers: [String: UInt32] = [:]
    for tenant in tenants {
      let number = TenantNumber(tables.count)
      let rows = JudgedWorld.rows(of: tenant)
      tables.append(NumberedSignIns())
      _ = tables[Int(number)].insert(contentsOf: rows, overruling: true, words: &words)
      update.coverage[number] = SignalCoverage(since: rows.last?.loginTime?.ticks)
      let next = UInt32(customers.count)
      update.customers[number] = customers[tenant.reference.customerID, default: next]
      customers[tenant.reference.customerID] = update.customers[number]
    }
    update.snapshot = snapshot
    book.take(update)
  }

  private mutating func readAgain(_ tenants: [SyntheticTenant], after elapsed: Duration?) {
    guard let elapsed else { return }
    var changed: [TenantNumber: [RowNumber: SignIn]] = [:]
    let late = Set(stories.filter { $0.rule == .lateRisk }.map(\.reference))
    for (number, tenant) in tenants.enumerated() where late.contains(tenant.reference) {
      let rows = JudgedWorld.rows(of: tenant.judged(after: elapsed))
      let insertion = tables[number].insert(contentsOf: rows, overruling: true, words: &words)
      if !insertion.changed.isEmpty { changed[TenantNumber(number)] = insertion.changed }
    }
    book.take(SignalUpdate(snapshot: snapshot, changed: changed))
  }

  private var snapshot: FleetSnapshot {
    let pairs = tables.enumerated().map { (TenantNumber($0), $1.snapshot(words: words)) }
    return FleetSnapshot(Dictionary(uniqueKeysWithValues: pairs))
  }
}
