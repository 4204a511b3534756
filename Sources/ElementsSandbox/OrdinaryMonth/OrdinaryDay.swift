import Assets

/// One person's sign-ins of one day: minutes of the day, by the clocks of the place where the tenant is, and from
/// where.
struct OrdinaryDay {
  let person: OrdinaryPerson
  let tenant: OrdinaryTenant
  /// Counted from the month's first.
  let day: Int
  let isWeekend: Bool

  private var draw: Hash { person.hash[.signIn][tenant.number][day] }

  func signIns() -> [(minute: Int, spot: Spot)] {
    guard day >= person.firstDay else { return [] }
    switch person.kind {
    case .service: return (0..<24).map { (60 * $0 + 7, person.serviceSpot(day: day, draw[$0])) }
    case .guest:
      return isWeekend || draw.below(5) > 1 ? [] : visits(from: 9 * 60, to: 17 * 60, apart: 120, by: homeOnly)
    default: break
    }
    if let trip = person.trips.first(where: { $0.days.contains(day) }) { return away(trip) }
    return isWeekend ? weekend() : workday()
  }

  private func workday() -> [(minute: Int, spot: Spot)] {
    let isAtHome = person.kind == .remote || person.kind == .hybrid && draw[.place].below(2) == 0
    let work = visits(from: 8 * 60, to: 17 * 60, apart: 55, by: isAtHome ? fromHome : fromOffice)
    return work + evening()
  }

  /// Two of five look again in the evening.
  private func evening() -> [(minute: Int, spot: Spot)] {
    guard draw[.home].below(5) < 2 else { return [] }
    return visits(from: 19 * 60, to: 21 * 60 + 30, apart: 60) { draw in
      person.ownVPN(day: day, draw) ?? homeOnly(draw)
    }
  }

  private func weekend() -> [(minute: Int, spot: Spot)] {
    guard draw[.home].below(4) == 0 else { return [] }
    return visits(from: 10 * 60, to: 20 * 60, apart: 240, by: fromHome)
  }

  /// The flight takes from 9 to 21 h on the first day, and on the last.
  private func away(_ trip: OrdinaryPerson.Trip) -> [(minute: Int, spot: Spot)] {
    let there = { (draw: Hash) in telephone(draw, oneOf: 6) ?? trip.spot }
    switch day {
    case trip.days.lowerBound: return visits(from: 6 * 60 + 30, to: 8 * 60, apart: 40, by: homeOnly)
    case trip.days.upperBound: return []
    default: return visits(from: 8 * 60, to: 20 * 60, apart: trip.isHoliday ? 400 : 80, by: there)
    }
  }

  private func homeOnly(_ draw: Hash) -> Spot {
    telephone(draw, oneOf: 8) ?? person.homeSpot(day: day, in: tenant)
  }

  private func telephone(_ draw: Hash, oneOf count: Int) -> Spot? {
    draw[.place].below(count) == 0 ? person.telephone?.telephone(draw) : nil
  }

  private func fromOffice(_ draw: Hash) -> Spot {
    telephone(draw, oneOf: 8) ?? tenant.office
  }

  /// A third goes by the tenant's VPN, where there is one.
  private func fromHome(_ draw: Hash) -> Spot {
    guard draw[.trip].below(3) == 0, let exit = tenant.vpnExit else { return homeOnly(draw) }
    return exit
  }

  /// From `start` to `end`, on average `apart` minutes apart, two minutes at the least.
  private func visits(
    from start: Int, to end: Int, apart: Int, by place: (Hash) -> Spot
  ) -> [(minute: Int, spot: Spot)] {
    var signIns: [(minute: Int, spot: Spot)] = []
    var minute = start + draw[start].below(30)
    while minute < end {
      let draw = draw[minute]
      signIns.append((minute, place(draw)))
      minute += 2 + draw[.jitter].below(2 * apart - 2)
    }
    return signIns
  }
}
