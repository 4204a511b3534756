/// An attack that a technician should find: some rows of a tenant, one after the other.
struct Story: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// One user at home, and half an hour later (the last row) on another continent.
    case traveller
    /// Forty users by one address within minutes, at night if one is near.
    case burst
    /// The one address that shows up in several customers' tenants.
    case intruder
  }

  static let intruderTitle = "one address, risky within 24 hours at several customers"

  let kind: Kind
  /// Counted from the oldest row.
  let rows: Range<Int>

  /// Whether the sign-in is called risky; nil where the row is not part of the story's point.
  func isRisky(row: Int) -> Bool? {
    guard kind == .traveller else { return true }
    if row == rows.lowerBound { return false }
    return row == rows.upperBound - 1 ? true : nil
  }
}

/// A story to be told, and where.
struct StoryPlan: Sendable {
  let kind: Story.Kind
  /// Rows that are newer than the story at the least.
  let position: Int
  /// Rows that are newer than the story at the most, if it waits for the night; nil does not wait.
  var latestPosition: Int?

  /// Fewer rows than this give no room for a story.
  static let fewestRows = 200

  /// Newest first. The first tenant has one of each among its newest 200 rows.
  static func plans(tenantNumber: Int, rows: Int, hash: Hash) -> [StoryPlan] {
    guard rows >= fewestRows else { return [] }
    let shift = tenantNumber == 0 ? 0 : hash[.place].below(9)
    var plans: [StoryPlan] = []
    if tenantNumber % 16 == 0 { plans.append(StoryPlan(kind: .intruder, position: 4 + shift)) }
    if tenantNumber == 0 || hash[.city].below(5) == 0 {
      plans.append(StoryPlan(kind: .traveller, position: 14 + shift))
    }
    if tenantNumber == 0 || hash[.user].below(6) == 0 {
      plans.append(StoryPlan(kind: .burst, position: 50 + shift, latestPosition: 155))
    }
    return plans + olderPlans(rows: rows, hash: hash)
  }

  private static func olderPlans(rows: Int, hash: Hash) -> [StoryPlan] {
    guard rows >= 10 * fewestRows else { return [] }
    var plans: [StoryPlan] = []
    if hash[.trip].below(2) == 0 { plans.append(StoryPlan(kind: .traveller, position: rows / 3)) }
    if hash[.blemish].below(3) == 0 {
      plans.append(StoryPlan(kind: .burst, position: rows / 2, latestPosition: rows / 2 + rows / 10))
    }
    return plans
  }
}
