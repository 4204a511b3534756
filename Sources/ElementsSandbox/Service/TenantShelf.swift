import Elements
import Synchronization

/// Tenants that were made lately, so that page after page of one costs its making once.
final class TenantShelf: Sendable {
  private let world: SyntheticWorld
  private let tenants = Mutex<[TenantReference: SyntheticTenant]>([:])
  /// A tenant takes 15 KB, a very large one 200 KB.
  private static let room = 64

  init(_ world: SyntheticWorld) {
    self.world = world
  }

  func tenant(_ reference: TenantReference) -> SyntheticTenant? {
    if let known = tenants.withLock({ $0[reference] }) { return known }
    guard let made = world.tenant(reference) else { return nil }
    tenants.withLock { tenants in
      if tenants.count >= TenantShelf.room { tenants.removeAll(keepingCapacity: true) }
      tenants[reference] = made
    }
    return made
  }
}
