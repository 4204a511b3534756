import Elements

/// What was read around one sign-in: of its user before and after, and of its address and user in other tenants.
public struct SignInSurroundings: Hashable, Sendable {
  /// Nil where the sign-in names no user or has no time.
  public let lanes: SignInLanes?
  /// The user's sign-in before, and the one after, in this tenant.
  public let before: FleetRow?
  public let after: FleetRow?
  /// The address, then the city, then the country, as far as they are given and tell more.
  public let familiar: [Familiarity]
  /// Other tenants with the address, and with the user.
  public let addressElsewhere: [SignInElsewhere]
  public let userElsewhere: [SignInElsewhere]
  /// Tenants that were looked in beside the sign-in's own: of which anything is read.
  public let otherTenants: Int

  /// Searches all that was read: not for the main actor. Nil for a row that is not there.
  /// - Parameter coverage: of the tenant of the row.
  public init?(of row: FleetRow, in snapshot: FleetSnapshot, coverage: SignalCoverage) {
    guard let signIn = snapshot[row], let table = snapshot[row.tenant] else { return nil }
    let visits = UserVisits(of: row, in: table)
    let place = visits?.place(of: row.row)
    before = place.flatMap { visits?.row(at: $0 - 1) }.map { FleetRow(tenant: row.tenant, row: $0) }
    after = place.flatMap { visits?.row(at: $0 + 1) }.map { FleetRow(tenant: row.tenant, row: $0) }
    lanes = visits.map { SignInLanes(around: $0.ticks, country: signIn.country, $0.entries) }
    familiar = visits?.familiar(with: signIn, since: coverage.since) ?? []
    addressElsewhere =
      SignInSurroundings.address(of: signIn).map {
        SignInElsewhere.all(of: $0, but: row.tenant, in: snapshot)
      } ?? []
    userElsewhere =
      SignInSurroundings.user(of: signIn).map {
        SignInElsewhere.all(of: $0, but: row.tenant, in: snapshot)
      } ?? []
    otherTenants = snapshot.tenants.count { $0 != row.tenant && (snapshot[$0]?.count ?? 0) > 0 }
  }

  /// The same address for signals: of IPv6 its /64.
  private static func address(of signIn: SignIn) -> SightingSubject? {
    guard let ip = signIn.ip?.ifNotEmpty else { return nil }
    return SightingSubject.network(around: ip) ?? .address(ip)
  }

  private static func user(of signIn: SignIn) -> SightingSubject? {
    signIn.userPrincipalName?.ifNotEmpty.map { .user(GuestName.homeAccount(of: $0) ?? $0) }
  }
}

/// The sign-ins of one user of a tenant that have a time, in order.
private struct UserVisits {
  /// When the sign-in in the middle was.
  let ticks: Int64
  private let visits: [(ticks: Int64, row: RowNumber)]
  private let table: SignInSnapshot

  /// Nil where the row has no time or names no user.
  init?(of row: FleetRow, in table: SignInSnapshot) {
    let (index, offset) = Int(row.row).quotientAndRemainder(dividingBy: SignInChunk.size)
    let chunk = table.chunks[index]
    guard chunk.times[offset] != SignInChunk.noTime, let key = UserKey(table.users[chunk.users[offset]]) else {
      return nil
    }
    ticks = chunk.times[offset]
    self.table = table
    let isOwn = (0..<UInt32(table.users.count)).map { UserKey(table.users[$0]) == key }
    var visits: [(ticks: Int64, row: RowNumber)] = []
    for (index, chunk) in table.chunks.enumerated() {
      let (users, times) = (chunk.users, chunk.times)
      for offset in 0..<chunk.count where isOwn[Int(users[offset])] && times[offset] != SignInChunk.noTime {
        visits.append((times[offset], RowNumber(index * SignInChunk.size + offset)))
      }
    }
    // By time, equal times by id, as rules compare them.
    self.visits = visits.sorted { left, right in
      left.ticks == right.ticks ? table.ids[left.row] < table.ids[right.row] : left.ticks < right.ticks
    }
  }

  func place(of row: RowNumber) -> Int? { visits.firstIndex { $0.row == row } }
  func row(at place: Int) -> RowNumber? { visits.indices.contains(place) ? visits[place].row : nil }

  var entries: [SignInLanes.Entry] {
    let reach = (Int64(SignInLanes.hoursBefore) * SignalTime.hour, Int64(SignInLanes.hoursAfter) * SignalTime.hour)
    return visits.filter { ticks - $0.ticks <= reach.0 && $0.ticks - ticks <= reach.1 }.map { visit in
      let signIn = table[visit.row]
      return SignInLanes.Entry(ticks: visit.ticks, country: signIn.country, isRisky: signIn.isRisk == true)
    }
  }

  func familiar(with signIn: SignIn, since: Int64?) -> [Familiarity] {
    let address = signIn.ip.flatMap(AddressKey.init)
    let country = CountryKey(signIn.country)
    let city = signIn.city.map(folded)?.ifNotEmpty
    let known = [
      address.map { key in familiarity(with: key.description, since: since) { $0.ip.flatMap(AddressKey.init) == key } },
      city.map { city in
        familiarity(with: [signIn.country, signIn.city].compactMap(\.self).joined(separator: " "), since: since) {
          CountryKey($0.country) == country && $0.city.map(folded) == city
        }
      },
      country.map { country in
        familiarity(with: signIn.country ?? country.text, since: since) { CountryKey($0.country) == country }
      },
    ]
    // Where the country tells no more than the city, one of the two says it.
    guard let inCity = known[1], let inCountry = known[2], inCity.earlier == inCountry.earlier else {
      return known.compactMap(\.self)
    }
    return [known[0], inCountry.earlier == 0 ? inCountry : inCity].compactMap(\.self)
  }

  private func familiarity(with name: String, since: Int64?, _ isThere: (SignIn) -> Bool) -> Familiarity {
    let times = visits.prefix { $0.ticks < ticks }.compactMap { visit -> (Int64, Bool)? in
      let signIn = table[visit.row]
      return isThere(signIn) ? (visit.ticks, signIn.isRisk == false) : nil
    }
    return Familiarity(name, times, at: ticks, since: since)
  }
}
