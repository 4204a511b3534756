import Elements

/// How many sign-ins fell into each hour of UTC.
public struct HourlyTally: Sendable {
  private var counts: [Int64: Int] = [:]
  private var newestHour: Int64?

  public init() {}

  /// Counts a sign-in; one without a time is left out.
  public mutating func count(_ time: Timestamp?) {
    guard let time else { return }
    let hour = time.ticks / (3_600 * Timestamp.ticksPerSecond)
    counts[hour, default: 0] += 1
    newestHour = max(newestHour ?? hour, hour)
  }

  /// Counts what another one has counted.
  public mutating func add(_ other: HourlyTally) {
    counts.merge(other.counts, uniquingKeysWith: +)
    if let hour = other.newestHour { newestHour = max(newestHour ?? hour, hour) }
  }

  /// The counts of the last hours up to the newest hour that has any, oldest first; empty while nothing was counted.
  public func newest(hours: Int) -> [Int] {
    guard let newestHour, hours > 0 else { return [] }
    return (newestHour - Int64(hours) + 1...newestHour).map { counts[$0] ?? 0 }
  }
}
