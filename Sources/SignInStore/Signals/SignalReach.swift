import Elements
import SignInAnalysis

/// How many tenants are read back to a time without a gap: what signals rest on. It follows what is read, page by
/// page.
@MainActor
public final class SignalReach {
  public let since: Timestamp
  private let fleet: Fleet
  private var reached: Set<TenantNumber> = []

  public init(backTo since: Timestamp, in fleet: Fleet) {
    self.since = since
    self.fleet = fleet
    for reference in fleet.references { look(at: fleet.store(of: reference).number) }
    fleet.pagesTaken.add(self) { [weak self] in self?.look(at: $0) }
    fleet.tableChanges.add(self) { [weak self] change in
      if change.isForgotten { self?.reached.remove(change.tenant) }
    }
  }

  /// Tenants of which all sign-ins since then are read.
  public var count: Int { reached.count }

  private func look(at tenant: TenantNumber) {
    if fleet.store(tenant)?.isRead(backTo: since) ?? false {
      reached.insert(tenant)
    } else {
      reached.remove(tenant)
    }
  }
}

extension TenantStore {
  /// Down to when all sign-ins are read without a gap; nil where that is unknown.
  public var readDownTo: Timestamp? {
    guard let list = knownList(.all), list.isNewestFirst else { return nil }
    return list.headRun?.oldest
  }

  /// Whether all sign-ins since a time are read without a gap.
  func isRead(backTo since: Timestamp) -> Bool {
    guard let list = knownList(.all), let run = list.headRun else { return false }
    return run.isWhole || list.hasPassed(since)
  }
}
