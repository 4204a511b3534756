import Assets

/// Stories about where users are.
extension TenantScenario {
  static let vienna = TenantScenario(
    home: "Vienna", rows: 2_400,
    people: [
      StoryPerson(habit: .office), StoryPerson(habit: .office), StoryPerson(habit: .office),
      StoryPerson(habit: .office), StoryPerson(habit: .daytime([tallinnHome]), absence: 40..<10_000),
      StoryPerson(habit: .daytime([.office, acrossTheBorder])),
    ],
    stories: [
      PlannedStory(
        rule: .travel, expectation: .signal(.medium),
        title: "from the office to Bangkok in two hours, where the user stays 45 min; not risky",
        signIns: [
          PlannedSignIn(.person(0), .office, .ago(5, 10)), PlannedSignIn(.person(0), bangkok, .ago(3, 5)),
          PlannedSignIn(.person(0), bangkok, .ago(2, 40)), PlannedSignIn(.person(0), bangkok, .ago(2, 20)),
        ]),
      PlannedStory(
        rule: .travel, expectation: .signal(.low),
        title: "from the office to Bogota in an hour, seen there once; not risky",
        signIns: [
          PlannedSignIn(.person(1), .office, .ago(26)),
          PlannedSignIn(.person(1), .elsewhere("203.0.113.249", .bogota), .ago(25)),
        ]),
      PlannedStory(
        rule: .twoCountries, expectation: .signal(.low),
        title: "from home to a neighbouring country in an hour",
        signIns: [
          PlannedSignIn(.person(2), .home, .ago(8)), PlannedSignIn(.person(2), bratislava, .ago(6, 58)),
        ]),
      PlannedStory(
        rule: .manyCountries, expectation: .signal(.low),
        title: "three countries in 12 hours, each at the speed of a train",
        signIns: [
          PlannedSignIn(.person(3), .home, .ago(30)), PlannedSignIn(.person(3), bratislava, .ago(24, 3)),
          PlannedSignIn(.person(3), .elsewhere("198.19.254.12", .prague), .ago(18)),
        ]),
      PlannedStory(
        rule: .twoCountries, expectation: .quiet(because: "a commuter: both addresses are usual"),
        title: "from the office to a home across the border in an hour",
        signIns: [
          PlannedSignIn(.person(5), .office, .ago(5)), PlannedSignIn(.person(5), acrossTheBorder, .ago(4)),
        ]),
      PlannedStory(
        rule: .manyCountries, expectation: .silent(because: "two countries however often, not three"),
        title: "the commuter's next way to the office and home",
        signIns: [
          PlannedSignIn(.person(5), .office, .ago(2)), PlannedSignIn(.person(5), acrossTheBorder, .ago(1)),
        ]),
      PlannedStory(
        rule: .newCountry, expectation: .silent(because: "a new employee's first sign-ins: nothing to compare with"),
        title: "a new employee, who lives in a country where nobody else is",
        signIns: [
          PlannedSignIn(.person(4), tallinnHome, .ago(39)), PlannedSignIn(.person(4), tallinnHome, .ago(38, 10)),
        ]),
    ])

  private static let bangkok = StoryPlace.elsewhere("203.0.113.241", .bangkok)
  private static let bratislava = StoryPlace.elsewhere("198.19.254.11", .bratislava)
  private static let acrossTheBorder = StoryPlace.elsewhere("198.18.254.21", .bratislava)
  private static let tallinnHome = StoryPlace.elsewhere("198.18.254.20", .tallinn)

  static let london = TenantScenario(
    home: "London", rows: 2_000, risk: .rare,
    people: [StoryPerson(habit: .office), StoryPerson(habit: .office), .guest]
      + Array(repeating: StoryPerson(habit: .daytime([.office, exit, .home])), count: 6),
    stories: [
      PlannedStory(
        rule: .travel, expectation: .signal(.high),
        title: "from the office to Lagos in two hours, risky, and stays 45 min",
        signIns: [
          PlannedSignIn(.person(0), .office, .ago(6, 55)), PlannedSignIn(.person(0), lagos, .ago(4, 50), .risky),
          PlannedSignIn(.person(0), lagos, .ago(4, 28), .risky), PlannedSignIn(.person(0), lagos, .ago(4, 5)),
        ]),
      PlannedStory(
        rule: .newCountry, expectation: .signal(.medium),
        title: "a day after home in a country that is new in the tenant, risky, and stays an hour",
        signIns: [
          PlannedSignIn(.person(1), .home, .ago(50)), PlannedSignIn(.person(1), kinshasa, .ago(30), .risky),
          PlannedSignIn(.person(1), kinshasa, .ago(29), .risky),
        ]),
      PlannedStory(
        rule: .travel, expectation: .quiet(because: "a VPN exit that this user has used for weeks"),
        title: "from the office to a VPN exit in Frankfurt in 10 min",
        signIns: [
          PlannedSignIn(.person(3), .office, .ago(3, 10)), PlannedSignIn(.person(3), exit, .ago(3)),
          PlannedSignIn(.person(3), exit, .ago(2)),
        ]),
      PlannedStory(
        rule: .sharedAddress, expectation: .quiet(because: "the office: usual for all of them"),
        title: "six users by one address within 6 min at night, one of them risky",
        signIns: (3..<9).map { number in
          PlannedSignIn(.person(number), .office, .minutesAfterNight(number - 60), number == 5 ? .risky : .none)
        }),
      .guestOfMany(.person(2), risky: true, hoursAgo: 21),
    ])

