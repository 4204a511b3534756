import SignInAnalysis
import SignInStore

/// The marked sign-ins of the whole dashboard: every list of sign-ins shows them, and none takes them away by being
/// left.
///
/// A mark belongs to a sign-in of a tenant. It is kept as a row, which stays the same sign-in: a tenant with marks is
/// held, so that its rows are never forgotten and numbered anew.
@MainActor
final class Marks {
  private(set) var rows: Set<FleetRow> = []
  private var counts: [TenantNumber: Int] = [:]
  private let fleet: Fleet

  init(of fleet: Fleet) {
    self.fleet = fleet
  }

  /// How many sign-ins of a tenant are marked.
  func count(of tenant: TenantNumber) -> Int { counts[tenant] ?? 0 }

  func mark(_ others: some Sequence<FleetRow>) {
    for row in others where rows.insert(row).inserted {
      counts[row.tenant, default: 0] += 1
      if counts[row.tenant] == 1 { fleet.store(row.tenant)?.hold(for: .marked) }
    }
  }

  func unmark(_ others: some Sequence<FleetRow>) {
    for row in others where rows.remove(row) != nil {
      counts[row.tenant, default: 1] -= 1
      guard counts[row.tenant] == 0 else { continue }
      counts[row.tenant] = nil
      fleet.store(row.tenant)?.release(.marked)
    }
  }

  /// - Returns: how many there were.
  func clear() -> Int {
    let count = rows.count
    unmark(Array(rows))
    return count
  }
}
