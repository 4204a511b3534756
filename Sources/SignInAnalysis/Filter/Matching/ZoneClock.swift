import Elements

/// Tells what a zone's clocks show; remembers the zone's offsets, which take long to ask for.
struct ZoneClock: Sendable {
  let zone: FilterZone
  private var block = Int64.min
  private var secondsEast: Int64 = 0
  private var known: [Int64: Int64] = [:]

  /// Zones change their offset at no other times than whole quarters of an hour.
  private static let blockSeconds: Int64 = 900

  init(_ zone: FilterZone) {
    self.zone = zone
  }

  /// Whole hours from 1970-01-01T00:00 on the zone's clocks; nil for what is no time.
  /// - Parameter ticks: as `Timestamp.ticks`.
  mutating func hours(atTicks ticks: Int64) -> Int64? {
    guard let time = Timestamp(ticks: ticks) else { return nil }
    let seconds = time.unixSeconds
    turn(to: seconds.flooredQuotient(by: ZoneClock.blockSeconds), at: seconds)
    return (seconds + secondsEast).flooredQuotient(by: 3_600)
  }

  private mutating func turn(to next: Int64, at seconds: Int64) {
    guard next != block else { return }
    block = next
    secondsEast = known[next] ?? zone.secondsEast(seconds)
    known[next] = secondsEast
  }
}
