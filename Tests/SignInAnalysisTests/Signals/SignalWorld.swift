import Elements
import SignInAnalysis

/// Tenants with sign-ins, a book over them, and what it says, by the ids of the sign-ins.
struct SignalWorld {
  private(set) var words = SignInWords()
  private(set) var tables: [TenantNumber: NumberedSignIns] = [:]
  var book: SignalBook
  var coverage: [TenantNumber: SignalCoverage] = [:]
  var customers: [TenantNumber: UInt32] = [:]
  var headRead: [TenantNumber: Timestamp] = [:]
  var readings: [TenantNumber: [ActionReading]] = [:]

  init(settings: SignalSettings = SignalSettings(), networks: LabelledNetworks = LabelledNetworks()) {
    book = SignalBook(settings: settings, networks: networks)
  }

  /// One tenant whose rows are read since a minute as in `SignIn.made`; nil for unknown.
  init(
    _ signIns: [SignIn], since: Double? = -100 * 1_440, settings: SignalSettings = SignalSettings(),
    networks: LabelledNetworks = LabelledNetworks()
  ) {
    self.init(settings: settings, networks: networks)
    coverage[0] = SignalCoverage(since: since.map { SignIn.monday + Int64($0) * 600_000_000 })
    add(signIns, to: 0)
  }

  var snapshot: FleetSnapshot { FleetSnapshot(tables.mapValues { $0.snapshot(words: words) }) }

  /// Reads a page, and brings the book up to date.
  mutating func add(_ page: [SignIn], to tenant: TenantNumber) {
    let changed = insert(page, into: tenant)
    update(changed: changed.isEmpty ? [:] : [tenant: changed])
  }

  mutating func insert(_ page: [SignIn], into tenant: TenantNumber) -> [RowNumber: SignIn] {
    var table = tables.removeValue(forKey: tenant) ?? NumberedSignIns()
    let known = RowNumber(table.count)
    let insertion = table.insert(contentsOf: page, overruling: true, words: &words)
    tables[tenant] = table
    return insertion.changed.filter { $0.key < known }
  }

  mutating func update(
    changed: [TenantNumber: [RowNumber: SignIn]] = [:], wasNotRisky: [TenantNumber: Set<RowNumber>] = [:],
    forgotten: Set<TenantNumber> = []
  ) {
    book.take(
      SignalUpdate(
        snapshot: snapshot, changed: changed, wasNotRisky: wasNotRisky, forgotten: forgotten, coverage: coverage,
        customers: customers, headRead: headRead, readings: readings))
  }

  /// Forgets the rows, of which the book is to be told.
  mutating func clear(_ tenant: TenantNumber) { tables[tenant] = NumberedSignIns() }

  mutating func forget(_ tenant: TenantNumber) {
    clear(tenant)
    update(forgotten: [tenant])
  }

  mutating func table(minute: Double = 200 * 1_440) -> SignalTable {
    book.table(now: Timestamp(ticks: SignIn.monday + Int64(minute) * 600_000_000) ?? .earliest)
  }

  /// All signals that belong to sign-ins, by id and rule.
  mutating func signals() -> [Found: Signal] {
    let (table, snapshot) = (table(), snapshot)
    let signals = table.tenants.values.flatMap(\.all).compactMap { signal in
      signal.row.flatMap { snapshot[$0] }.map { (Found($0.id, signal.rule), signal) }
    }
    return Dictionary(signals) { first, _ in first }
  }

  /// Severities of one rule by id; a quiet one has `quiet` before it.
  mutating func severities(_ rule: SignalRule) -> [String: String] {
    let pairs = signals().filter { $0.key.rule == rule }.map { found, signal in
      (found.id, (signal.isQuiet ? "quiet " : "") + signal.severity.name)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Everything that is said, in a form that does not depend on numbers of rows, tenants and words.
  mutating func verdicts() -> Set<String> {
    let (table, snapshot) = (table(), snapshot)
    let words = SignalWords(snapshot, tenantName: { "tenant \($0)" }, time: { "\($0.ticks)" })
    return Set(
      table.tenants.flatMap { tenant, signals in
        signals.all.map { "\(tenant) \(words.ids($0).last ?? "-") \(words.lines($0)) \(words.ids($0).sorted())" }
          + ["\(tenant) \(signals.counts) \(signals.quietCount) \(String(describing: signals.strongest?.severity))"]
          + (snapshot[tenant].map { table in (0..<RowNumber(table.count)).map { (table[$0].id, $0) } } ?? [])
          .filter { signals.hasStayed($0.1) }.map { "\(tenant) \($0.0) stayed" }
      })
  }
}

struct Found: Hashable {
  let id: String
  let rule: SignalRule

  init(_ id: String, _ rule: SignalRule) {
    self.id = id
    self.rule = rule
  }
}
