/// A moment in UTC, exact to 100 nanoseconds, in the proleptic Gregorian calendar.
///
/// The unit and origin are those of .NET's `DateTime.Ticks`, which one dialect of the API sends as it is:
/// 638907426550000000 is 2025-08-14T04:30:55Z.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// 100-nanosecond units since 0001-01-01T00:00:00 UTC, in `Timestamp.range`.
  public let ticks: Int64

  public static let ticksPerSecond: Int64 = 10_000_000
  /// From the year 1 to the end of the year 9999, as .NET's `DateTime`.
  public static let range: ClosedRange<Int64> = 0...3_155_378_975_999_999_999

  /// The first moment of the year 1.
  public static let earliest = Timestamp(checkedTicks: 0)

  private init(checkedTicks: Int64) {
    ticks = checkedTicks
  }

  static let secondsFromOriginToUnixEpoch: Int64 = 62_135_596_800

  /// Nil outside `Timestamp.range`.
  public init?(ticks: Int64) {
    guard Timestamp.range.contains(ticks) else { return nil }
    self.ticks = ticks
  }

  /// Nil outside `Timestamp.range`.
  public init?(unixSeconds: Int64) {
    let (seconds, overflow) = unixSeconds.addingReportingOverflow(Timestamp.secondsFromOriginToUnixEpoch)
    guard !overflow, (0...Timestamp.range.upperBound / Timestamp.ticksPerSecond).contains(seconds) else { return nil }
    self.ticks = seconds * Timestamp.ticksPerSecond
  }

  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  public var unixSeconds: Int64 {
    ticks / Timestamp.ticksPerSecond - Timestamp.secondsFromOriginToUnixEpoch
  }

  /// What is left of the second, in ticks.
  public var subsecondTicks: Int64 {
    ticks % Timestamp.ticksPerSecond
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.ticks < right.ticks
  }
}
