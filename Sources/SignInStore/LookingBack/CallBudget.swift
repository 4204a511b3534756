import Elements

/// How many calls may be made in any minute by what reads in the background. Who makes calls says so afterwards, so
/// that none is missed; where more were made than there was room for, the next ones wait for as long.
@MainActor
public final class CallBudget {
  nonisolated public static let usual = 60

  public let callsPerMinute: Int
  /// Calls that may be made now; below 0 where too many were made.
  public private(set) var left: Int
  private let pause: @Sendable (Duration) async -> Void
  /// Those who wait for calls; who came last is served first.
  private var waiting: [Waiter] = []

  private struct Waiter {
    weak var owner: AnyObject?
    let wake: @MainActor () -> Void
  }

  /// - Parameter pause: returns after a while.
  public init(callsPerMinute: Int = CallBudget.usual, pause: @escaping @Sendable (Duration) async -> Void) {
    self.callsPerMinute = max(1, callsPerMinute)
    self.pause = pause
    left = self.callsPerMinute
  }

  /// Says that calls were made, which come back in a minute.
  func spend(_ calls: Int) {
    guard calls > 0 else { return }
    left -= calls
    Task { [weak self, pause] in
      await pause(.seconds(60))
      self?.giveBack(calls)
    }
  }

  /// - Parameter wake: told when there are calls again; must not hold the owner.
  func wait(_ owner: AnyObject, wake: @escaping @MainActor () -> Void) {
    leave(owner)
    waiting.append(Waiter(owner: owner, wake: wake))
  }

  func leave(_ owner: AnyObject) {
    waiting.removeAll { $0.owner === owner || $0.owner == nil }
  }

  private func giveBack(_ calls: Int) {
    left += calls
    for waiter in waiting.reversed() where left > 0 && waiter.owner != nil { waiter.wake() }
  }
}
