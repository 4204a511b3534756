import Foundation

/// Ids that are GUIDs, told apart by a number.
func guid(_ number: Int, _ kind: String = "0") -> String {
  let digits = String(number)
  return
    "\(String(repeating: kind, count: 8))-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)"
}

/// A row of the wire: number 0 is the oldest, a minute lies between two, in the months of a made-up calendar of 28
/// days.
func row(_ number: Int, time: String? = nil, name: String = "Bob Mark", isRisk: Bool = false) -> String {
  let (day, minutes) = number.quotientAndRemainder(dividingBy: 1_440)
  let month = "\(2026 + day / 336)-\(twoDigits(1 + day / 28 % 12))"
  let time = time ?? "\"\(month)-\(twoDigits(1 + day % 28))T\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60)):00Z\""
  return """
    {"id":"\(guid(number))","loginTime":\(time),"userId":"u1","userDisplayName":"\(name)","userPrincipalName":"bob@x.example",\
    "ip":"203.0.113.7","lat":6.5,"lon":3.25,"country":"NG","city":"Lagos","isRisk":\(isRisk)}
    """
}

/// Rows from the newest on.
func rows(_ count: Int) -> [String] {
  (0..<count).reversed().map { row($0) }
}

extension ScriptedAPI.Reply {
  /// The page that was asked for of that many rows from the newest on. Only its own are made.
  static func rows(_ total: Int, _ request: ScriptedAPI.Request) -> ScriptedAPI.Reply {
    let places = ((request.page - 1) * request.size..<request.page * request.size).clamped(to: 0..<total)
    return .page(places.map { row(total - 1 - $0) }, request, total: total)
  }
}

/// A customer with tenants of the same number of the wire.
func customer(_ number: Int, name: String, tenants: [(id: String, name: String)]) -> String {
  let tenants = tenants.map { "{\"id\":\"\($0.id)\",\"name\":\"\($0.name)\"}" }
  return """
    {"id":"\(guid(number, "c"))","organization":"\(name)","jobStatus":1,"countryOrRegion":"NL","managementMode":1,\
    "tenants":[\(tenants.joined(separator: ","))]}
    """
}

/// Options that name a tenant by ids, for which no customers are asked.
let byIDs = ["--customer", guid(1, "c"), "--tenant", guid(1, "d")]

private func twoDigits(_ number: Int) -> String {
  (number < 10 ? "0" : "") + String(number)
}

extension Finished {
  var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }

  /// The ids of sign-ins in NDJSON, in order.
  var ids: [String] {
    lines.compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["id"] as? String
    }
  }
}

extension ScriptedAPI {
  func run(_ arguments: [String]) async throws -> Finished {
    try await Subprocess.run(
      Program.executable, arguments, environment: Program.plainEnvironment.merging(environment) { _, own in own })
  }
}
