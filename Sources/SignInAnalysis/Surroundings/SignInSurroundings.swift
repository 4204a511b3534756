import Elements

/// What was read around one sign-in: of its user before and after, and of its address and user in other tenants.
public struct SignInSurroundings: Hashable, Sendable {
  /// Nil where the sign-in names no user or has no time.
  public let lanes: SignInLanes?
  /// The user's sign-in before, and the one after, in this tenant.
  public let before: FleetRow?
  public let after: FleetRow?
  /// The address, then the city, then the country, as far as they are given and tell more.
  public let familiar: [Familiarity]
  /// Other tenants with the address, and with the user.
  public let addressElsewhere: [SignInElsewhere]
  public let userElsewhere: [SignInElsewhere]
  /// Tenants that were looked in beside the sign-in's own: of which anything is read.
  public let otherTenants: Int

  /// Searches all that was read: not for the main actor. Nil for a row that is not there.
  /// - Parameter coverage: of the tenant of the row.
  public init?(of row: FleetRow, in snapshot: FleetSnapshot, coverage: SignalCoverage) {
    guard let signIn = snapshot[row], let table = snapshot[row.tenant] else { return nil }
    let visits = UserVisits(of: row, in: table)
    let neighbours = visits?.neighbours(of: row.row)
    before = neighbours?.before.map { FleetRow(tenant: row.tenant, row: $0) }
    after = neighbours?.after.map { FleetRow(tenant: row.tenant, row: $0) }
    lanes = visits.map { SignInLanes(around: $0.ticks, country: signIn.country, $0.entries) }
    familiar = visits?.familiar(with: signIn, since: coverage.since) ?? []
    addressElsewhere =
      SignInSurroundings.address(of: signIn).map {
        SignInElsewhere.all(of: $0, but: row.tenant, in: snapshot)
      } ?? []
    userElsewhere =
      SignInSurroundings.user(of: signIn).map {
        SignInElsewhere.all(of: $0, but: row.tenant, in: snapshot)
      } ?? []
    otherTenants = snapshot.tenants.count { $0 != row.tenant && (snapshot[$0]?.count ?? 0) > 0 }
  }

  /// The same address for signals: of IPv6 its /64.
  private static func address(of signIn: SignIn) -> SightingSubject? {
    guard let ip = signIn.ip?.ifNotEmpty else { return nil }
    return SightingSubject.network(around: ip) ?? .address(ip)
  }

  private static func user(of signIn: SignIn) -> SightingSubject? {
    signIn.userPrincipalName?.ifNotEmpty.map { .user(GuestName.homeAccount(of: $0) ?? $0) }
  }
}
