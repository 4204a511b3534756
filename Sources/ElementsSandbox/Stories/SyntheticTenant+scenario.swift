import Assets
import Elements

extension SyntheticTenant {
  /// A planned sign-in, or one of the people whose habits the stories need; nil where the row is any other.
  func visitOfScenario(row: Int, ticks: Int64, _ isRisky: Bool, _ draw: Hash) -> Visit? {
    guard let scenario, row < initialSignIns else { return nil }
    if let number = timeline.planned.number(at: row) {
      let signIn = scenario.signIns[number]
      return visit(user: userNumber(of: signIn.who), from: signIn.from, ticks: ticks, draw)
    }
    guard !isRisky, let (person, place) = storyPeople.visit(row: row, ticks: ticks, start: start, hours: hours)
    else { return nil }
    return visit(user: userNumber(of: .person(person)), from: place, ticks: ticks, draw)
  }

  /// People of stories have numbers after those of all others, so that no chance draws them.
  func userNumber(of user: StoryUser) -> Int {
    switch user {
    case .person(let number): staff.count + number
    case .employee(let number): number % staff.count
    }
  }

  func person(_ user: Int) -> Person {
    let person = staff.person(user)
    guard let alias = storyPeople.alias(of: user - staff.count) else { return person }
    return Person(
      id: person.id, displayName: alias.displayName,
      principalName: "\(alias.account)@\(tenant.name)")
  }

  func office(at ticks: Int64) -> String {
    guard let hours = scenario?.officeMove, ticks >= start - Int64(hours) * OfficeHours.ticksPerHour
    else { return addresses.office }
    return addresses.nextOffice
  }

  func telephone(_ draw: Hash) -> String {
    scenario?.carrierAddress ?? addresses.mobile(draw)
  }

  private func visit(user: Int, from place: StoryPlace, ticks: Int64, _ draw: Hash) -> Visit {
    switch place {
    case .office: Visit(user: user, address: office(at: ticks), city: home.city)
    case .home: Visit(user: user, address: addresses.home(ofUser: user), city: home.city)
    case .telephone: Visit(user: user, address: telephone(draw), city: home.city)
    case .elsewhere(let address, let city): Visit(user: user, address: address, city: city)
    }
  }
}
