import Elements

/// What a filter's times are read against.
public struct FilterContext: Sendable {
  /// What `24h` and its like count back from.
  public let now: Timestamp
  /// How far a zone's clock is ahead of UTC, in seconds, when it shows a local time; given as seconds since 1970-01-01T00:00:00
  /// on that clock. For dates, and for date-times without an offset.
  public let secondsEast: @Sendable (_ localUnixSeconds: Int64) -> Int64

  /// The zone is UTC unless another is given.
  public init(now: Timestamp, secondsEast: @escaping @Sendable (_ localUnixSeconds: Int64) -> Int64 = { _ in 0 }) {
    self.now = now
    self.secondsEast = secondsEast
  }
}
