import Elements

/// How many risky actions of a tenant the server has told at one time.
public struct ActionReading: Hashable, Sendable {
  public let risky: Int
  public let time: Timestamp

  public init(risky: Int, at time: Timestamp) {
    self.risky = risky
    self.time = time
  }
}
