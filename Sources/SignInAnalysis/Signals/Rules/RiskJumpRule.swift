/// `risk-jump`: the risky actions of a tenant are 3 standard deviations and 5 above the mean of 7 earlier readings. Low;
/// off unless asked for, since the API does not say over which period it counts.
public struct RiskJumpRule: Hashable, Sendable {
  public var isEnabled = false
  /// Earlier ones, at least.
  public var readings = 7
  /// At least.
  public var deviations = 3.0
  /// At least.
  public var actions = 5.0

  public init() {}

  public func find(_ count: Int, after earlier: [Int]) -> CountJump? {
    guard earlier.count >= max(1, readings) else { return nil }
    let mean = earlier.reduce(0.0) { $0 + Double($1) } / Double(earlier.count)
    let variance = earlier.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(earlier.count)
    let excess = Double(count) - mean
    guard excess >= actions, excess >= deviations * variance.squareRoot() else { return nil }
    return CountJump(count: count, mean: mean, deviation: variance.squareRoot(), readings: earlier.count)
  }
}
