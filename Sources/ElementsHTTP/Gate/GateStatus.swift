/// What the gate is doing, reported whenever it changes.
public struct GateStatus: Hashable, Sendable {
  /// Requests that were sent and not yet answered, with those that nobody waits for any more.
  public let inFlight: Int
  /// Calls that wait for their turn.
  public let waiting: Int
  /// How many may be under way at once just now: fewer after the server has answered 429.
  public let limit: Int
  /// Time until calls go on, from this report; nil when the server has not asked for a pause.
  public let pause: Duration?

  public init(inFlight: Int, waiting: Int, limit: Int, pause: Duration?) {
    self.inFlight = inFlight
    self.waiting = waiting
    self.limit = limit
    self.pause = pause
  }
}
