import Elements
import SafeText
import SignInAnalysis

/// Sign-ins as a table for people: aligned columns with headings, whatever is foreign in them inert.
public enum CopiedTable {
  /// - Parameters:
  ///   - hasTenants: names customers and tenants.
  ///   - isLocal: shows times on this machine's clock instead of in UTC.
  public static func text(of signIns: [HandedSignIn], hasTenants: Bool, isLocal: Bool) -> String {
    var table = TextTable(columns(hasTenants: hasTenants, isLocal: isLocal), width: nil, repertoire: .unicode)
    table.fit(signIns)
    var output = ReportBytes()
    table.appendHeadings(to: &output)
    for signIn in signIns { table.append(signIn, to: &output) }
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// Those of the dashboard's list, in its order.
  private static func columns(hasTenants: Bool, isLocal: Bool) -> [TableColumn<HandedSignIn>] {
    SignInColumn.allCases.flatMap { column in
      guard column == .time else {
        return [own(column.title) { column.text(of: $0.signIn) }]
      }
      let time = isLocal ? own("TIME (local)") { $0.local?.text } : own("TIME (UTC)") { $0.signIn.loginTime?.spaced }
      guard hasTenants else { return [time] }
      return [time, own("CUSTOMER") { $0.customerName ?? $0.tenant.customerID }]
        + [own("TENANT") { $0.tenantName ?? $0.tenant.tenantID }]
    }
  }

  private static func own(
    _ title: String, _ text: @escaping @Sendable (HandedSignIn) -> String?
  ) -> TableColumn<HandedSignIn> {
    TableColumn(title, fields: [], least: title.count, ideal: title.count) { text($0)?.ifNotEmpty ?? "-" }
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
