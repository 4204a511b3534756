import Elements

/// Tells whether moments are in some hours of the day.
struct HourClock {
  private let hours: HourSet
  private var clock: ZoneClock

  init(_ hours: HourSet) {
    self.hours = hours
    clock = ZoneClock(hours.zone)
  }

  /// - Parameter ticks: as `Timestamp.ticks`.
  mutating func holds(atTicks ticks: Int64) -> Bool {
    clock.hours(atTicks: ticks).map { hours.contains(Int($0.flooredRemainder(by: 24))) } ?? false
  }
}
