import Elements

/// A story as it stands in a tenant's rows, and what should be made of it.
public struct PlantedStory: Sendable, Equatable {
  public let rule: StoryRule
  public internal(set) var expectation: StoryExpectation
  /// What happens, in plain words.
  public internal(set) var title: String
  public let organization: String
  public let tenant: Tenant
  public let reference: TenantReference
  /// Oldest first; empty for a story about the whole tenant.
  public let signIns: [SignIn]

  public var signInIDs: [String] { signIns.map(\.id) }

  /// Principal names, each once, in the order in which they come.
  public var users: [String] { PlantedStory.distinct(signIns.compactMap(\.userPrincipalName)) }

  /// Each once, in the order in which they come.
  public var addresses: [String] { PlantedStory.distinct(signIns.compactMap(\.ip)) }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension SyntheticTenant {
  /// What a scenario plants, or chance; newest first. Whether an address is risky at other customers' too is not known
  /// here, but to `SyntheticWorld.stories`.
  func stories(organization: String) -> [PlantedStory] {
    let stories = scenario.map { plannedStories($0) } ?? timeline.stories.map(told)
    return stories.map { story, rows in
      PlantedStory(
        rule: story.rule, expectation: story.expectation, title: story.title, organization: organization,
        tenant: tenant, reference: reference, signIns: rows.map { signIn(row: $0).signIn })
    }
    .sorted { ($1.signIns.last?.loginTime ?? .earliest) < ($0.signIns.last?.loginTime ?? .earliest) }
  }

  private func plannedStories(_ scenario: TenantScenario) -> [(PlannedStory, rows: [Int])] {
    var first = 0
    return scenario.stories.map { story in
      defer { first += story.signIns.count }
      return (story, (first..<first + story.signIns.count).compactMap(timeline.planned.row(of:)).sorted())
    }
  }

  private func told(_ story: Story) -> (PlannedStory, rows: [Int]) {
    switch story.kind {
    case .traveller:
      let told = PlannedStory(
        rule: .travel, expectation: .signal(.medium),
        title: "from the office to another continent in half an hour, risky, seen there once")
      return (told, [story.rows.lowerBound, story.rows.upperBound - 1])
    case .burst:
      let told = PlannedStory(
        rule: .sharedAddress, expectation: .signal(isNewsworthy(story) ? .medium : .low),
        title: "\(story.rows.count) risky sign-ins of many users by one address within 4 min")
      return (told, Array(story.rows))
    case .intruder:
      let told = PlannedStory(rule: .crossTenant, expectation: .signal(.medium), title: Story.intruderTitle)
      return (told, travellersByIntruder + Array(story.rows))
    }
  }

  /// The first tenant's traveller has the intruder's address, before the intruder comes.
  private var travellersByIntruder: [Int] {
    guard tenantIsFirst else { return [] }
    return timeline.stories.filter { $0.kind == .traveller }.map { $0.rows.upperBound - 1 }.sorted()
  }

  /// Whether a week of rows before the story shows that its address is new.
  private func isNewsworthy(_ story: Story) -> Bool {
    ticks(ofRow: story.rows.lowerBound) - ticks(ofRow: 0) >= 7 * OfficeHours.ticksPerDay
  }
}

extension SyntheticWorld {
  /// All that is planted, tenant after tenant, but for tenants that the registration was not granted.
  public var stories: [PlantedStory] {
    let stories = customers.flatMap { customer in
      customer.tenants.flatMap { tenant -> [PlantedStory] in
        let reference = TenantReference(customerID: customer.id, tenantID: tenant.id)
        guard let tenant = self.tenant(reference), !tenant.isForbidden else { return [] }
        return tenant.stories(organization: customer.organization)
      }
    }
    let spread = IntruderSpread(stories)
    return stories.map { story in
      guard story.title == Story.intruderTitle else { return story }
      var story = story
      story.expectation = spread.expectation(of: story)
      return story
    }
  }
}
