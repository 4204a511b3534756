import Elements
import Synchronization

/// Sign-ins that arrived because a fault had them arrive, by tenant.
final class Shifts: Sendable {
  private let dice: FaultDice
  private let arrived = Mutex<[TenantReference: Int]>([:])
  private static let most = 7

  init(_ dice: FaultDice) {
    self.dice = dice
  }

  /// How many there are when the `call`-th call reads a page of the tenant's sign-ins.
  func arrivals(_ tenant: TenantReference, call: UInt64) -> Int {
    let new = dice.strikes(.shift, call: call) ? 1 + dice.draw(.shift, call: call)[.size].below(Shifts.most) : 0
    return arrived.withLock { arrived in
      guard new > 0 else { return arrived[tenant] ?? 0 }
      arrived[tenant, default: 0] += new
      return arrived[tenant] ?? 0
    }
  }
}
