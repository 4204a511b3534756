import Elements
import ElementsSandbox
import Testing

/// What is planted in the demonstration, at several moments and by several seeds.
struct PlantedStoryTests {
  static let cases: [(now: String, seed: UInt64)] = [
    ("2026-03-04T13:20:00Z", 1), ("2026-03-08T03:00:00Z", 1), ("2026-03-04T13:20:00Z", 7),
  ]

  private func world(
    _ now: String = cases[0].now, _ seed: UInt64 = 1, signIns: Int? = nil, customers: Int = 40
  ) -> SyntheticWorld {
    var configuration = SandboxConfiguration.onWednesday(signIns: signIns, customers: customers)
    configuration.now = Timestamp(iso8601: now)
    configuration.seed = seed
    return SyntheticWorld(configuration)
  }

  private func rows(_ story: PlantedStory, _ world: SyntheticWorld) throws -> [SignIn] {
    let tenant = try #require(world.tenant(story.reference))
    return tenant.signIns(.all, at: 0..<tenant.initialSignIns, of: tenant.initialSignIns).map(\.signIn)
  }

  @Test(arguments: cases)
  func `Every rule has a story that it should find, and one that only looks so`(
    now: String, seed: UInt64
  ) {
    let stories = world(now, seed).stories
    let found = Set(stories.filter { !$0.expectation.isNearMiss }.map(\.rule))
    #expect(found == Set(StoryRule.allCases))
    let nearMisses = Set(stories.filter(\.expectation.isNearMiss).map(\.rule))
    #expect(nearMisses == Set(StoryRule.allCases))
  }

  @Test func `Travel comes in all three severities`() {
    let severities = world().stories.filter { $0.rule == .travel }.compactMap { story -> StorySeverity? in
      if case .signal(let severity) = story.expectation { severity } else { nil }
    }
    #expect(Set(severities) == Set(StorySeverity.allCases))
  }

  @Test func `The same seed plants the same, another seed other people`() {
    #expect(world().stories == world().stories)
    let others = world(PlantedStoryTests.cases[0].now, 2).stories
    #expect(Set(world().stories.flatMap(\.signInIDs)).isDisjoint(with: others.flatMap(\.signInIDs)))
  }

  @Test(arguments: cases)
  func `A story's sign-ins are rows of its tenant, oldest first`(now: String, seed: UInt64) throws {
    let world = world(now, seed)
    for (reference, stories) in Dictionary(grouping: world.stories, by: \.reference) {
      let tenant = try #require(world.tenant(reference))
      guard tenant.initialSignIns < 4_000, let first = stories.first else { continue }
      let rows = try Dictionary(uniqueKeysWithValues: rows(first, world).map { ($0.id, $0) })
      for story in stories {
        let times = story.signIns.compactMap(\.loginTime)
        #expect(times == times.sorted() && Set(story.signInIDs).count == times.count)
        #expect(story.signIns.allSatisfy { rows[$0.id] == $0 && $0.ip != nil && $0.city != nil && $0.location != nil })
      }
    }
  }

