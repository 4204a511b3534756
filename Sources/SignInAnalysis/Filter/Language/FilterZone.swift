/// The zone in which a filter reads dates and hours. Zones of one name are the same.
public struct FilterZone: Sendable {
  public let name: String
  /// How far its clocks are ahead of UTC, in seconds, at a moment in seconds since 1970-01-01T00:00:00Z.
  let secondsEast: @Sendable (_ unixSeconds: Int64) -> Int64

  public init(name: String, secondsEast: @escaping @Sendable (_ unixSeconds: Int64) -> Int64) {
    self.name = name
    self.secondsEast = secondsEast
  }

  public static let utc = FilterZone(name: "UTC") { _ in 0 }

  /// The moment at which its clocks show what is `seconds` after 1970-01-01T00:00:00 on them.
  func unixSeconds(ofLocal seconds: Int64) -> Int64 {
    // The offset at the same reading in UTC is off by some hours at most; the one at the moment to which that leads is
    // right but for the hour of a change.
    seconds - secondsEast(seconds - secondsEast(seconds))
  }
}

extension FilterZone: Hashable {
  public static func == (left: FilterZone, right: FilterZone) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}
