import Elements

/// A tenant's sign-ins in the order in which they are given out, which a fault may disturb.
struct SignInList: Sendable {
  /// Neighbours that change places; a power of 2.
  private static let block = 8

  let tenant: SyntheticTenant
  let scope: SignInScope
  /// Sign-ins in all, risky or not.
  let total: Int
  /// Which neighbours change places, in 0..<8; 0 leaves the newest first.
  private let disorder: Int

  init(_ tenant: SyntheticTenant, _ scope: SignInScope, total: Int, _ dice: FaultDice) {
    self.tenant = tenant
    self.scope = scope
    self.total = total
    let isUnsorted = dice.strikes(.unsorted, tenant: tenant.reference)
    disorder =
      isUnsorted ? 1 + dice.draw(.unsorted, tenant: tenant.reference)[.jitter].below(SignInList.block - 1) : 0
  }

  var count: Int { tenant.count(scope, of: total) }

  /// The rows at `positions`, shorter where the list ends.
  func rows(_ positions: Range<Int>) -> [SyntheticSignIn] {
    guard disorder > 0 else { return tenant.signIns(scope, at: positions, of: total) }
    let count = count
    return positions.clamped(to: 0..<count).flatMap { position in
      let place = count - 1 - placeFromEnd(count - 1 - position)
      return tenant.signIns(scope, at: place..<place + 1, of: total)
    }
  }

  /// Counted from the end, which arrivals leave where it is: the disorder lasts. What arrives while the sandbox runs
  /// comes in order.
  private func placeFromEnd(_ place: Int) -> Int {
    let isLasting = place | (SignInList.block - 1) < tenant.count(scope, of: tenant.initialSignIns)
    return isLasting ? place ^ disorder : place
  }
}
