import Assets

/// Sign-ins that are put into a tenant at chosen times, and what should be made of them.
struct PlannedStory: Sendable {
  let rule: StoryRule
  let expectation: StoryExpectation
  /// What happens, in plain words, without names.
  let title: String
  /// Of a story about a whole tenant there are none.
  var signIns: [PlannedSignIn] = []
}

struct PlannedSignIn: Sendable {
  let who: StoryUser
  let from: StoryPlace
  let moment: StoryMoment
  var risk = PlannedRisk.none
}

enum StoryUser: Sendable, Hashable {
  /// The n-th of the tenant's `StoryPerson`s.
  case person(Int)
  /// The n-th of the other people.
  case employee(Int)
}

enum StoryPlace: Sendable, Equatable {
  case office
  /// The user's own.
  case home
  /// A mobile network, where the tenant is.
  case telephone
  case elsewhere(String, City)
}

enum StoryMoment: Sendable {
  /// Before the sandbox's start.
  case minutesAgo(Int)
  /// After the last 02:40 by the tenant's clocks that is at least an hour before the start.
  case minutesAfterNight(Int)

  static func ago(_ hours: Int, _ minutes: Int = 0) -> StoryMoment { .minutesAgo(60 * hours + minutes) }

  func ticks(start: Int64, hours: OfficeHours) -> Int64 {
    let minute = OfficeHours.ticksPerHour / 60
    return switch self {
    case .minutesAgo(let minutes): start - Int64(minutes) * minute
    case .minutesAfterNight(let minutes):
      hours.night(before: start - OfficeHours.ticksPerHour) + Int64(minutes) * minute
    }
  }
}

enum PlannedRisk: Sendable {
  case none, risky
  /// Not risky at the start, risky after `SandboxConfiguration.lateRisk`.
  case later
}

extension PlannedSignIn {
  init(_ who: StoryUser, _ from: StoryPlace, _ moment: StoryMoment, _ risk: PlannedRisk = .none) {
    self.init(who: who, from: from, moment: moment, risk: risk)
  }
}

extension [PlannedSignIn] {
  /// Each of `users` once, a minute apart, the last one at `last`.
  static func round(
    of users: [StoryUser], from place: StoryPlace, last: Int, risky: (Int) -> Bool
  ) -> [PlannedSignIn] {
    users.enumerated().map { number, user in
      PlannedSignIn(user, place, .minutesAgo(last + users.count - 1 - number), risky(number) ? .risky : .none)
    }
  }
}
