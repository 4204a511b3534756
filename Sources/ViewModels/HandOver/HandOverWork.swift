import Elements
import SignInAnalysis
import SignInStore

/// Some sign-ins with all that is needed to hand them over, away from the main actor.
struct HandOverWork: Sendable {
  /// By tenant, once they are handed over.
  let rows: [FleetRow]
  /// Of all tenants.
  let snapshot: FleetSnapshot
  let tenants: [TenantNumber: TenantIdentity]
  let times: TimeDisplay

  /// Those that are still there, the newest first; the others keep their order behind them.
  func signIns() -> [HandedSignIn] { signInsWithRows().map(\.signIn) }

  /// The same, each with its row.
  func signInsWithRows() -> [(row: FleetRow, signIn: HandedSignIn)] {
    let timed = rows.map { (row: $0, ticks: snapshot.ticks(of: $0)) }
    return timed.sorted { ($1.ticks, $0.row.tenant, $0.row.row) < ($0.ticks, $1.row.tenant, $1.row.row) }
      .compactMap { timed in handed(timed.row).map { (timed.row, $0) } }
  }

  private func handed(_ row: FleetRow) -> HandedSignIn? {
    guard let signIn = snapshot[row], let tenant = tenants[row.tenant] else { return nil }
    return HandedSignIn(
      signIn, of: tenant.reference, customerName: tenant.customerName, tenantName: tenant.tenantName,
      local: signIn.loginTime.map(times.local))
  }
}

extension TimeDisplay {
  /// A moment on this machine's clock, whichever zone is shown.
  func local(_ time: Timestamp) -> ZonedTime {
    let (fields, zone) = localFields(of: time)
    return ZonedTime(fields, zone: zone)
  }
}
