import Elements
import SignInAnalysis

/// What has been read of one tenant, for as long as the program runs: sign-ins, counts, errors, and when.
@MainActor
public final class TenantStore {
  public let tenant: TenantReference
  /// The tenant's among those of the fleet; the same for as long as the program runs.
  public let number: TenantNumber
  public let counts: TenantCounts
  /// By the head of the list of risky sign-ins.
  public private(set) lazy var risk = TenantRisk(of: tenant, list: list(.risky), in: surroundings)
  let table: TenantTable
  private var lists: [SignInScope: PagedSignIns] = [:]
  private var holds: [TenantHold: Int] = [:]
  private let surroundings: FleetSurroundings

  init(of tenant: TenantReference, number: TenantNumber, in surroundings: FleetSurroundings) {
    self.tenant = tenant
    self.number = number
    self.surroundings = surroundings
    counts = TenantCounts(of: tenant, in: surroundings)
    table = TenantTable(number: number, in: surroundings)
  }

  public func list(_ scope: SignInScope) -> PagedSignIns {
    if let list = lists[scope] { return list }
    let (client, tenant) = (surroundings.client, tenant)
    let list = PagedSignIns(scope: scope, of: table) { request, priority throws(ElementsError) in
      try await client.signIns(tenant, request, scope, priority)
    }
    lists[scope] = list
    return list
  }

  /// Nil for a list that nobody has asked for.
  func knownList(_ scope: SignInScope) -> PagedSignIns? { lists[scope] }

  /// Sign-ins of both lists.
  public var rowCount: Int { table.count }

  /// All that was read of the tenant's sign-ins, as it is now.
  public var snapshot: SignInSnapshot { table.snapshot }

  // MARK: Staying

  /// Keeps the tenant's rows until as many `release`s for the same reason.
  public func hold(for reason: TenantHold) {
    let wasHeld = isHeld
    holds[reason, default: 0] += 1
    if !wasHeld { surroundings.holdChanged(self) }
  }

  public func release(_ reason: TenantHold) {
    guard let count = holds[reason] else { return }
    holds[reason] = count > 1 ? count - 1 : nil
    if !isHeld { surroundings.holdChanged(self) }
  }

  var isHeld: Bool { !holds.isEmpty }

  /// Forgets the sign-ins: the lists are as if they had never been read. Counts stay.
  func forget() {
    table.forget()
    for list in lists.values { list.forget() }
  }
}

/// Why a tenant's rows must stay.
public enum TenantHold: Hashable, Sendable, CaseIterable {
  /// It is on the screen.
  case open
  /// Going back leads to it.
  case wayBack
  /// Sign-ins of it are marked.
  case marked
  /// Its sign-ins are part of what is being examined.
  case examined
}
