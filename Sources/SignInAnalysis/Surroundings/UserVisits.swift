import Elements

/// The sign-ins of one user of a tenant that have a time, in order, around one of them.
///
/// An account of a service can have most of a million rows: they are told apart by the numbers of their users,
/// addresses and places, of which each is looked at once.
struct UserVisits {
  private struct Visit {
    let ticks: Int64
    let row: RowNumber
    let address: UInt32
    let place: UInt32
    let isNotRisky: Bool
  }

  /// When the sign-in in the middle was.
  let ticks: Int64
  private let visits: [Visit]
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
    var isOwn = NumberVerdicts(table.users.count)
    var visits: [Visit] = []
    for (index, chunk) in table.chunks.enumerated() {
      let (users, times, addresses, places) = (chunk.users, chunk.times, chunk.addresses, chunk.places)
      let risks = chunk.risks
      for offset in 0..<chunk.count where isOwn.holds(users[offset], { UserKey(table.users[$0]) == key }) {
        guard times[offset] != SignInChunk.noTime else { continue }
        visits.append(
          Visit(
            ticks: times[offset], row: RowNumber(index * SignInChunk.size + offset), address: addresses[offset],
            place: places[offset], isNotRisky: RiskCode.isRisk(risks[offset]) == false))
      }
    }
    // By time, equal times by id, as rules compare them.
    self.visits = visits.sorted { left, right in
      left.ticks == right.ticks ? table.ids[left.row] < table.ids[right.row] : left.ticks < right.ticks
    }
  }

  /// The row before one of the visits, and the one after it.
  func neighbours(of row: RowNumber) -> (before: RowNumber?, after: RowNumber?) {
    guard let place = visits.firstIndex(where: { $0.row == row }) else { return (nil, nil) }
    return (
      place > 0 ? visits[place - 1].row : nil, place + 1 < visits.count ? visits[place + 1].row : nil
    )
  }

  var entries: [SignInLanes.Entry] {
    let reach = (Int64(SignInLanes.hoursBefore) * SignalTime.hour, Int64(SignInLanes.hoursAfter) * SignalTime.hour)
    return visits.filter { ticks - $0.ticks <= reach.0 && $0.ticks - ticks <= reach.1 }.map { visit in
      let signIn = table[visit.row]
      return SignInLanes.Entry(ticks: visit.ticks, country: signIn.country, isRisky: signIn.isRisk == true)
    }
  }

  // MARK: What is usual

  func familiar(with signIn: SignIn, since: Int64?) -> [Familiarity] {
    let country = CountryKey(signIn.country)
    let known = [
      ofAddress(signIn, since), ofCity(signIn, country, since),
      country.map { country in
        let isThere = atPlace { CountryKey($0.country) == country }
        return Familiarity(signIn.country ?? country.text, isThere, at: ticks, since: since)
      },
    ]
    // Where the country tells no more than the city, one of the two says it.
    guard let inCity = known[1], let inCountry = known[2], inCity.earlier == inCountry.earlier else {
      return known.compactMap(\.self)
    }
    return [known[0], inCountry.earlier == 0 ? inCountry : inCity].compactMap(\.self)
  }

  private func ofAddress(_ signIn: SignIn, _ since: Int64?) -> Familiarity? {
    guard let key = signIn.ip.flatMap(AddressKey.init) else { return nil }
    var isSame = NumberVerdicts(table.addresses.count)
    let times = earlier { visit in
      isSame.holds(visit.address) { table.addresses[$0].flatMap(AddressKey.init) == key }
    }
    return Familiarity(key.description, times, at: ticks, since: since)
  }

  private func ofCity(_ signIn: SignIn, _ country: CountryKey?, _ since: Int64?) -> Familiarity? {
    guard let city = signIn.city.map(folded)?.ifNotEmpty else { return nil }
    let times = atPlace { CountryKey($0.country) == country && $0.city.map(folded) == city }
    let name = [signIn.country, signIn.city].compactMap(\.self).joined(separator: " ")
    return Familiarity(name, times, at: ticks, since: since)
  }

  private func atPlace(_ isThere: (SignInPlace) -> Bool) -> [(ticks: Int64, isNotRisky: Bool)] {
    var isSame = NumberVerdicts(table.places.count)
    return earlier { visit in isSame.holds(visit.place) { isThere(table.places[$0]) } }
  }

  /// Those before the sign-in in the middle of which something holds.
  private func earlier(_ holds: (Visit) -> Bool) -> [(ticks: Int64, isNotRisky: Bool)] {
    visits.prefix { $0.ticks < ticks }.lazy.filter(holds).map { ($0.ticks, $0.isNotRisky) }
  }
}

/// Whether something holds of what a number stands for, which is found out once for each number.
private struct NumberVerdicts {
  /// 0 while it is not known; else 1, or 2 where it holds.
  private var known: [UInt8]

  /// - Parameter count: numbers there are.
  init(_ count: Int) {
    known = Array(repeating: 0, count: count)
  }

  mutating func holds(_ number: UInt32, _ judge: (UInt32) -> Bool) -> Bool {
    if known[Int(number)] == 0 { known[Int(number)] = judge(number) ? 2 : 1 }
    return known[Int(number)] == 2
  }
}
