/// `odd-hour`: an hour of the day in UTC that holds, with the hours beside it, around midnight too, less than 1 % of 50
/// earlier sign-ins of this user. Low; off unless asked for.
public struct OddHourRule: Hashable, Sendable {
  public var isEnabled = false
  /// Earlier ones, at least.
  public var signIns = 50
  /// Less than.
  public var percent = 1.0

  public init() {}

  /// - Parameter rows: of one user, in order.
  func find(_ rows: [SignalRow]) -> [SignalHit] {
    var counts = Array(repeating: 0, count: 24)
    return rows.enumerated().compactMap { index, row in
      let hour = SignalTime.hour(of: row.ticks)
      let near = counts[(hour + 23) % 24] + counts[hour] + counts[(hour + 1) % 24]
      counts[hour] += 1
      guard index >= signIns, Double(near) * 100 < percent * Double(index) else { return nil }
      return SignalHit(.oddHour(HourShare(hour: hour, near: near, earlier: index)), at: row)
    }
  }
}