  private static let lagos = StoryPlace.elsewhere("203.0.113.242", .lagos)
  private static let kinshasa = StoryPlace.elsewhere("203.0.113.243", .kinshasa)
  private static let exit = StoryPlace.elsewhere("198.18.255.1", .frankfurt)

  static let paris = TenantScenario(
    home: "Paris", rows: 2_600,
    people: [
      StoryPerson(habit: .office), StoryPerson(habit: .daytime([.office, pool(20, .paris), pool(30, .lyon)])),
      StoryPerson(habit: .journey(hotel, 120..<289), goesOn: true), .guest,
    ],
    stories: [
      PlannedStory(
        rule: .travel, expectation: .quiet(because: "one country, less than 1,000 km: lists of places are no better"),
        title: "an address of the same user that is listed in Toulouse, 10 min after the office",
        signIns: [
          PlannedSignIn(.person(0), .office, .ago(10)), PlannedSignIn(.person(0), pool(40, .toulouse), .ago(9, 50)),
        ]),
      PlannedStory(
        rule: .travel, expectation: .quiet(because: "one country, less than 1,000 km: a mobile network's pool"),
        title: "a telephone whose address moves from Paris to Marseille and Nice in 20 min",
        signIns: [
          PlannedSignIn(.person(1), .office, .ago(6)), PlannedSignIn(.person(1), pool(50, .marseille), .ago(5, 50)),
          PlannedSignIn(.person(1), pool(60, .nice), .ago(5, 40)),
        ]),
      PlannedStory(
        rule: .newCountry,
        expectation: .atMost(.low, because: "a holiday: not risky, and at the speed of an aeroplane"),
        title: "the first day of a week in Antalya",
        signIns: [PlannedSignIn(.person(2), hotel, .ago(288)), PlannedSignIn(.person(2), hotel, .ago(286))]),
      PlannedStory(
        rule: .travel, expectation: .quiet(because: "both cities are usual for this user by then"),
        title: "late in the same week: the hotel, and a telephone that is listed at home, 20 min later",
        signIns: [
          PlannedSignIn(.person(2), hotel, .ago(150)), PlannedSignIn(.person(2), pool(70, .paris), .ago(149, 40)),
          PlannedSignIn(.person(2), hotel, .ago(149, 20)),
        ]),
      PlannedStory(
        rule: .sharedAddress, expectation: .atMost(.low, because: "a mobile network's address, shared by all"),
        title: "six users by one address within 6 min, one of them risky",
        signIns: .round(of: (0..<6).map(StoryUser.employee), from: carrier, last: 15 * 60) { $0 == 3 }),
      PlannedStory(
        rule: .taintedAddress, expectation: .silent(because: "an address of many ordinary users, seldom risky"),
        title: "a user by a mobile network's address, an hour after another's risky sign-in",
        signIns: [PlannedSignIn(.employee(7), carrier, .ago(14))]),
      .guestOfMany(.person(3), risky: false, hoursAgo: 19),
    ],
    carrierAddress: "100.125.0.9")

  private static let hotel = StoryPlace.elsewhere("198.18.253.9", .antalya)
  private static let carrier = StoryPlace.elsewhere("100.125.0.9", .paris)

  private static func pool(_ number: Int, _ city: City) -> StoryPlace {
    .elsewhere("100.126.\(number).7", city)
  }

  static let copenhagen = TenantScenario(
    home: "København", rows: 1_800, risk: .high,
    people: [StoryPerson(habit: .office), StoryPerson(habit: .office), StoryPerson(habit: .office)],
    stories: [
      .intruder(minutesAgo: 200),
      PlannedStory(
        rule: .newCountry,
        expectation: .atMost(.low, because: "a workflow flags 9 of 100 sign-ins here: a flag says little"),
        title: "a business trip to a new country, flagged, stays an hour",
        signIns: [
          PlannedSignIn(.person(2), .home, .ago(50)),
          PlannedSignIn(.person(2), .elsewhere("198.19.254.30", .lisbon), .ago(28), .risky),
          PlannedSignIn(.person(2), .elsewhere("198.19.254.30", .lisbon), .ago(27), .risky),
        ]),
    ])
}
