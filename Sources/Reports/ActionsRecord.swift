import Elements

/// A tenant's action counts.
public struct ActionsRecord: ReportRecord {
  public let counts: ActionCounts
  public let origin: RecordOrigin

  public init(_ counts: ActionCounts, in origin: RecordOrigin) {
    self.counts = counts
    self.origin = origin
  }

  public static let names = RecordOrigin.names + countNames
  static let countNames = ["riskyActionCount", "normalActionCount"]

  public func write(to fields: inout FieldWriter) {
    origin.write(to: &fields)
    fields.number(counts.risky)
    fields.number(counts.normal)
  }

  public static let columns: [TableColumn<ActionsRecord>] = [
    TableColumn("CUSTOMER", fields: ["customer"], least: 16, ideal: 36) { $0.origin.customerText },
    TableColumn("TENANT", fields: ["tenant"], least: 16, ideal: 36) { $0.origin.tenantText },
    count("RISKY", 0) { $0.counts.risky }, count("NORMAL", 1) { $0.counts.normal },
  ]

  /// - Parameter field: the place among `countNames`.
  static func count<Record>(
    _ title: String, _ field: Int, _ count: @escaping @Sendable (Record) -> Int?
  ) -> TableColumn<Record> {
    TableColumn(title, fields: [countNames[field]], least: 8, ideal: 8, alignment: .trailing) {
      count($0).map(String.init) ?? "-"
    }
  }
}
