import Elements
import SafeText
import SignInAnalysis

/// Sign-ins as a table for people: aligned columns with headings, whatever is foreign in them inert.
public enum CopiedTable {
  /// - Parameters:
  ///   - hasTenants: names customers and tenants.
  ///   - isLocal: shows times on this machine's clock instead of in UTC.
  public static func text(of signIns: [HandedSignIn], hasTenants: Bool, isLocal: Bool) -> String {
    text(of: signIns, columns(hasTenants: hasTenants, isLocal: isLocal))
  }

  static func text<Record: Sendable>(of records: some Sequence<Record>, _ columns: [TableColumn<Record>]) -> String {
    var table = TextTable(columns, width: nil, repertoire: .unicode)
    table.fit(records)
    var output = ReportBytes()
    table.appendHeadings(to: &output)
    for record in records { table.append(record, to: &output) }
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// Those of the dashboard's list, in its order.
  private static func columns(hasTenants: Bool, isLocal: Bool) -> [TableColumn<HandedSignIn>] {
    SignInColumn.allCases.flatMap { column -> [TableColumn<HandedSignIn>] in
      guard column == .time else {
        return [own(column.title) { column.text(of: $0.signIn) }]
      }
      let time: TableColumn<HandedSignIn> =
        isLocal ? own("TIME (local)") { $0.local?.text } : own("TIME (UTC)") { $0.signIn.loginTime?.spaced }
      guard hasTenants else { return [time] }
      return [time, own("CUSTOMER") { $0.customerName ?? $0.tenant.customerID }]
        + [own("TENANT") { $0.tenantName ?? $0.tenant.tenantID }]
    }
  }

  /// - Parameter text: of a record; `-` where it is nil or empty.
  static func own<Record: Sendable>(
    _ title: String, _ alignment: Alignment = .leading, _ text: @escaping @Sendable (Record) -> String?
  ) -> TableColumn<Record> {
    TableColumn(title, fields: [], least: title.count, ideal: title.count, alignment: alignment) {
      text($0)?.ifNotEmpty ?? "-"
    }
  }
}

extension Timestamp {
  /// `2026-11-24 05:21:07`, in UTC.
  fileprivate var spaced: String { CalendarTime(unixSeconds: unixSeconds).spaced }
}

extension ZonedTime {
  /// `2026-11-24 06:21:07 CET`.
  fileprivate var text: String { "\(time.spaced) \(zone)" }
}
