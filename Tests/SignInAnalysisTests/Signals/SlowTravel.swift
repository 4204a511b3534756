import Elements
import SignInAnalysis

/// What `travel` says of a tenant's sign-ins, and why it is quiet, by looking at all sign-ins for each: slow and obvious.
///
/// For tenants in which a flag is not rare.
struct SlowTravel {
  private let rows: [Fact]
  /// Since when all is read, in hours; nil where that is unknown.
  private let since: Double?
  /// By id: severity, and the reason in words.
  private(set) var verdicts: [String: String] = [:]

  private struct Fact {
    let id: String
    let time: Double
    let user: String
    let address: AddressKey?
    let country: CountryKey?
    let city: String?
    let place: Location?
    let isRisk: Bool?
  }

  init(_ signIns: [SignIn], coverage: SignalCoverage?) {
    since = coverage?.since.map { Double($0 - SignIn.monday) / 36e9 }
    rows = signIns.compactMap { signIn in
      let user = signIn.userID.map { "id \($0)" } ?? signIn.userPrincipalName.map { "name \($0.lowercased())" }
      guard let ticks = signIn.loginTime?.ticks, let user else { return nil }
      let country = CountryKey(signIn.country)
      let city = signIn.city.flatMap { $0.isEmpty ? nil : "\(country?.text ?? "") \($0.lowercased())" }
      return Fact(
        id: signIn.id, time: Double(ticks - SignIn.monday) / 36e9, user: user,
        address: signIn.ip.flatMap(AddressKey.init), country: country, city: city, place: signIn.location,
        isRisk: signIn.isRisk)
    }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    for (index, row) in rows.enumerated() {
      guard let from = rows[..<index].last(where: { $0.user == row.user && $0.place != nil }) else { continue }
      verdicts[row.id] = verdict(from, row)
    }
  }

  private func verdict(_ from: Fact, _ to: Fact) -> String? {
    guard let start = from.place, let end = to.place, from.address == nil || from.address != to.address else {
      return nil
    }
    let kilometres = Sphere.kilometres(start, end)
    guard kilometres >= 500, kilometres / max(to.time - from.time, 0.0001) >= 800 else { return nil }
    let isRead = since.map { $0 <= from.time } ?? false
    let stays = hasStayed(to) && !isReturn(to, from) && (isRead || to.isRisk == true)
    let severity = stays || to.isRisk == true && isRead ? "medium" : "low"
    return [severity, quietReason(from, to, kilometres)].compactMap(\.self).joined(separator: " ")
  }

  /// Whether the user was there before the other end within a day, without a flag, or is there as usual.
  private func isReturn(_ to: Fact, _ from: Fact) -> Bool {
    func isThere(_ row: Fact) -> Bool {
      row.address != nil && row.address == to.address || row.city != nil && row.city == to.city
    }
    if to.address != nil, isUsual(for: to.user, to.time, { $0.address == to.address }) { return true }
    if to.city != nil, isUsual(for: to.user, to.time, { $0.city == to.city }) { return true }
    return rows.contains { row in
      row.user == to.user && row.place != nil && row.isRisk == false && isThere(row) && to.time - row.time <= 24
        && (row.time, row.id) < (from.time, from.id)
    }
  }

  private func quietReason(_ from: Fact, _ to: Fact, _ kilometres: Double) -> String? {
    let ends = [from, to]
    if ends.allSatisfy({ end in end.address != nil && isUsual(for: to.user, to.time) { $0.address == end.address } }) {
      return "both addresses are usual for the user"
    }
    if ends.allSatisfy({ end in end.city != nil && isUsual(for: to.user, to.time) { $0.city == end.city } }) {
      return "both cities are usual for the user"
    }
    if from.country != nil, from.country == to.country, kilometres < 1_000 {
      return "both places are in one country and not far apart"
    }
    let users = Set(rows.map(\.user))
    let areKnown = ends.allSatisfy { end in
      end.city != nil && users.count { user in isUsual(for: user, to.time) { $0.city == end.city } } >= 5
    }
    return areKnown ? "both cities are usual in the tenant" : nil
  }

  /// Whether three sign-ins before a time are 20 h apart, and the first is 72 h old.
  private func isUsual(for user: String, _ time: Double, _ isThere: (Fact) -> Bool) -> Bool {
    let times = rows.filter { $0.user == user && $0.isRisk == false && $0.time < time && isThere($0) }.map(\.time)
    return times.indices.contains { first in
      time - times[first] >= 72
        && times.indices.contains { second in
          times[second] - times[first] >= 20 && times.contains { $0 - times[second] >= 20 }
        }
    }
  }

  private func hasStayed(_ row: Fact) -> Bool {
    guard let address = row.address else { return false }
    let times = rows.filter { $0.user == row.user && $0.address == address }.map(\.time)
    let later = times.filter { $0 >= row.time }.reduce(row.time) { $1 - $0 <= 12 ? $1 : $0 }
    let earlier = times.filter { $0 <= row.time }.reversed().reduce(row.time) { $0 - $1 <= 12 ? $1 : $0 }
    return later - earlier >= 0.5
  }
}
