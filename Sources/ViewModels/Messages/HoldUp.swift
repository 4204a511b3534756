import Elements

/// A pause that the server has asked for.
public struct HoldUp: Hashable, Sendable {
  /// When calls go on.
  public let end: Timestamp
  /// Calls that waited when the pause began.
  public let waiting: Int

  public init(end: Timestamp, waiting: Int) {
    self.end = end
    self.waiting = waiting
  }

  public var words: Wording {
    waiting == 0
      ? "the server asks to wait: going on at \(end)"
      : "the server asks to wait: going on at \(end), \(waiting.counted("call")) waiting"
  }
}
