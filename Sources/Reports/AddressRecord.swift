import Elements
import SignInAnalysis

/// An address with where and how often it was seen.
public struct AddressRecord: ReportRecord {
  let address: AddressRow

  public init(_ address: AddressRow) {
    self.address = address
  }

  public static let names = ["ip", "customers", "tenants", "users", "count", "risky", "stayed", "first", "last"]

  public func write(to fields: inout FieldWriter) {
    let figures = address.figures
    fields.text(address.ip)
    for count in [figures.customers, figures.tenants, figures.users, figures.signIns, figures.risky, figures.stayed] {
      fields.number(Int(count))
    }
    fields.time(figures.first)
    fields.time(figures.last)
  }

  public static let columns: [TableColumn<AddressRecord>] = [
    TableColumn("ADDRESS", fields: ["ip"], least: 15, ideal: 39) { $0.address.ip },
    count("CUSTOMERS", "customers", \.customers), count("TENANTS", "tenants", \.tenants),
    count("USERS", "users", \.users), count("SIGN-INS", "count", \.signIns), count("RISKY", "risky", \.risky),
    count("STAYED", "stayed", \.stayed),
    time("LAST (UTC)", "last", \.last), time("FIRST (UTC)", "first", \.first),
  ]

  private static func count(
    _ title: String, _ field: String, _ count: any KeyPath<AddressFigures, UInt32> & Sendable
  ) -> TableColumn<AddressRecord> {
    TableColumn(title, name: field, fields: [field], least: 9, ideal: 9, alignment: .trailing) {
      String($0.address.figures[keyPath: count])
    }
  }

  private static func time(
    _ title: String, _ field: String, _ time: any KeyPath<AddressFigures, Timestamp?> & Sendable
  ) -> TableColumn<AddressRecord> {
    TableColumn(title, name: field, fields: [field], least: 19, ideal: 19) {
      $0.address.figures[keyPath: time]?.tableText ?? "-"
    }
  }
}
