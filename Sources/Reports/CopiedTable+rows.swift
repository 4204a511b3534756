import Elements
import SignInAnalysis

extension CopiedTable {
  /// A row as a table of its own, with times in UTC.
  public static func text(of row: HandedRow) -> String {
    switch row {
    case .tenant(let tenant): text(of: tenant, columns)
    case .address(let address): text(of: AddressRecord(address), AddressRecord.columns)
    case .tally(let tally, let fields, let tenants):
      text(of: TallyRecord(tally, by: fields) { tenants[$0] ?? "" }, TallyRecord.columns(by: fields))
    }
  }

  private static func text<Record: Sendable>(of record: Record, _ columns: [TableColumn<Record>]) -> String {
    let narrow = columns.map { column in
      TableColumn(
        column.title, fields: [], least: column.title.count, ideal: column.title.count, alignment: column.alignment,
        text: column.text)
    }
    return text(of: CollectionOfOne(record), narrow)
  }

  /// What the list of tenants tells of one.
  private static let columns: [TableColumn<HandedTenant>] = [
    own("CUSTOMER") { $0.customer }, own("TENANT") { $0.tenant }, own("RISKY 24 H", .trailing) { $0.lastDayText },
    own("LAST RISKY (UTC)") { $0.last?.tableText }, own("RISKY ACTIONS", .trailing) { $0.actions?.text },
    own("WHY") { $0.why },
  ]
}

extension HandedTenant {
  /// `31`, `≥ 100`.
  fileprivate var lastDayText: String? { lastDay.map { "\(isLeast ? "≥ " : "")\($0)" } }
}

extension ActionCounts {
  /// `20 of 55`, or `20` where not all are told; a count that is missing is not 0.
  fileprivate var text: String? {
    guard let risky else { return nil }
    let sum = normal.map(risky.addingReportingOverflow)
    guard let sum, !sum.overflow else { return "\(risky)" }
    return "\(risky) of \(sum.partialValue)"
  }
}
