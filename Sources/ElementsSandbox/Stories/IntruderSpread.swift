import Elements

/// Where the address that many customers see was risky within 24 hours at two or more of them.
struct IntruderSpread {
  /// Windows with at least two customers, those that overlap as one, and the most customers that one of them holds.
  private var runs: [(times: ClosedRange<Int64>, customers: Int)] = []

  private static let window: Int64 = 24 * OfficeHours.ticksPerHour

  init(_ stories: [PlantedStory]) {
    let sightings = stories.flatMap { story in
      story.signIns.compactMap { signIn in
        signIn.ip == Attacker.everywhere.address
          ? signIn.loginTime.map { (ticks: $0.ticks, customer: story.reference.customerID) } : nil
      }
    }
    .sorted { $0.ticks < $1.ticks }
    for (index, sighting) in sightings.enumerated() {
      let near = sightings[...index].filter { $0.ticks >= sighting.ticks - IntruderSpread.window }
      let customers = Set(near.map(\.customer)).count
      guard customers > 1, let first = near.first?.ticks else { continue }
      if let last = runs.last, last.times.upperBound >= first {
        runs[runs.count - 1] = (last.times.lowerBound...sighting.ticks, max(last.customers, customers))
      } else {
        runs.append((first...sighting.ticks, customers))
      }
    }
  }

  func expectation(of story: PlantedStory) -> StoryExpectation {
    let times = story.signIns.compactMap(\.loginTime?.ticks)
    let run = runs.first { run in times.contains(where: run.times.contains) }
    guard let run else { return .silent(because: "no other customer has it within 24 hours") }
    return .signal(run.customers > 2 ? .medium : .low)
  }
}
