import Elements
import SignInAnalysis

/// A tally as one would make it by hand, with texts in place of numbers and no care for time.
struct TallyModel {
  struct Entry: Hashable {
    var signIns = 0
    var risky = 0
    var users = 0
    var stayed = 0
    var first: Timestamp?
    var last: Timestamp?
  }

  let entries: [[String]: Entry]

  init(_ signIns: [(signIn: SignIn, tenant: Int)], by fields: [TallyField], hoursEast: Int64) {
    let groups = Dictionary(grouping: signIns) { row in
      fields.map { TallyModel.value(of: $0, row.signIn, row.tenant, hoursEast) }
    }
    let stays = TallyModel.stays(signIns.map(\.signIn))
    entries = groups.mapValues { rows in
      let signIns = rows.map(\.signIn)
      let times = signIns.compactMap(\.loginTime)
      let visits = signIns.map { [TallyModel.user($0), TallyModel.key($0)] }
      return Entry(
        signIns: signIns.count, risky: signIns.count { $0.isRisk == true },
        users: Set(visits.map { $0[0] }).subtracting(["-"]).count,
        stayed: Set(visits.filter(stays.contains).map { $0[0] }).count, first: times.min(), last: times.max())
    }
  }

  /// Users at address keys that have two sign-ins half an hour or more apart with none more than 12 h between.
  private static func stays(_ signIns: [SignIn]) -> Set<[String]> {
    let visits = Dictionary(grouping: signIns) { [user($0), key($0)] }
    return Set(
      visits.filter { visit, signIns in
        let times = signIns.compactMap { $0.loginTime?.unixSeconds }.sorted()
        return !visit.contains("-")
          && times.indices.contains { start in
            times.indices.contains { end in
              end > start && times[end] - times[start] >= 1_800
                && (start..<end).allSatisfy { times[$0 + 1] - times[$0] <= 43_200 }
            }
          }
      }.keys)
  }

  private static func user(_ signIn: SignIn) -> String {
    if let id = signIn.userID, !id.isEmpty { return "id " + id }
    if let name = signIn.userPrincipalName, !name.isEmpty { return "upn " + name.lowercased() }
    if let name = signIn.userDisplayName, !name.isEmpty { return "name " + name }
    return "-"
  }

  private static let addresses = [
    "203.0.113.7:443": "203.0.113.7", "::ffff:203.0.113.7": "203.0.113.7", "2001:DB8:1:2::1": "2001:db8:1:2::1",
    "": "-",
  ]

  private static func address(_ signIn: SignIn) -> String {
    signIn.ip.map { addresses[$0] ?? $0 } ?? "-"
  }

  /// What signals take for one address.
  private static func key(_ signIn: SignIn) -> String {
    let address = address(signIn)
    if address.hasPrefix("2001:db8:1:2:") { return "2001:db8:1:2::/64" }
    if address.hasPrefix("2001:db8:1:3:") { return "2001:db8:1:3::/64" }
    return address == "gone" || address.contains("X") ? "-" : address
  }

  private static func network(_ signIn: SignIn) -> String {
    let key = key(signIn)
    guard !key.contains(":"), key != "-" else { return key }
    return key.split(separator: ".").prefix(3).joined(separator: ".") + ".0/24"
  }

  private static func country(_ signIn: SignIn) -> String {
    switch signIn.country {
    case nil, "": "-"
    case "nl", "Netherlands": "NL"
    case let country?: country
    }
  }

  private static func value(of field: TallyField, _ signIn: SignIn, _ tenant: Int, _ hoursEast: Int64) -> String {
    switch field {
    case .user: return user(signIn)
    case .address: return address(signIn)
    case .network: return network(signIn)
    case .country: return country(signIn)
    case .city:
      let city = signIn.city.map { $0.isEmpty ? "-" : $0.lowercased() } ?? "-"
      return city == "-" && country(signIn) == "-" ? "-" : "\(city) \(country(signIn))"
    case .hour:
      guard let seconds = signIn.loginTime?.unixSeconds else { return "-" }
      return String((seconds / 3_600 + hoursEast) % 24)
    case .tenant: return String(tenant)
    }
  }

  /// How the model writes a value of the tally.
  static func text(_ value: TallyValue) -> String {
    switch value {
    case .user(let user):
      return TallyModel.user(
        SignIn(
          id: "", loginTime: nil, userID: user.words.userID, userDisplayName: user.words.displayName,
          userPrincipalName: user.words.principalName, ip: nil, location: nil, country: nil, city: nil, isRisk: nil))
    case .address(let text): return addresses[text] ?? text
    case .network(let text), .country(let text): return text
    case .city(let city, let country): return "\(city?.lowercased() ?? "-") \(country ?? "-")"
    case .hour(let hour): return String(hour)
    case .tenant(let number): return String(number)
    case .none: return "-"
    }
  }
}
