/// How busy a tenant is at each hour of the week, in its own time.
struct OfficeHours: Sendable {
  /// Hours east of UTC: 15 degrees each, which is close enough to a legal zone for made-up people.
  let offset: Int64

  init(longitude: Double) {
    offset = Int64((longitude / 15).rounded())
  }

  static let ticksPerHour: Int64 = 36_000_000_000
  static let ticksPerDay: Int64 = 24 * ticksPerHour

  /// Relative, never 0. Hours count from 0001-01-01T00:00 UTC, which was a Monday.
  func weight(ofHour hour: Int64) -> Double {
    let local = hour + offset
    let hourOfDay = Int(((local % 24) + 24) % 24)
    let day = Int(((local / 24) % 7 + 7) % 7)
    return OfficeHours.weights[hourOfDay] * (day >= 5 ? OfficeHours.weekend : 1)
  }

  /// The last moment at or before `ticks` at which the tenant's clocks show 02:40.
  func night(before ticks: Int64) -> Int64 {
    let shift = offset * OfficeHours.ticksPerHour - OfficeHours.ticksPerHour * 8 / 3
    let local = ticks + shift
    return local - local % OfficeHours.ticksPerDay - shift
  }

  /// What the tenant's clocks show, 0...23.
  func hourOfDay(_ ticks: Int64) -> Int {
    Int(((ticks / OfficeHours.ticksPerHour + offset) % 24 + 24) % 24)
  }

  /// Weeks since 0001-01-01 of the tenant's own calendar, each from Monday on.
  func week(of ticks: Int64) -> Int {
    Int((ticks + offset * OfficeHours.ticksPerHour) / (7 * OfficeHours.ticksPerDay))
  }

  /// The sum of all weights of a week.
  static let week = weights.reduce(0, +) * (5 + 2 * weekend)

  private static let weekend = 0.12
  private static let weights: [Double] = [
    0.03, 0.03, 0.03, 0.03, 0.03, 0.06, 0.2, 0.6, 1.3, 1.6, 1.4, 1.2,
    0.8, 1.2, 1.4, 1.3, 1.1, 0.7, 0.35, 0.25, 0.2, 0.15, 0.1, 0.05,
  ]
}
