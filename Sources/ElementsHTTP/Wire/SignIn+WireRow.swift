import Elements

extension SignIn: WireRow {
  static func read(_ row: WireObject, _ excerpts: inout RowExcerpts) throws(UnusableRow) -> SignIn {
    SignIn(
      id: try row.usableID(), loginTime: try row.timestamp("loginTime"), userID: row.text("userId"),
      userDisplayName: row.text("userDisplayName"), userPrincipalName: row.text("userPrincipalName"),
      ip: row.text("ip"), location: row.location(), country: row.text("country"), city: row.text("city"),
      isRisk: row.flag("isRisk"))
  }
}

extension WireObject {
  /// Both dialects: .NET ticks as a number or a text of digits, never by way of a double, and ISO 8601.
  fileprivate func timestamp(_ name: StaticString) throws(UnusableRow) -> Timestamp? {
    guard let value = value(name) else { return nil }
    if value.kind == .asciiText, let time = Timestamp(iso8601: bytes.part(value)) { return time }
    let scalar = WireScalar(value, in: bytes)
    let time: Timestamp?
    switch scalar {
    case .integer(let ticks): time = Timestamp(ticks: ticks)
    case .text(let text):
      let text = String(text.trimmed)
      if text.isEmpty { return nil }
      time = Int64(text).map { Timestamp(ticks: $0) } ?? Timestamp(iso8601: text)
    default: time = nil
    }
    guard let time else { throw UnusableRow(found: "\(name) \(scalar.shown)") }
    return time
  }

  fileprivate func location() -> Location? {
    guard let latitude = number("lat"), let longitude = number("lon") else { return nil }
    return Location(latitude: latitude, longitude: longitude)
  }
}
