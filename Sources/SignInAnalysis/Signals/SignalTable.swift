/// The signals of a fleet at one moment. Taking it copies nothing but references, and it never changes.
public struct SignalTable: Sendable {
  public internal(set) var tenants: [TenantNumber: TenantSignals] = [:]

  /// Signals of all tenants that count, by severity.
  public private(set) var counts = SeverityCounts([])

  public init() {}

  mutating func count() {
    counts = tenants.values.reduce(into: SeverityCounts([])) { $0.add($1.counts) }
  }

  /// The signals of a row, worst first, quiet ones last; most rows have none.
  public subscript(row: FleetRow) -> [Signal] { tenants[row.tenant]?[row.row] ?? [] }

  /// Whether a row is part of a stay of its user at its address.
  public func hasStayed(_ row: FleetRow) -> Bool { tenants[row.tenant]?.hasStayed(row.row) ?? false }
}

/// The signals of a tenant.
public struct TenantSignals: Sendable {
  /// Row by row, upwards; those of a row worst first, quiet ones last.
  private let ofRows: [Signal]
  /// Those about the tenant and no row.
  public let about: [Signal]
  /// How many count, by severity; those about the tenant among them, quiet ones not.
  public let counts: SeverityCounts
  public let quietCount: Int
  /// The one that tells most of the tenant: of the highest severity, the latest; nil where none counts.
  public let strongest: Signal?
  /// Rows with a signal that counts: of the highest severity first, then the latest.
  public let strongestRows: [RowNumber]
  private let stayed: RowBits

  init(_ unordered: [Signal], about: [Signal], stayed: RowBits) {
    let ofRows = TenantSignals.ordered(unordered)
    let ranked = ofRows.indices.filter { !ofRows[$0].isQuiet }.sorted { ofRows[$0].isStronger(than: ofRows[$1]) }
    let counting = about.filter { !$0.isQuiet }
    counts = SeverityCounts(counting.map(\.severity) + ranked.map { ofRows[$0].severity })
    quietCount = ofRows.count - ranked.count
    var met: Set<RowNumber> = []
    strongestRows = ranked.compactMap { ofRows[$0].row?.row }.filter { met.insert($0).inserted }
    strongest = (counting + ranked.prefix(1).map { ofRows[$0] }).min { $0.isStronger(than: $1) }
    self.about = about
    self.ofRows = ofRows
    self.stayed = stayed
  }

  /// Numbers are put in order, since signals are large and may be many; then those of each row.
  private static func ordered(_ signals: [Signal]) -> [Signal] {
    let numbers = signals.indices.map { UInt64(signals[$0].row?.row ?? 0) << 32 | UInt64($0) }.sorted()
    var ordered = numbers.map { signals[Int($0 & UInt64(UInt32.max))] }
    var start = 0
    for end in 1..<(numbers.count + 1) where end == numbers.count || numbers[end] >> 32 != numbers[start] >> 32 {
      if end - start > 1 { ordered[start..<end].sort(by: Signal.isBefore) }
      start = end
    }
    return ordered
  }

  /// The signals of a row, worst first, quiet ones last.
  public subscript(row: RowNumber) -> [Signal] { Array(slice(of: row)) }

  private func slice(of row: RowNumber) -> ArraySlice<Signal> {
    var (low, high) = (0, ofRows.count)
    while low < high {
      let middle = (low + high) / 2
      if (ofRows[middle].row?.row ?? 0) < row { low = middle + 1 } else { high = middle }
    }
    return ofRows[low...].prefix { $0.row?.row == row }
  }

  /// Rows with signals, upwards.
  public var rows: [RowNumber] {
    ofRows.reduce(into: []) { rows, signal in
      if let row = signal.row?.row, row != rows.last { rows.append(row) }
    }
  }

  /// The rows of which something holds: a row with signals, or one that is part of a stay.
  func rows(where holds: ([Signal], _ hasStayed: Bool) -> Bool) -> RowBits {
    var found = holds([], true) ? stayed : RowBits()
    var rest = ofRows[...]
    while let row = rest.first?.row?.row {
      let own = Array(rest.prefix { $0.row?.row == row })
      rest = rest.dropFirst(own.count)
      if holds(own, stayed[row]) { found[row] = true }
    }
    return found
  }

  /// All signals, those about the tenant first, else row by row.
  public var all: [Signal] { about + ofRows }

  /// The highest severity of those that count; nil where none does.
  public var worst: SignalSeverity? { counts.worst }

  public func hasStayed(_ row: RowNumber) -> Bool { stayed[row] }
}

/// How many signals count, by severity.
public struct SeverityCounts: Hashable, Sendable {
  public private(set) var low = 0
  public private(set) var medium = 0
  public private(set) var high = 0

  init(_ severities: some Sequence<SignalSeverity>) {
    for severity in severities {
      switch severity {
      case .low: low += 1
      case .medium: medium += 1
      case .high: high += 1
      }
    }
  }

  mutating func add(_ other: SeverityCounts) {
    low += other.low
    medium += other.medium
    high += other.high
  }

  public var worst: SignalSeverity? {
    if high > 0 { return .high }
    if medium > 0 { return .medium }
    return low > 0 ? .low : nil
  }
}

extension Signal {
  /// Of a higher severity, or of the same and later. What is about the tenant as a whole is later than any row.
  fileprivate func isStronger(than other: Signal) -> Bool {
    (severity, ticks ?? .max, other.row?.row ?? 0) > (other.severity, other.ticks ?? .max, row?.row ?? 0)
  }

  /// By row; worst first, quiet ones last, else in the order of the rules' names.
  static func isBefore(_ left: Signal, _ right: Signal) -> Bool {
    let rows = (left.row?.row ?? 0, right.row?.row ?? 0)
    return (rows.0, left.isQuiet ? 1 : 0, right.severity.rawValue, left.rule.rawValue)
      < (rows.1, right.isQuiet ? 1 : 0, left.severity.rawValue, right.rule.rawValue)
  }
}
