import Elements

/// Lengths of time in ticks, as rules compare them.
enum SignalTime {
  static let second = Timestamp.ticksPerSecond
  static let minute = 60 * second
  static let hour = 60 * minute
  static let day = 24 * hour

  /// The hour of the day in UTC, 0 to 23.
  static func hour(of ticks: Int64) -> Int { Int(ticks / hour % 24) }

  static func hours(_ count: Double) -> Int64 { ticks(count, of: hour) }
  static func days(_ count: Double) -> Int64 { ticks(count, of: day) }
  static func minutes(_ count: Double) -> Int64 { ticks(count, of: minute) }

  /// A threshold that is absurd is a very long time, not a trap.
  private static func ticks(_ count: Double, of unit: Int64) -> Int64 {
    let ticks = (count * Double(unit)).rounded()
    return ticks.isFinite ? Int64(max(0, min(ticks, Double(Timestamp.range.upperBound)))) : 0
  }
}
