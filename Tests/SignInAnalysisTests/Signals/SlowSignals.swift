import Elements
import SignInAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What rules find, by looking at all sign-ins for each: slow and obvious.
///
/// It says nothing of severities; rules that ask for a baseline are left out.
struct SlowSignals {
  private let rows: [Fact]
  private(set) var found: Set<String> = []

  private struct Fact {
    let id: String
    let tenant: TenantNumber
    let time: Double
    let user: String?
    let address: String?
    let country: String?
    let place: Location?
    let isRisky: Bool
  }

  static func isModelled(_ line: String) -> Bool {
    ["travel", "two-countries", "many-countries", "cross-tenant", "tainted-address"].contains {
      line.hasPrefix($0 + " ")
    }
  }

  init(_ signIns: [RandomSignIns.Row]) {
    rows = signIns.compactMap { row in
      guard let ticks = row.signIn.loginTime?.ticks else { return nil }
      let signIn = row.signIn
      let user = signIn.userID.map { "id \($0)" } ?? signIn.userPrincipalName.map { "name \($0.lowercased())" }
      return Fact(
        id: signIn.id, tenant: row.tenant, time: Double(ticks - SignIn.monday) / 36e9,
        user: user.map { "\(row.tenant) \($0)" }, address: signIn.ip.flatMap(AddressKey.init)?.description,
        country: signIn.country.flatMap { $0 == "" ? nil : $0 == "Netherlands" ? "NL" : $0 }, place: signIn.location,
        isRisky: signIn.isRisk == true)
    }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    for row in rows where row.user != nil { look(at: row) }
    let timeless = signIns.filter { $0.signIn.loginTime == nil }.map(\.signIn)
    for address in Set(rows.compactMap(\.address)) { look(at: address, timeless) }
  }

  private mutating func look(at row: Fact) {
    let own = rows.filter { $0.user == row.user }
    let earlier = own.prefix { $0.id != row.id }
    var isTravel = false
    if row.place != nil, let last = earlier.last(where: { $0.place != nil }) { isTravel = isFar(last, row) }
    if isTravel { found.insert("travel \(row.id)") }
    if row.country != nil, let last = earlier.last(where: { $0.country != nil }), last.country != row.country,
      row.time - last.time <= 3, !isTravel
    {
      found.insert("two-countries \(row.id)")
    }
    let day = earlier.filter { row.time - $0.time <= 24 }.compactMap(\.country)
    if let country = row.country, Set(day).count < 3, Set(day + [country]).count >= 3 {
      found.insert("many-countries \(row.id)")
    }
  }

  private func isFar(_ from: Fact, _ to: Fact) -> Bool {
    guard let start = from.place, let end = to.place, from.address == nil || from.address != to.address else {
      return false
    }
    let kilometres = Sphere.kilometres(start, end)
    return kilometres >= 500 && kilometres / max(to.time - from.time, 0.0001) >= 800
  }

  private mutating func look(at address: String, _ timeless: [SignIn]) {
    let other = timeless.filter { $0.ip.flatMap(AddressKey.init)?.description == address }
    let here = rows.filter { $0.address == address }
    let risky = here.count(where: \.isRisky) + other.count { $0.isRisk == true }
    guard risky * 2 > here.count + other.count else { return }
    lookForTenants(here.filter(\.isRisky))
    lookForTaint(here.filter { $0.user != nil })
  }

  private mutating func lookForTenants(_ risky: [Fact]) {
    func customer(_ row: Fact) -> UInt32 { [0: 0, 1: 1, 2: 2, 3: 0][row.tenant] ?? 9 }
    // Links between sign-ins of two customers within a day join what lies between them.
    let links = risky.indices.flatMap { first in
      risky.indices.filter {
        $0 > first && risky[$0].time - risky[first].time <= 24 && customer(risky[$0]) != customer(risky[first])
      }.map { first...$0 }
    }
    var groups: [ClosedRange<Int>] = []
    for link in links.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = groups.last, last.overlaps(link) {
        groups[groups.count - 1] = last.lowerBound...Swift.max(last.upperBound, link.upperBound)
      } else {
        groups.append(link)
      }
    }
    for group in groups {
      var seen: Set<TenantNumber> = []
      for row in risky[group] where seen.insert(row.tenant).inserted { found.insert("cross-tenant \(row.id)") }
    }
  }

  private mutating func lookForTaint(_ here: [Fact]) {
    guard Set(here.compactMap(\.user)).count <= 20 else { return }
    var last: [String: Double] = [:]
    for row in here where !row.isRisky {
      let isTainted = here.contains { $0.isRisky && $0.user != row.user && abs($0.time - row.time) <= 14 * 24 }
      guard isTainted, let user = row.user, last[user].map({ row.time - $0 >= 14 * 24 }) ?? true else { continue }
      last[user] = row.time
      found.insert("tainted-address \(row.id)")
    }
  }
}

/// Distances by another formula than the one that is tested: the angle between two vectors.
enum Sphere {
  static func kilometres(_ left: Location, _ right: Location) -> Double {
    let (a, b) = (vector(left), vector(right))
    let cross = (a.1 * b.2 - a.2 * b.1, a.2 * b.0 - a.0 * b.2, a.0 * b.1 - a.1 * b.0)
    let length = (cross.0 * cross.0 + cross.1 * cross.1 + cross.2 * cross.2).squareRoot()
    return 6_371 * atan2(length, a.0 * b.0 + a.1 * b.1 + a.2 * b.2)
  }

  private static func vector(_ place: Location) -> (Double, Double, Double) {
    let (latitude, longitude) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
    return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }
}
