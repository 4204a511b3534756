import Elements

/// A tenant's action counts.
public struct ActionsRecord: ReportRecord {
  public let counts: ActionCounts
  public let origin: RecordOrigin

  public init(_ counts: ActionCounts, in origin: RecordOrigin) {
    self.counts = counts
    self.origin = origin
  }

  public static let names = RecordOrigin.names + ["riskyActionCount", "normalActionCount"]

  public func write(to fields: inout FieldWriter) {
    origin.write(to: &fields)
    fields.number(counts.risky)
    fields.number(counts.normal)
  }

  public static let columns: [TableColumn<ActionsRecord>] = [
    TableColumn("CUSTOMER", fields: ["customer"], least: 16, ideal: 36) { $0.origin.customerText },
    TableColumn("TENANT", fields: ["tenant"], least: 16, ideal: 36) { $0.origin.tenantText },
    TableColumn("RISKY", fields: ["riskyActionCount"], least: 8, ideal: 8, alignment: .trailing) {
      text($0.counts.risky)
    },
    TableColumn("NORMAL", fields: ["normalActionCount"], least: 8, ideal: 8, alignment: .trailing) {
      text($0.counts.normal)
    },
  ]

  private static func text(_ count: Int?) -> String {
    count.map(String.init) ?? "-"
  }
}
