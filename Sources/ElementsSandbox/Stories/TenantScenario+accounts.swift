import Assets

/// Stories about accounts, and about tenants as a whole.
extension TenantScenario {
  static let berlin = TenantScenario(
    home: "Berlin", rows: 2_600,
    people: [
      .service("svc-sync", [.office, dataCentre]), .service("svc-scan", [.office]), StoryPerson(habit: .office),
      StoryPerson(habit: .night),
    ],
    stories: [
      PlannedStory(
        rule: .steadyAccount, expectation: .signal(.high),
        title: "a service account, for weeks in two networks, stays two hours in a third",
        signIns: [
          PlannedSignIn(.person(0), thirdNetwork, .ago(20)), PlannedSignIn(.person(0), thirdNetwork, .ago(19, 10)),
          PlannedSignIn(.person(0), thirdNetwork, .ago(18)),
        ]),
      PlannedStory(
        rule: .steadyAccount, expectation: .signal(.medium),
        title: "a service account, for weeks in one network, is seen once in a second and a third",
        signIns: [
          PlannedSignIn(.person(1), dataCentre, .ago(48)),
          PlannedSignIn(.person(1), .elsewhere("203.0.113.245", .berlin), .ago(44)),
        ]),
      PlannedStory(
        rule: .oddHour, expectation: .signal(.low), title: "somebody who works by day, at 02:40",
        signIns: [PlannedSignIn(.person(2), .home, .minutesAfterNight(0))]),
      PlannedStory(
        rule: .oddHour, expectation: .silent(because: "a night worker: the hour is usual"),
        title: "a night worker, at 02:30", signIns: [PlannedSignIn(.person(3), .home, .minutesAfterNight(-10))]),
    ],
    routine: roundTheClock(.person(0), [.office, dataCentre], from: 27)
      + roundTheClock(.person(1), [.office], from: 53))

  /// Every seven hours, so that a week has them in each hour of the day.
  private static func roundTheClock(_ who: StoryUser, _ places: [StoryPlace], from hours: Int) -> [PlannedSignIn] {
    stride(from: hours, to: 28 * 24, by: 7).enumerated().map { number, hours in
      PlannedSignIn(who, places[number % places.count], .ago(hours, 11))
    }
  }

  private static let dataCentre = StoryPlace.elsewhere("198.18.252.10", .berlin)
  private static let thirdNetwork = StoryPlace.elsewhere("203.0.113.244", .berlin)

  static let madrid = TenantScenario(
    home: "Madrid", rows: 3_600, days: 45,
    people: [
      .service("svc-print", moving, absence: 0..<74), StoryPerson(habit: .office, absence: 0..<850),
      StoryPerson(habit: .office, absence: 66..<600), .service("svc-backup", moving), .service("svc-doors", moving),
      .service("svc-mail", moving),
    ],
    stories: [
      PlannedStory(
        rule: .steadyAccount,
        expectation: .atMost(.low, because: "the office moved, and the other service accounts with it"),
        title: "a service account in a network where the office has been since two days before",
        signIns: [
          PlannedSignIn(.person(0), .office, .ago(20)), PlannedSignIn(.person(0), .office, .ago(19, 10)),
          PlannedSignIn(.person(0), .office, .ago(18)),
        ]),
      PlannedStory(
        rule: .dormant, expectation: .signal(.low), title: "a user who was not seen for five weeks",
        signIns: [PlannedSignIn(.person(1), .home, .ago(8))]),
      PlannedStory(
        rule: .dormant, expectation: .silent(because: "away for three weeks, not for 30 days"),
        title: "a user who was not seen for three weeks", signIns: [PlannedSignIn(.person(2), .home, .ago(65))]),
    ],
    officeMove: 70)

  private static let moving = [StoryPlace.office, .elsewhere("198.18.252.20", .madrid)]

  static let warsaw = TenantScenario(
    home: "Warsaw", rows: 1_500,
    stories: [
      PlannedStory(
        rule: .silentTenant, expectation: .signal(.medium),
        title: "a busy tenant without a sign-in for six days")
    ],
    pauses: [0..<144])

  static let lisbon = TenantScenario(
    home: "Lisbon", rows: 1_200,
    stories: [
      PlannedStory(
        rule: .silentTenant, expectation: .silent(because: "closed for eight days a fortnight ago: three are no news"),
        title: "a tenant without a sign-in for three days")
    ],
    pauses: [0..<72, 336..<528])
}

extension StoryPerson {
  fileprivate static func service(_ name: String, _ places: [StoryPlace], absence: Range<Int>? = nil) -> StoryPerson {
    StoryPerson(habit: .anyHour(places), absence: absence, alias: Alias(displayName: name, account: name))
  }
}