  @Test(arguments: cases)
  func `Rows around planned sign-ins are newest first, their ids unique, all before the start`(
    now: String, seed: UInt64
  ) throws {
    let world = world(now, seed)
    for story in PlantedStoryTests.firstOfEachScenario(world) {
      let rows = try rows(story, world)
      let times = rows.compactMap(\.loginTime)
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 > $1 })
      #expect(try #require(times.first) < #require(Timestamp(iso8601: now)))
      #expect(Set(rows.map(\.id)).count == rows.count)
    }
  }

  /// A story of every tenant that has planned ones: those of chance are about travel, bursts and the intruder alone.
  private static func firstOfEachScenario(_ world: SyntheticWorld) -> [PlantedStory] {
    let byTenant = Dictionary(grouping: world.stories, by: \.reference).values
    return byTenant.compactMap { stories in
      stories.first { $0.expectation.isNearMiss && $0.rule != .crossTenant || $0.rule == .lateRisk }
        ?? stories.first { $0.rule == .silentTenant }
    }
  }

  @Test(arguments: cases)
  func `A flag is rare where a story needs that, and not where a workflow flags much`(now: String, seed: UInt64) throws
  {
    let world = world(now, seed)
    for story in world.stories {
      let isHighTravel = story.rule == .travel && story.expectation == .signal(.high)
      let isFlooded = story.expectation.reason?.contains("a flag says little") == true
      guard isHighTravel || isFlooded else { continue }
      let rows = try rows(story, world)
      func share(_ rows: some Collection<SignIn>) -> Double {
        Double(rows.count { $0.isRisk == true }) / Double(rows.count)
      }
      if isHighTravel {
        // Of all, and of the newest weeks and days that somebody may have read.
        for read in [rows.count, 1_000, 500] { #expect(share(rows.prefix(read)) <= 0.02) }
      } else {
        #expect(share(rows) > 0.05)
      }
    }
  }

  @Test(arguments: cases)
  func `A steady account had two networks at most, in 20 sign-ins and 14 days`(now: String, seed: UInt64) throws {
    let world = world(now, seed)
    let stories = world.stories.filter { $0.rule == .steadyAccount }
    #expect(stories.count == 3)
    for story in stories {
      let last = try #require(story.signIns.last)
      let own = try rows(story, world).filter { $0.userID == last.userID }
      let earlier = own.filter { $0.ip != last.ip }
      #expect(earlier.count >= 20 && Set(earlier.compactMap(\.ip)).count == 2)
      let oldest = try #require(own.last?.loginTime), newest = try #require(last.loginTime)
      #expect(newest.unixSeconds - oldest.unixSeconds > 14 * 86_400)
    }
  }

  @Test(arguments: cases)
  func `Travel has a neighbour from which nobody flies so fast`(now: String, seed: UInt64) throws {
    let world = world(now, seed)
    for story in world.stories where story.rule == .travel && !story.expectation.isNearMiss {
      let (start, end) = (story.signIns[0], story.signIns[1])
      let hours = Double(try #require(end.loginTime).ticks - #require(start.loginTime).ticks) / 36_000_000_000
      #expect(start.userID == end.userID && start.country != end.country && hours < 3)
      guard end.isRisk == false else { continue }
      let own = try rows(story, world).filter { $0.userID == end.userID }
      let place = try #require(own.firstIndex { $0.id == end.id })
      #expect(own[place + 1].id == start.id)
    }
  }

  @Test func `A user of a dormant account was seen five weeks before, and not since`() throws {
    let world = world()
    let story = try #require(world.stories.first { $0.rule == .dormant && !$0.expectation.isNearMiss })
    let own = try rows(story, world).filter { $0.userID == story.signIns[0].userID }
    let last = try #require(own.first?.loginTime), before = try #require(own.dropFirst().first?.loginTime)
    #expect(own.first?.id == story.signIns[0].id && last.unixSeconds - before.unixSeconds > 30 * 86_400)
  }

  @Test func `Of the silent tenants one was never silent so long, the other was`() throws {
    let world = world()
    for story in world.stories where story.rule == .silentTenant {
      let times = try rows(story, world).compactMap(\.loginTime?.unixSeconds)
      let silence = try #require(Timestamp(iso8601: PlantedStoryTests.cases[0].now)).unixSeconds - times[0]
      let longest = zip(times, times.dropFirst()).map { $0 - $1 }.max() ?? 0
      #expect(story.expectation.isNearMiss ? silence < 2 * longest : silence > 2 * longest)
    }
  }

  @Test func `A tenant of 120,000 rows has the same stories, and any row alone`() throws {
    let world = world(signIns: 120_000, customers: 4)
    let story = try #require(world.stories.first { $0.rule == .steadyAccount })
    let tenant = try #require(world.tenant(story.reference))
    let newest = tenant.signIns(.all, at: 0..<12_000, of: 120_000).map(\.signIn)
    let places = story.signInIDs.compactMap { id in newest.firstIndex { $0.id == id } }
    #expect(places.count == story.signIns.count)
    for place in places {
      #expect(tenant.signIns(.all, at: place..<place + 1, of: 120_000).map(\.signIn) == [newest[place]])
    }
  }

  @Test func `A small tenant has nothing planned but what chance brings`() {
    let rules = Set(world(signIns: 500).stories.map(\.rule))
    #expect(rules.isSubset(of: [.travel, .sharedAddress, .crossTenant]))
  }
}
