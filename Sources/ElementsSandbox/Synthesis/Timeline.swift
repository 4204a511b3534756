/// When each of a tenant's rows happened: a function from row to time that only ever rises.
///
/// It runs straight between knots, an hour apart in ordinary times, closer around stories.
struct Timeline: Sendable {
  /// `row` counts from the oldest; rows between two knots spread evenly over the time between them.
  struct Knot: Sendable {
    let row: Double
    let ticks: Int64
  }

  /// Oldest first, so rising in both fields.
  let knots: [Knot]
  let stories: [Story]
  /// The rows of a scenario's planned sign-ins, by their number among them.
  let planned: PlannedRows

  /// Ends at `now`, and reaches about 30 days back however many rows there are.
  init(rows: Int, now: Int64, hours: OfficeHours, plans: [StoryPlan]) {
    var builder = TimelineBuilder(rows: rows, days: 30, now: now, hours: hours)
    for plan in plans { builder.tell(plan) }
    builder.goBack(toRow: 0)
    knots = builder.knots.reversed()
    stories = builder.stories
    planned = PlannedRows()
  }

  /// Ends at `now` or at the pause before it, with a row for each planned sign-in at its moment.
  init(rows: Int, now: Int64, hours: OfficeHours, scenario: TenantScenario) {
    var builder = TimelineBuilder(rows: rows, days: scenario.days, now: now, hours: hours)
    var planned = PlannedRows()
    for pause in scenario.pauses {
      builder.pause(
        from: now - Int64(pause.upperBound) * OfficeHours.ticksPerHour,
        to: now - Int64(pause.lowerBound) * OfficeHours.ticksPerHour)
    }
    let moments = scenario.signIns.map { $0.moment.ticks(start: now, hours: hours) }
    for number in moments.indices.sorted(by: { (moments[$0], $0) > (moments[$1], $1) }) {
      if let row = builder.place(at: moments[number]) { planned.set(number, at: row) }
    }
    builder.goBack(toRow: 0)
    knots = builder.knots.reversed()
    stories = []
    self.planned = planned
  }

  func story(at row: Int) -> Story? {
    stories.first { $0.rows.contains(row) }
  }

  /// `jitter` in 0...1 moves the row within its own share of time; rows stay in order whatever it is.
  func ticks(ofRow row: Int, jitter: Double) -> Int64 {
    // In a story the rows keep their distances, which are what it is about.
    let spread = story(at: row) == nil && planned.number(at: row) == nil ? 0.1 + 0.8 * jitter : 0.45 + 0.1 * jitter
    return ticks(at: Double(row) + spread)
  }

  private func ticks(at row: Double) -> Int64 {
    var low = 0
    var high = knots.count - 1
    guard high > 0 else { return knots.first?.ticks ?? 0 }
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle].row <= row { low = middle } else { high = middle }
    }
    let (left, right) = (knots[low], knots[high])
    let share = (row - left.row) / (right.row - left.row)
    return left.ticks + Int64(share * Double(right.ticks - left.ticks))
  }
}
