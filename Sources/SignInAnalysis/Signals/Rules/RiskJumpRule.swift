/// `risk-jump`: the risky actions of a tenant are 3 standard deviations and 5 above the mean of 7 earlier readings.
/// Low; off unless asked for, since the API does not say over which period it counts. About the tenant.
///
/// Readings are those of this run of the program, each answer of the server one: nothing is asked for the rule's sake.
public struct RiskJumpRule: Hashable, Sendable {
  public var isEnabled = false
  /// Earlier ones, at least.
  public var readings = 7
  /// At least.
  public var deviations = 3.0
  /// At least.
  public var actions = 5.0

  public init() {}

  /// Whether the last reading is far above those before.
  /// - Parameter readings: earliest first.
  func find(_ readings: [ActionReading]) -> CountJump? {
    let earlier = readings.dropLast()
    guard let last = readings.last, let first = earlier.first, earlier.count >= self.readings else { return nil }
    let mean = earlier.reduce(0.0) { $0 + Double($1.risky) } / Double(earlier.count)
    let squares = earlier.reduce(0.0) { $0 + (Double($1.risky) - mean) * (Double($1.risky) - mean) }
    let variance = squares / Double(earlier.count)
    let (excess, deviation) = (Double(last.risky) - mean, variance.squareRoot())
    guard excess >= actions, excess >= deviations * deviation else { return nil }
    return CountJump(
      count: last.risky, mean: mean, deviation: deviation, readings: earlier.count, since: first.time.ticks)
  }
}
