import Elements
import SignInAnalysis

/// A sign-in with the tenant it happened in.
public struct SignInRecord: ReportRecord {
  public let signIn: SignIn
  public let origin: RecordOrigin

  public init(_ signIn: SignIn, in origin: RecordOrigin) {
    self.signIn = signIn
    self.origin = origin
  }

  /// The API's own, then those of the tenant.
  public static let names =
    [
      "id", "loginTime", "userId", "userDisplayName", "userPrincipalName", "ip", "lat", "lon", "country", "city",
      "isRisk",
    ] + RecordOrigin.names

  public func write(to fields: inout FieldWriter) {
    fields.text(signIn.id)
    fields.time(signIn.loginTime)
    fields.text(signIn.userID)
    fields.text(signIn.userDisplayName)
    fields.text(signIn.userPrincipalName)
    fields.text(signIn.ip)
    fields.degrees(signIn.location?.latitude)
    fields.degrees(signIn.location?.longitude)
    fields.text(signIn.country)
    fields.text(signIn.city)
    fields.flag(signIn.isRisk)
    origin.write(to: &fields)
  }

  public func write(_ schema: EventSchema, to event: inout ObjectWriter) {
    switch schema {
    case .ecs: writeECS(to: &event)
    case .ocsf: writeOCSF(to: &event)
    }
  }

  /// - Parameter hasTenant: names customer and tenant, for sign-ins of more than one.
  public static func columns(hasTenant: Bool) -> [TableColumn<SignInRecord>] {
    let origin: [TableColumn<SignInRecord>] = [
      TableColumn("CUSTOMER", fields: ["customer"], least: 12, ideal: 24) { $0.origin.customerText },
      TableColumn("TENANT", fields: ["tenant"], least: 12, ideal: 28) { $0.origin.tenantText },
    ]
    let own = { (column: SignInColumn, least: Int, ideal: Int) in
      TableColumn<SignInRecord>(
        column.title, name: column.name, fields: column.fields, least: least, ideal: ideal
      ) { column.text(of: $0.signIn) ?? "-" }
    }
    return [
      TableColumn(
        "\(SignInColumn.time.title) (UTC)", name: SignInColumn.time.name, fields: SignInColumn.time.fields, least: 19,
        ideal: 19
      ) { $0.signIn.loginTime?.tableText ?? "-" },
      own(.risk, 7, 7), own(.user, 14, 28), own(.address, 15, 24),
    ] + (hasTenant ? origin : []) + [own(.place, 12, 26), own(.principalName, 20, 44)]
  }
}
