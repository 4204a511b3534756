import Elements

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

  /// - Parameter hasTenant: names customer and tenant, for sign-ins of more than one.
  public static func columns(hasTenant: Bool) -> [TableColumn<SignInRecord>] {
    let origin: [TableColumn<SignInRecord>] = [
      TableColumn("CUSTOMER", fields: ["customer"], least: 12, ideal: 24) { $0.origin.customerText },
      TableColumn("TENANT", fields: ["tenant"], least: 12, ideal: 28) { $0.origin.tenantText },
    ]
    return [
      TableColumn("TIME (UTC)", name: "time", fields: ["loginTime"], least: 19, ideal: 19) { $0.timeText },
      TableColumn("RISK", fields: ["isRisk"], least: 7, ideal: 7) { $0.riskWord },
      TableColumn("USER", fields: ["userDisplayName"], least: 14, ideal: 28) { $0.userText },
      TableColumn("ADDRESS", fields: ["ip"], least: 15, ideal: 24) { $0.signIn.ip ?? "-" },
    ] + (hasTenant ? origin : []) + [
      TableColumn("PLACE", fields: ["country", "city"], least: 12, ideal: 26) { $0.placeText },
      TableColumn("PRINCIPAL NAME", name: "principal", fields: ["userPrincipalName"], least: 20, ideal: 44) {
        $0.signIn.userPrincipalName ?? "-"
      },
    ]
  }

  /// To the second, without the zone, which the heading names.
  private var timeText: String {
    guard let time = signIn.loginTime else { return "-" }
    return String(unsafeUninitializedCapacity: Timestamp.longestISO8601) { memory in
      guard let start = memory.baseAddress else { return 0 }
      _ = time.writeISO8601(to: start)
      start[10] = UInt8(ascii: " ")
      return 19
    }
  }

  private var riskWord: String {
    switch signIn.isRisk {
    case true?: "risky"
    case false?: "normal"
    case nil: "unknown"
    }
  }

  private var userText: String {
    let names = [signIn.userDisplayName, signIn.userPrincipalName, signIn.userID]
    return names.lazy.compactMap { $0?.ifNotEmpty }.first ?? "-"
  }

  private var placeText: String {
    let names = [signIn.country, signIn.city].compactMap { $0?.ifNotEmpty }
    if !names.isEmpty { return names.joined(separator: " ") }
    return signIn.location.map { "\($0.latitude), \($0.longitude)" } ?? "-"
  }
}
