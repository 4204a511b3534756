/// Walks from now into the past and sets the knots of a `Timeline` on its way.
struct TimelineBuilder {
  /// Newest first.
  private(set) var knots: [Timeline.Knot]
  /// Newest first.
  private(set) var stories: [Story] = []

  private let rows: Int
  private let hours: OfficeHours
  private let rowsPerWeight: Double
  private var row: Double
  private var ticks: Int64

  private static let ticksPerMinute: Int64 = 600_000_000
  /// A planned row lies within two seconds of the middle of this time before and after it.
  private static let halfMargin = ticksPerMinute / 3

  init(rows: Int, days: Double, now: Int64, hours: OfficeHours) {
    self.rows = rows
    self.hours = hours
    rowsPerWeight = Double(rows) / (OfficeHours.week * days / 7)
    row = Double(rows)
    ticks = now
    knots = [Timeline.Knot(row: row, ticks: now)]
  }

  /// Goes on in ordinary times until only `target` rows are left.
  mutating func goBack(toRow target: Int) {
    while row > Double(target) { step(toRow: Double(target)) }
  }

  /// Puts one row at a moment, or as soon before it as the rows after it leave room.
  /// - Returns: the row's number; nil where no row is left.
  mutating func place(at moment: Int64) -> Int? {
    goBackByWholeRows(to: moment + TimelineBuilder.halfMargin)
    let placed = Int(row) - 1
    guard placed >= 0 else { return nil }
    setKnot(row: Double(placed + 1), ticks: ticks)
    setKnot(row: Double(placed), ticks: ticks - 2 * TimelineBuilder.halfMargin)
    return placed
  }

  /// Leaves all rows out between `end` and `start`, which is the earlier.
  mutating func pause(from start: Int64, to end: Int64) {
    goBack(to: end)
    if ticks > start { setKnot(row: row, ticks: start) }
  }

  /// Leaves a story out that would need more rows than there are.
  mutating func tell(_ plan: StoryPlan) {
    goBack(toRow: max(0, rows - plan.position))
    if let latest = plan.latestPosition { goBackToNight(notBeyond: rows - latest) }
    let (count, duration) = extent(of: plan.kind)
    let first = Int(row) - count
    guard first >= 0 else { return }
    stories.append(Story(kind: plan.kind, rows: first..<first + count))
    setKnot(row: Double(first), ticks: ticks - duration)
  }

  /// How many rows and how much time, in ticks.
  private func extent(of kind: Story.Kind) -> (rows: Int, duration: Int64) {
    switch kind {
    case .burst: return (40, 4 * TimelineBuilder.ticksPerMinute)
    case .intruder: return (3, 6 * TimelineBuilder.ticksPerMinute)
    case .traveller:
      let rows = min(24, 2 + Int(rowsPerHour * 32 / 60))
      // From the first row to the last it is 32 minutes, and half a row's share lies beyond each.
      return (rows, 32 * TimelineBuilder.ticksPerMinute * Int64(rows) / Int64(rows - 1))
    }
  }

  private mutating func goBackToNight(notBeyond limit: Int) {
    let night = hours.night(before: ticks)
    var scout = self
    while scout.ticks > night, scout.row > Double(max(0, limit)) { scout.step(toRow: Double(limit)) }
    guard scout.row > Double(limit) else { return }
    goBack(toRow: Int(scout.row))
  }

  /// The hour that ends at, or holds, the moment that was reached.
  private var hour: Int64 { (ticks - 1) / OfficeHours.ticksPerHour }

  private var rowsPerHour: Double { rowsPerWeight * hours.weight(ofHour: hour) }

  /// To the start of the hour, or to `target` if that comes first.
  private mutating func step(toRow target: Double) {
    let start = hour * OfficeHours.ticksPerHour
    let share = Double(ticks - start) / Double(OfficeHours.ticksPerHour)
    let wanted = (row - target) / rowsPerHour
    if wanted <= share {
      setKnot(row: target, ticks: ticks - max(1, Int64(wanted * Double(OfficeHours.ticksPerHour))))
    } else {
      setKnot(row: row - rowsPerHour * share, ticks: start)
    }
  }

  /// Goes on in ordinary times to `moment`, or to the first row.
  private mutating func goBack(to moment: Int64) {
    while ticks > moment, row > 0 {
      let start = max(hour * OfficeHours.ticksPerHour, moment)
      let share = Double(ticks - start) / Double(OfficeHours.ticksPerHour)
      guard row > rowsPerHour * share else { return goBack(toRow: 0) }
      setKnot(row: row - rowsPerHour * share, ticks: start)
    }
  }

  /// The same, but where less than a row lies between none is put there.
  private mutating func goBackByWholeRows(to moment: Int64) {
    guard ticks > moment else { return }
    var scout = self
    scout.goBack(to: moment)
    if row - scout.row < 1 { setKnot(row: row, ticks: moment) } else { self = scout }
  }

  private mutating func setKnot(row: Double, ticks: Int64) {
    self.row = row
    self.ticks = ticks
    knots.append(Timeline.Knot(row: row, ticks: ticks))
  }
}
