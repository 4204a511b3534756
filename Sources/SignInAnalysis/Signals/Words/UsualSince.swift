/// From when on something, such as an address, is usual for a user: after 3 sign-ins that are not risky, each 20 h from
/// the others at least, and 72 h after the first of them.
struct UsualSince: Sendable {
  static let signIns = 3
  static let apart = 20 * SignalTime.hour
  static let age = 72 * SignalTime.hour

  /// In ticks; nil while it is not usual.
  private(set) var ticks: Int64?
  private var first: Int64 = 0
  private var last: Int64 = 0
  private var count = 0

  /// Adds the next sign-in that is not risky; not earlier than those before.
  mutating func add(_ time: Int64) {
    guard ticks == nil, count == 0 || time - last >= UsualSince.apart else { return }
    if count == 0 { first = time }
    last = time
    count += 1
    // What a sign-in makes usual is usual after it, not at it.
    if count == UsualSince.signIns { ticks = max(time + 1, first + UsualSince.age) }
  }
}
