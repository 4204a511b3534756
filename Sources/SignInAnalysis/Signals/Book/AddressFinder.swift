/// What rules about addresses find among the sign-ins of one address, of all tenants.
struct AddressFinder {
  let settings: SignalSettings
  let customer: (TenantNumber) -> UInt32
  /// The home account of a sign-in's user; nil where the user has no name.
  let account: (FleetRow) -> String?

  /// - Parameters:
  ///   - rows: in order.
  ///   - signIns: all of the address, those without a time among them.
  func find(_ rows: [SignalRow], signIns: Int, risky: Int) -> [SignalHit] {
    var rows = rows
    let isBusy = settings.sharedAddress.isEnabled && rows.count >= settings.sharedAddress.users
    guard rows.count > 1, isBusy || risky * 2 > signIns else { return [] }
    rows.noteStays { UInt64($0.row.tenant) << 32 | UInt64($0.user) }
    var hits = isBusy ? shared(rows) : []
    if settings.crossTenant.isEnabled {
      hits += settings.crossTenant.find(
        rows, signIns: signIns, riskySignIns: risky, customer: customer, account: account)
    }
    if settings.taintedAddress.isEnabled {
      hits += settings.taintedAddress.find(rows.filter { $0.user != 0 }, signIns: signIns, riskySignIns: risky)
    }
    return hits
  }

  private func shared(_ rows: [SignalRow]) -> [SignalHit] {
    rows.byTenant.flatMap { _, rows in
      settings.sharedAddress.find(rows.filter { $0.user != 0 }, first: rows[0].ticks)
    }
  }
}
