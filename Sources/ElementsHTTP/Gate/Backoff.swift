/// Waiting times that double from try to try, half of each left to chance, so that many clients do not come back
/// together.
///
/// The "equal jitter" of M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
struct Backoff: Sendable {
  let first: Duration
  let longest: Duration

  /// `failures` counts from 1; `chance` is in 0..<1.
  func delay(after failures: Int, chance: Double) -> Duration {
    let doublings = min(max(0, failures - 1), 20)
    let whole = min(longest, first * (1 << doublings))
    return whole * (0.5 + chance / 2)
  }
}
