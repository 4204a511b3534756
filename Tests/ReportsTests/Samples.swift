import Elements
import Reports

extension SignIn {
  static func sample(
    id: String = "s1", time: String? = "2026-03-04T13:19:58.25Z", name: String? = "Bob Mark", location: Location? = nil,
    isRisk: Bool? = true
  ) -> SignIn {
    SignIn(
      id: id, loginTime: time.flatMap(Timestamp.init(iso8601:)), userID: "u1", userDisplayName: name,
      userPrincipalName: "bob@contoso.example", ip: "203.0.113.7", location: location, country: "NG", city: "Lagos",
      isRisk: isRisk)
  }
}

extension RecordOrigin {
  static let contoso = RecordOrigin(
    tenant: TenantReference(customerID: "c1", tenantID: "t1"), customerName: "Contoso Ltd",
    tenantName: "contoso.example")
  static let unnamed = RecordOrigin(
    tenant: TenantReference(customerID: "c1", tenantID: "t1"), customerName: nil, tenantName: nil)
}

/// The whole report as text.
func report<Record: ReportRecord>(
  _ records: [Record], _ format: ReportFormat, columns: [TableColumn<Record>] = [], width: Int? = nil,
  isRaw: Bool = false, without missing: [String] = []
) -> String {
  var writer = ReportWriter(format, columns: ReportColumns(columns, without: Set(missing)), width: width, isRaw: isRaw)
  writer.append(records)
  writer.end()
  return String(decoding: writer.bytes, as: UTF8.self)
}

/// A record of one text, for rules that hold for any.
struct Note: ReportRecord {
  let text: String

  static let names = ["text"]

  func write(to fields: inout FieldWriter) {
    fields.text(text)
  }
}
