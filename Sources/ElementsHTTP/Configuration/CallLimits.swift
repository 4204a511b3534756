/// How much is asked at once, how often, and how long a refusal for asking too much is borne.
public struct GateLimits: Hashable, Sendable {
  /// Calls under way at once, at least 1.
  public let inFlight: Int
  /// Of these, calls about one tenant, at least 1.
  public let perTenant: Int
  /// The longest that one 429 may make everybody wait, whatever its `Retry-After` says.
  public let longestPause: Duration
  /// How long after its first 429 a call is still tried again, or after the first one since any call got through. Where
  /// that 429 named a pause of at most `longestPause`, this counts from the end of it.
  ///
  /// Every pause is waited for, by those who were told of it and by those who wait for a turn alike. The first 429 that
  /// comes later than this ends them all, so a call bears 429s for at most this and two times `longestPause`.
  public let throttleDeadline: Duration
  /// How often a call is sent that meets 408, 500, 502, 503, 504 or a broken connection, at least 1. A 429 counts for
  /// nothing.
  public let tries: Int

  /// Numbers below 1 count as 1.
  public init(
    inFlight: Int = 6, perTenant: Int = 2, longestPause: Duration = .seconds(120),
    throttleDeadline: Duration = .seconds(60),
    tries: Int = 3
  ) {
    self.inFlight = max(1, inFlight)
    self.perTenant = max(1, perTenant)
    self.longestPause = longestPause
    self.throttleDeadline = throttleDeadline
    self.tries = max(1, tries)
  }
}

/// How much of one call is waited for, and how much of its answer is read.
public struct AnswerLimits: Hashable, Sendable {
  /// For name look-up, TCP and TLS together.
  public let connect: Duration
  /// For the first byte, and between any two parts of the answer.
  public let idle: Duration
  /// From sending to the last byte, without the time in the queue.
  public let whole: Duration
  /// Of an answer's body, after decompression.
  public let bytes: Int

  /// Fewer than 1 byte counts as 1.
  public init(
    connect: Duration = .seconds(10), idle: Duration = .seconds(30), whole: Duration = .seconds(60),
    bytes: Int = 16 * 1_024 * 1_024
  ) {
    self.connect = connect
    self.idle = idle
    self.whole = whole
    self.bytes = max(1, bytes)
  }
}
