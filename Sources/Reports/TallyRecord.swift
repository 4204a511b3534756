import Elements
import SignInAnalysis

/// A value, or a pair of values, of a tally with its figures.
public struct TallyRecord: ReportRecord {
  let row: TallyRow
  let fields: [TallyField]
  /// Of the values, in the order of the fields; nil where one is missing. Foreign texts.
  let texts: [String?]

  /// - Parameter tenantText: what a tenant is called. Foreign text.
  public init(_ row: TallyRow, by fields: [TallyField], tenantText: (TenantNumber) -> String) {
    self.row = row
    self.fields = fields
    texts = row.values.map { $0.text(tenantText) }
  }

  public static let names = ["by", "value", "count", "users", "risky", "stayed", "first", "last"]

  public func write(to writer: inout FieldWriter) {
    let figures = row.figures
    writer.text(fields.map(\.rawValue).joined(separator: ","))
    writer.texts(texts)
    for count in [figures.signIns, figures.users, figures.risky, figures.stayed] { writer.number(count) }
    writer.time(figures.first)
    writer.time(figures.last)
  }

  /// - Parameter fields: those of the tally; each has a column.
  public static func columns(by fields: [TallyField]) -> [TableColumn<TallyRecord>] {
    fields.enumerated().map { place, field in
      TableColumn(field.rawValue.uppercased(), fields: ["value"], least: 16, ideal: 40) { $0.texts[place] ?? "-" }
    } + [
      count("SIGN-INS", "count", \.signIns), count("USERS", "users", \.users), count("RISKY", "risky", \.risky),
      count("STAYED", "stayed", \.stayed), time("LAST (UTC)", "last", \.last), time("FIRST (UTC)", "first", \.first),
    ]
  }

  private static func count(
    _ title: String, _ field: String, _ count: any KeyPath<TallyFigures, Int> & Sendable
  ) -> TableColumn<TallyRecord> {
    TableColumn(title, name: field, fields: [field], least: 9, ideal: 9, alignment: .trailing) {
      String($0.row.figures[keyPath: count])
    }
  }

  private static func time(
    _ title: String, _ field: String, _ time: any KeyPath<TallyFigures, Timestamp?> & Sendable
  ) -> TableColumn<TallyRecord> {
    TableColumn(title, name: field, fields: [field], least: 19, ideal: 19) {
      $0.row.figures[keyPath: time]?.tableText ?? "-"
    }
  }
}

extension TallyValue {
  fileprivate func text(_ tenantText: (TenantNumber) -> String) -> String? {
    switch self {
    case .user(let user): user.name
    case .address(let text), .network(let text), .country(let text): text
    case .city(let city, let country): [country, city].compactMap { $0 }.joined(separator: " ")
    case .hour(let hour): (hour < 10 ? "0" : "") + "\(hour)"
    case .tenant(let tenant): tenantText(tenant)
    case .none: nil
    }
  }
}
