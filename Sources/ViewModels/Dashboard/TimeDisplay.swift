import Elements

/// The zone in which times are shown.
public struct TimeDisplay: Sendable {
  /// A zone's rule: seconds east of UTC and the zone's abbreviation, at a moment in seconds since 1970.
  public typealias Rule = @Sendable (_ unixSeconds: Int64) -> (secondsEast: Int, abbreviation: String)

  public private(set) var isLocal: Bool
  private let localRule: Rule

  public init(isLocal: Bool = false, localRule: @escaping Rule) {
    self.isLocal = isLocal
    self.localRule = localRule
  }

  /// Seconds east of UTC in the zone shown, at what its clocks show as this many seconds since 1970.
  func secondsEast(atLocal seconds: Int64) -> Int64 {
    guard isLocal else { return 0 }
    // The offset at the same reading in UTC is off by a few hours at most; the one at the moment that it leads to is right but for the hour of a change.
    let first = Int64(localRule(seconds).secondsEast)
    return Int64(localRule(seconds - first).secondsEast)
  }

  mutating func toggle() {
    isLocal.toggle()
  }

  /// A moment on the calendar and clock of the zone, with the zone's abbreviation then.
  public func fields(of time: Timestamp) -> (time: CalendarTime, zone: String) {
    guard isLocal else { return (CalendarTime(unixSeconds: time.unixSeconds), "UTC") }
    let (secondsEast, abbreviation) = localRule(time.unixSeconds)
    return (CalendarTime(unixSeconds: time.unixSeconds + Int64(secondsEast)), abbreviation)
  }
}
