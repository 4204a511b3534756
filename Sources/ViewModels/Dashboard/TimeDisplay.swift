import Elements
import SignInAnalysis

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

  /// The zone shown, as a filter reads dates and hours.
  var zone: FilterZone {
    isLocal ? FilterZone(name: "local") { [localRule] in Int64(localRule($0).secondsEast) } : .utc
  }

  mutating func toggle() {
    isLocal.toggle()
  }

  /// A moment on the calendar and clock of the zone, with the zone's abbreviation then.
  public func fields(of time: Timestamp) -> (time: CalendarTime, zone: String) {
    isLocal ? localFields(of: time) : (CalendarTime(unixSeconds: time.unixSeconds), "UTC")
  }

  /// `21:59`.
  public func clock(of time: Timestamp) -> String {
    let (fields, _) = fields(of: time)
    return [fields.hour, fields.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// The same in this machine's zone, whichever is shown.
  func localFields(of time: Timestamp) -> (time: CalendarTime, zone: String) {
    let (secondsEast, abbreviation) = localRule(time.unixSeconds)
    return (CalendarTime(unixSeconds: time.unixSeconds + Int64(secondsEast)), abbreviation)
  }
}
