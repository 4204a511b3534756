/// How many calls of the API are answered within a stretch of time; the token endpoint is spared.
///
/// The first stretch begins with the first call, and each one after it with the first call behind its end. They do not
/// slide: around the end of one, up to twice as many calls are answered within a period.
public struct RateLimit: Sendable, Hashable {
  /// At least 1.
  public let calls: Int
  /// Longer than nothing.
  public let period: Duration

  /// Nil for fewer than one call, or a period that is none.
  public init?(calls: Int, period: Duration) {
    guard calls >= 1, period > .zero else { return nil }
    self.calls = calls
    self.period = period
  }

  /// Reads calls and seconds, as in `10/5`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let calls = Int(parts[0]), let seconds = Double(parts[1]),
      (0.001...1_000_000).contains(seconds)
    else { return nil }
    self.init(calls: calls, period: .seconds(seconds))
  }
}
