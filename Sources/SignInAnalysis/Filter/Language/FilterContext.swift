import Elements

/// What a filter's times are read against.
public struct FilterContext: Sendable {
  /// What `24h` and its like count back from, and on whose day `today` begins.
  public let now: Timestamp
  /// For dates, hours, and date-times without an offset.
  public let zone: FilterZone

  public init(now: Timestamp, zone: FilterZone = .utc) {
    self.now = now
    self.zone = zone
  }
}
