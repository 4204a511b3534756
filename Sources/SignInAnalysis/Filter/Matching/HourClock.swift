import Elements

/// Tells whether moments are in some hours of the day; remembers the zone's offsets, which take long to ask for.
struct HourClock {
  private let hours: HourSet
  private var block = Int64.min
  private var secondsEast: Int64 = 0
  private var known: [Int64: Int64] = [:]

  /// Zones change their offset at no other times than whole quarters of an hour.
  private static let blockSeconds: Int64 = 900

  init(_ hours: HourSet) {
    self.hours = hours
  }

  /// - Parameter ticks: as `Timestamp.ticks`.
  mutating func holds(atTicks ticks: Int64) -> Bool {
    guard let time = Timestamp(ticks: ticks) else { return false }
    let seconds = time.unixSeconds
    turn(to: (seconds - HourClock.remainder(seconds, HourClock.blockSeconds)) / HourClock.blockSeconds, at: seconds)
    return hours.contains(Int(HourClock.remainder(seconds + secondsEast, 86_400) / 3_600))
  }

  private mutating func turn(to next: Int64, at seconds: Int64) {
    guard next != block else { return }
    block = next
    secondsEast = known[next] ?? hours.zone.secondsEast(seconds)
    known[next] = secondsEast
  }

  /// Never negative.
  private static func remainder(_ number: Int64, _ divisor: Int64) -> Int64 {
    let remainder = number % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
