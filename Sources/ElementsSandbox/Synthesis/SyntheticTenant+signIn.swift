import Assets
import Elements

extension SyntheticTenant {
  /// The `row`-th sign-in, counted from the oldest; `row` is not negative.
  func signIn(row: Int) -> SyntheticSignIn {
    let draw = hash[.signIn][row]
    let ticks = ticks(ofRow: row)
    let isRisky = risk.isRisky(row: row)
    let story = row < initialSignIns ? timeline.story(at: row) : nil
    let told = story.flatMap { visit(in: $0, row: row) } ?? visitOfScenario(row: row, ticks: ticks, isRisky, draw)
    // A story is told whole, or nobody could find it.
    let blemish = told == nil ? Blemish(draw[.blemish]) : .none
    let seen = told ?? (isRisky ? riskyVisit(draw, ticks: ticks) : ordinaryVisit(draw, ticks: ticks))
    return record(of: seen, draw, ticks: ticks, isRisky: isRisky, blemish: blemish)
  }

  private func record(
    of visit: Visit, _ draw: Hash, ticks: Int64, isRisky: Bool, blemish: Blemish
  ) -> SyntheticSignIn {
    let person = person(visit.user)
    let hasCity = blemish != .noPlace && blemish != .emptyPlace
    let hasPlace = hasCity && blemish != .zeroPlace
    let missingText = blemish == .emptyPlace ? "" : nil
    let signIn = SignIn(
      id: draw[.identifier].guid, loginTime: Timestamp(ticks: ticks), userID: person.id,
      userDisplayName: person.displayName, userPrincipalName: person.principalName,
      ip: blemish.address(visit.address, draw: draw[.address]),
      location: hasPlace ? Location(latitude: visit.city.latitude, longitude: visit.city.longitude) : nil,
      country: hasCity ? visit.city.country : missingText, city: hasCity ? visit.city.name : missingText,
      isRisk: isRisky)
    return SyntheticSignIn(signIn: signIn, sendsZeroPlace: blemish == .zeroPlace)
  }

  /// From the office, from home or on the way; in another city all week on a business trip.
  private func ordinaryVisit(_ draw: Hash, ticks: Int64) -> Visit {
    let user = self.user(draw)
    let trip = hash[.trip][user][hours.week(of: ticks)]
    if scenario == nil, trip.below(25) == 0 {
      return Visit(
        user: user, address: addresses.stranger(trip), city: trip[.city].pick(Gazetteer.cities, or: home.city))
    }
    let base = base(ofUser: user)
    let address =
      switch draw[.place].below(100) {
      case 0..<58 where base == home.city: office(at: ticks)
      case 58..<85: addresses.home(ofUser: user)
      default: telephone(draw)
      }
    return Visit(user: user, address: address, city: base)
  }

  /// One of eight lives somewhere else and never comes to the office.
  private func base(ofUser user: Int) -> City {
    let draw = hash[.home][user]
    return scenario == nil && draw.below(8) == 0 ? draw[.city].pick(Gazetteer.cities, or: home.city) : home.city
  }

  /// What a workflow calls risky is mostly ordinary life; a quarter comes from somewhere else.
  private func riskyVisit(_ draw: Hash, ticks: Int64) -> Visit {
    guard scenario == nil, draw[.risk].below(4) == 0 else { return ordinaryVisit(draw, ticks: ticks) }
    return Visit(
      user: user(draw), address: addresses.stranger(draw), city: draw[.city].pick(Gazetteer.cities, or: home.city))
  }

  /// Some sign in all day: users of low numbers are drawn more often.
  private func user(_ draw: Hash) -> Int {
    let share = draw[.user].fraction
    return min(staff.count - 1, Int(share * share * Double(staff.count)))
  }

  /// Somebody who comes to the office, if there is any.
  private func victim(_ draw: Hash) -> Int {
    let candidates = (0..<16).map { user(draw[$0]) }
    return candidates.first { base(ofUser: $0) == home.city } ?? candidates[0]
  }

  /// Nil where the row is an ordinary one in the midst of a story.
  private func visit(in story: Story, row: Int) -> Visit? {
    let draw = hash[.story][story.rows.lowerBound]
    let place = row - story.rows.lowerBound
    let victim = victim(draw)
    switch story.kind {
    case .traveller where place == 0: return Visit(user: victim, address: addresses.office, city: home.city)
    case .traveller where row < story.rows.upperBound - 1: return nil
    case .intruder: return visit(user: (victim + place / 2) % staff.count, by: .everywhere)
    case .traveller: return visit(user: victim, by: tenantIsFirst ? .everywhere : .ofStory(draw))
    case .burst: return visit(user: (victim + strideOfBurst * place) % staff.count, by: .ofStory(draw))
    }
  }

  /// From one user to the next, so that everybody has a turn.
  private var strideOfBurst: Int { staff.count.isMultiple(of: 7) ? 11 : 7 }

  private func visit(user: Int, by attacker: Attacker) -> Visit {
    Visit(user: user, address: attacker.address, city: attacker.city)
  }
}

extension SyntheticTenant {
  /// Full precision, or as much of it as leaves the row after the one before.
  func ticks(ofRow row: Int) -> Int64 {
    let exact = exactTicks(ofRow: row)
    let unit = SyntheticTenant.units[hash[.precision][row].below(SyntheticTenant.units.count)]
    let coarse = exact - exact % unit
    guard row > 0 else { return coarse }
    return coarse > exactTicks(ofRow: row - 1) ? coarse : exact
  }

  private func exactTicks(ofRow row: Int) -> Int64 {
    guard row >= initialSignIns else { return timeline.ticks(ofRow: row, jitter: hash[.jitter][row].fraction) }
    let (offset, overflow) = Int64(row - initialSignIns + 1).multipliedReportingOverflow(by: arrivalSpacing ?? 1)
    return overflow ? Timestamp.range.upperBound : start + min(offset, Timestamp.range.upperBound - start)
  }

  /// In ticks: whole seconds mostly, else one to seven digits of a fraction.
  private static let units: [Int64] =
    Array(repeating: Timestamp.ticksPerSecond, count: 12) + [1_000_000, 100_000, 10_000, 10_000, 1_000, 100, 10, 1]
}
