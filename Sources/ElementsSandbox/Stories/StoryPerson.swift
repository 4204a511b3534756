import Assets

/// Somebody with known habits. They sign in throughout the month, so that rules know what is usual for them; from ten
/// hours before their story on they have only the sign-ins that are planned.
struct StoryPerson: Sendable {
  let habit: Habit
  /// Hours before the start without a sign-in, but for those that are planned.
  var absence: Range<Int>?
  /// Goes on as usual after a story.
  var goesOn = false
  var alias: Alias?

  enum Habit: Sendable {
    /// In the office by day, at home before and after, every fifth time by telephone; not seen at night.
    case office
    /// At home by night, and not seen by day.
    case night
    /// From each of the places in turn, at any hour.
    case anyHour([StoryPlace])
    /// From each of the places in turn, not at night.
    case daytime([StoryPlace])
    /// As `office`, but at this place for these hours before the start, with 14 hours of travel before and after.
    case journey(StoryPlace, Range<Int>)
  }

  /// A name in place of a person's.
  struct Alias: Sendable {
    let displayName: String
    /// The principal name up to the `@`.
    let account: String
  }

  /// Whether they sign in at this moment at all; `hour` is that of the tenant's clocks.
  func isPresent(hoursAgo: Int, hour: Int) -> Bool {
    guard absence?.contains(hoursAgo) != true else { return false }
    switch habit {
    case .anyHour: return true
    case .night: return StoryPerson.isNight(hour)
    case .office, .daytime: return (6..<22).contains(hour)
    case .journey(_, let away):
      let travels =
        away.upperBound..<away.upperBound + 14 ~= hoursAgo || away.lowerBound - 14..<away.lowerBound ~= hoursAgo
      return (6..<22).contains(hour) && !travels
    }
  }

  /// Where they sign in from; `turn` counts their sign-ins.
  func place(turn: Int, hoursAgo: Int, hour: Int) -> StoryPlace {
    switch habit {
    case .anyHour(let places) where !places.isEmpty, .daytime(let places) where !places.isEmpty:
      places[turn % places.count]
    case .journey(let place, let away) where away.contains(hoursAgo): place
    case .night: .home
    default: turn % 5 == 4 ? .telephone : (8..<17).contains(hour) ? .office : .home
    }
  }

  static func isNight(_ hour: Int) -> Bool { hour >= 20 || hour < 6 }
}

/// The people of a tenant's stories, and which of its rows are theirs.
struct StoryPeople: Sendable {
  private let people: [StoryPerson]
  /// From here on each has only what is planned.
  private let ends: [Int64]
  private let nightWorker: Int?

  /// So many rows from one sign-in of a person to the next.
  private static let cadence = 24
  /// Long enough for a flight, so that only planned neighbours look like travel.
  private static let pauseBefore = 10 * OfficeHours.ticksPerHour

  init(_ scenario: TenantScenario?, start: Int64, hours: OfficeHours) {
    let people = scenario?.people ?? []
    var ends = [Int64](repeating: start, count: people.count)
    for signIn in scenario?.signIns ?? [] {
      guard case .person(let number) = signIn.who, people.indices.contains(number), !people[number].goesOn else {
        continue
      }
      let ticks = signIn.moment.ticks(start: start, hours: hours)
      ends[number] = min(ends[number], ticks - StoryPeople.pauseBefore)
    }
    self.people = people
    self.ends = ends
    nightWorker = people.firstIndex { if case .night = $0.habit { true } else { false } }
  }

  func alias(of number: Int) -> StoryPerson.Alias? {
    people.indices.contains(number) ? people[number].alias : nil
  }

  /// Whose row this is, and from where; nil where it is another's.
  func visit(row: Int, ticks: Int64, start: Int64, hours: OfficeHours) -> (person: Int, place: StoryPlace)? {
    let hour = hours.hourOfDay(ticks)
    let number =
      nightWorker.map { StoryPerson.isNight(hour) ? $0 : row % StoryPeople.cadence } ?? row % StoryPeople.cadence
    guard people.indices.contains(number), ticks < ends[number] else { return nil }
    let hoursAgo = Int((start - ticks) / OfficeHours.ticksPerHour)
    guard people[number].isPresent(hoursAgo: hoursAgo, hour: hour) else { return nil }
    return (number, people[number].place(turn: row / StoryPeople.cadence, hoursAgo: hoursAgo, hour: hour))
  }
}
