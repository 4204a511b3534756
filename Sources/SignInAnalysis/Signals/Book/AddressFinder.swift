/// What rules about addresses find among the sign-ins of one address, of all tenants.
struct AddressFinder {
  let settings: SignalSettings
  let customer: (TenantNumber) -> UInt32
  /// The home account of a sign-in's user; nil where the user has no name.
  let account: (FleetRow) -> String?

  /// Whether there may be anything to find; looking at all rows tells.
  func isWorthLooking(rows: Int, signIns: Int, risky: Int) -> Bool {
    rows > 1 && (isBusy(rows) || risky * 2 > signIns)
  }

  private func isBusy(_ rows: Int) -> Bool { settings.sharedAddress.isEnabled && rows >= settings.sharedAddress.users }

  func find(_ signIns: AddressSignIns) -> [SignalHit] {
    var hits = isBusy(signIns.rows.count) ? settings.sharedAddress.find(signIns) : []
    if settings.crossTenant.isEnabled {
      hits += settings.crossTenant.find(signIns, customer: customer, account: account)
    }
    if settings.taintedAddress.isEnabled { hits += settings.taintedAddress.find(signIns) }
    return hits
  }
}
