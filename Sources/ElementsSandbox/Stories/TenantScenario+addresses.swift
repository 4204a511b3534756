import Assets

/// Stories about addresses, over the tenants of several customers.
extension TenantScenario {
  static let dublin = TenantScenario(
    home: "Dublin", rows: 1_600, people: Array(repeating: StoryPerson(habit: .office), count: 5),
    stories: [
      .intruder(minutesAgo: 40),
      PlannedStory(
        rule: .lateRisk, expectation: .signal(.medium),
        title: "a sign-in from home that is called risky only some minutes after the start",
        signIns: [PlannedSignIn(.person(2), .home, .ago(1, 30), .later)]),
      PlannedStory(
        rule: .lateRisk, expectation: .silent(because: "it is risky whenever it is read"),
        title: "a sign-in from home that was called risky at once",
        signIns: [PlannedSignIn(.employee(3), .home, .ago(1), .risky)]),
      PlannedStory(
        rule: .crossTenant, expectation: .signal(.high),
        title: "an address in the same city, risky, by which two users stay; risky at another customer's too",
        signIns: [
          PlannedSignIn(.person(3), ownedHost, .ago(6), .risky),
          PlannedSignIn(.person(4), ownedHost, .ago(5, 50), .risky),
          PlannedSignIn(.person(3), ownedHost, .ago(5, 20), .risky),
          PlannedSignIn(.person(4), ownedHost, .ago(5, 5), .risky),
        ]),
    ])

  private static let ownedHost = StoryPlace.elsewhere("203.0.113.8", .dublin)

  static let stockholm = TenantScenario(
    home: "Stockholm", rows: 2_000,
    people: [StoryPerson(habit: .office), StoryPerson(habit: .office), StoryPerson(habit: .office), .guest],
    stories: [
      PlannedStory(
        rule: .crossTenant, expectation: .signal(.high),
        title: "one risky sign-in by an address by which two users stay at another customer's",
        signIns: [PlannedSignIn(.person(0), ownedHost, .ago(8), .risky)]),
      PlannedStory(
        rule: .taintedAddress, expectation: .signal(.medium),
        title: "an address that was risky for five users; another stays there, not risky so far",
        signIns: touches(of: 3..<8, from: tainted, first: 60, apart: 4)
          + [PlannedSignIn(.person(1), tainted, .ago(30)), PlannedSignIn(.person(1), tainted, .ago(29, 15))]),
      PlannedStory(
        rule: .taintedAddress, expectation: .signal(.low),
        title: "an address that was risky for four users; another is seen there once, not risky so far",
        signIns: touches(of: 8..<12, from: alsoTainted, first: 70, apart: 3)
          + [PlannedSignIn(.person(2), alsoTainted, .ago(26))]),
      PlannedStory(
        rule: .sharedAddress,
        expectation: .atMost(.low, because: "each user once, nobody stays, and the address tries every few days"),
        title: "an address that is risky for ten users within 10 min, as two days before for one",
        signIns: touches(of: 12..<13, from: sprayer, first: 82, apart: 1)
          + .round(of: (0..<10).map(StoryUser.employee), from: sprayer, last: 33 * 60) { _ in true }),
      .guestOfMany(.person(3), risky: true, hoursAgo: 20),
    ])

  private static let tainted = StoryPlace.elsewhere("203.0.113.246", .stockholm)
  private static let alsoTainted = StoryPlace.elsewhere("203.0.113.247", .stockholm)
  private static let sprayer = StoryPlace.elsewhere("203.0.113.248", .stockholm)

  /// Risky, each user once, so many hours apart.
  private static func touches(
    of employees: Range<Int>, from place: StoryPlace, first: Int, apart: Int
  ) -> [PlannedSignIn] {
    employees.enumerated().map { PlannedSignIn(.employee($1), place, .ago(first - apart * $0), .risky) }
  }
}

extension PlannedStory {
  /// The address that several customers see. It takes the first two of the tenant's people.
  static func intruder(minutesAgo: Int) -> PlannedStory {
    let place = StoryPlace.elsewhere(Attacker.everywhere.address, Attacker.everywhere.city)
    return PlannedStory(
      rule: .crossTenant, expectation: .signal(.medium), title: Story.intruderTitle,
      signIns: [(0, 0), (0, 2), (1, 4)].map { person, minutes in
        PlannedSignIn(.person(person), place, .minutesAgo(minutesAgo - minutes), .risky)
      })
  }

  /// One address in the tenants of three customers, and risky there now and then.
  static func guestOfMany(_ who: StoryUser, risky: Bool, hoursAgo: Int) -> PlannedStory {
    PlannedStory(
      rule: .crossTenant, expectation: .silent(because: "a guest of three customers, seldom risky"),
      title: risky ? "a guest, risky once in two customers' tenants" : "the same guest at a third customer's",
      signIns: [PlannedSignIn(who, StoryPerson.guestPlace, .ago(hoursAgo), risky ? .risky : .none)])
  }
}

extension StoryPerson {
  static let guestPlace = StoryPlace.elsewhere("2001:db8:7a11:51::9", .lyon)
  static let guest = StoryPerson(
    habit: .daytime([guestPlace]),
    alias: Alias(displayName: "Noël Roche (Guest)", account: "noel.roche_partner.example#EXT#"))
}
