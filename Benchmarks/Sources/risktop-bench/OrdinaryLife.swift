import Elements
import ElementsSandbox
import SignInAnalysis

/// Judges an ordinary month day by day, as if each day were read at its end, and prints how many signals a day there
/// are over all tenants.
///
/// The days of the second half count: before, the rules know too little of what is usual. The last day does not, for
/// east of Greenwich it ends before midnight in UTC.
struct OrdinaryLife {
  private let month: OrdinaryMonth
  /// By day, those of each tenant newest first.
  private let days: [[[SignIn]]]
  private var tables: [NumberedSignIns]
  private var words = SignInWords()
  private var book: SignalBook

  private struct Kind: Hashable {
    let rule: SignalRule
    /// Nil for a quiet one.
    let severity: SignalSeverity?
  }

  init(_ month: OrdinaryMonth) {
    self.month = month
    days = OrdinaryLife.byDay(month)
    tables = Array(repeating: NumberedSignIns(), count: month.tenants)
    let networks = month.networks.compactMap { known in
      IPNetwork(cidr: known.network).flatMap { network in
        NetworkKind(rawValue: known.kind.rawValue).map { LabelledNetwork(network: network, kind: $0, name: "") }
      }
    }
    book = SignalBook(networks: LabelledNetworks(networks))
  }

  private static func byDay(_ month: OrdinaryMonth) -> [[[SignIn]]] {
    var days = Array(repeating: Array(repeating: [SignIn](), count: month.tenants), count: month.days)
    for tenant in 0..<month.tenants {
      for signIn in month.signIns(ofTenant: tenant) {
        let seconds = (signIn.loginTime?.unixSeconds ?? 0) - month.start.unixSeconds
        days[min(max(0, Int(seconds / 86_400)), month.days - 1)][tenant].append(signIn)
      }
    }
    return days
  }

  mutating func run() {
    let first = month.days / 2
    var counts: [Kind: Int] = [:]
    let counted = first..<max(first, month.days - 1)
    for day in 0..<counted.upperBound {
      read(day)
      let found = signals(of: day)
      if counted.contains(day) { counts.merge(found, uniquingKeysWith: +) }
    }
    write(counts, days: max(1, counted.count))
  }

  private func midnight(after day: Int) -> Timestamp {
    Timestamp(ticks: month.start.ticks + Int64(day + 1) * 86_400 * Timestamp.ticksPerSecond) ?? month.start
  }

  private mutating func read(_ day: Int) {
    var update = SignalUpdate(snapshot: FleetSnapshot([:]))
    for tenant in tables.indices {
      _ = tables[tenant].insert(contentsOf: days[day][tenant], overruling: true, words: &words)
      update.coverage[TenantNumber(tenant)] = SignalCoverage(since: month.start.ticks)
      update.customers[TenantNumber(tenant)] = UInt32(tenant)
    }
    update.snapshot = snapshot
    book.take(update)
  }

  private var snapshot: FleetSnapshot {
    let pairs = tables.enumerated().map { (TenantNumber($0), $1.snapshot(words: words)) }
    return FleetSnapshot(Dictionary(uniqueKeysWithValues: pairs))
  }

  /// Those of sign-ins of this day, and those about tenants.
  private mutating func signals(of day: Int) -> [Kind: Int] {
    let (snapshot, table) = (snapshot, book.table(now: midnight(after: day)))
    var counts: [Kind: Int] = [:]
    for signal in table.tenants.values.lazy.flatMap(\.all) {
      if let row = signal.row, snapshot.ticks(of: row) < midnight(after: day - 1).ticks { continue }
      counts[Kind(rule: signal.rule, severity: signal.isQuiet ? nil : signal.severity), default: 0] += 1
    }
    return counts
  }

  private func write(_ counts: [Kind: Int], days: Int) {
    let signIns = tables.reduce(0) { $0 + $1.count }
    print("\(month.tenants) tenants, \(month.users) users each, \(signIns.grouped) sign-ins in \(month.days) days")
    print("\n| signals a day | high | medium | low | quiet |\n|---|--:|--:|--:|--:|")
    for rule in SignalRule.allCases where counts.keys.contains(where: { $0.rule == rule }) {
      writeLine("`\(rule.rawValue)`", days: days) { counts[Kind(rule: rule, severity: $0)] ?? 0 }
    }
    writeLine("all", days: days) { severity in
      counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
    }
  }

  private func writeLine(_ name: String, days: Int, count: (SignalSeverity?) -> Int) {
    let severities: [SignalSeverity?] = [.high, .medium, .low, nil]
    let cells = severities.map { severity in
      "\((Double(count(severity)) / Double(days) * 10).rounded() / 10)"
    }
    print("| \(name) | \(cells.joined(separator: " | ")) |")
  }
}
