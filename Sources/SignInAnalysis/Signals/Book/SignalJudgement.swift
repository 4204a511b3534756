import Elements

/// The verdicts about all hits of a book, of which a tenant's are made anew when something in it has changed.
struct SignalJudgement: Sendable {
  /// Those that may confirm others, before they do.
  private var confirming: [TenantNumber: [ConfirmingSignal]] = [:]
  private var confirmations: [TenantNumber: Confirmations] = [:]
  private var table = SignalTable()

  /// - Parameter stale: tenants in which something has changed.
  mutating func table(
    _ stale: Set<TenantNumber>, of ledgers: [TenantNumber: TenantLedger], settings: SignalSettings, now: Int64
  ) -> SignalTable {
    var judged: [TenantNumber: [Signal]] = [:]
    for tenant in stale {
      let verdicts = ledgers[tenant]?.judged(by: settings)
      (judged[tenant], confirming[tenant]) = (verdicts?.signals, verdicts?.confirming)
    }
    let former = confirmations
    confirmations = Confirmations.byTenant(confirming)
    for tenant in Set(ledgers.keys).union(table.tenants.keys) {
      guard let ledger = ledgers[tenant] else {
        table.tenants[tenant] = nil
        continue
      }
      let about = ledger.about(by: settings, now: now)
      let isSame = !stale.contains(tenant) && confirmations[tenant] == former[tenant]
      if isSame, table.tenants[tenant]?.about == about { continue }
      var signals = judged.removeValue(forKey: tenant) ?? ledger.judged(by: settings).signals
      confirmations[tenant]?.confirm(&signals)
      table.tenants[tenant] = TenantSignals(signals, about: about, stayed: ledger.stayed)
    }
    table.count()
    return table
  }
}

extension TenantLedger {
  fileprivate func judged(by settings: SignalSettings) -> (signals: [Signal], confirming: [ConfirmingSignal]) {
    let standing = standing
    var judged: (signals: [Signal], confirming: [ConfirmingSignal]) = ([], [])
    let hits = [userHits, addressHits].lazy.flatMap { $0.values.joined() }
    judged.signals.reserveCapacity([userHits, addressHits].reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } })
    var bursts = FlaggedBursts(addressHits.values.joined(), settings, in: standing)
    for hit in hits {
      guard let verdict = settings.verdict(on: hit, in: standing) else { continue }
      let signal = verdict.signal(hit, in: standing)
      if verdict.restsOnFlag { bursts.note(signal, of: hit, at: judged.signals.count) }
      judged.signals.append(signal)
      if let confirming = ConfirmingSignal(signal, hit, restsOnFlag: verdict.restsOnFlag) {
        judged.confirming.append(confirming)
      }
    }
    bursts.lower(&judged.signals)
    return judged
  }

  fileprivate func about(by settings: SignalSettings, now: Int64) -> [Signal] {
    let jump = jump.map { Signal(about: .riskJump($0), severity: .low, known: nil) }
    return [silence(by: settings, now: now), jump].compactMap(\.self)
  }

  private func silence(by settings: SignalSettings, now: Int64) -> Signal? {
    guard settings.silentTenant.isEnabled,
      let silence = settings.silentTenant.find(hours, now: min(now, headRead ?? now), since: coverage.since)
    else { return nil }
    return Signal(about: .silentTenant(silence), severity: .medium, known: standing.known)
  }
}

extension SignalSettings {
  /// Nil where too little is read for the rule to say anything.
  func verdict(on hit: SignalHit, in standing: TenantStanding) -> SignalVerdict? {
    switch hit.evidence {
    case .travel(let leap): travel.judge(leap, hit, in: standing)
    case .twoCountries(let leap): twoCountries.judge(leap, hit, below: travel.quietKilometres, in: standing)
    case .manyCountries: SignalVerdict(.low)
    case .newCountry(let arrival): newCountry.judge(arrival, hit, in: standing)
    case .sharedAddress(let burst): sharedAddress.judge(burst, hit, in: standing)
    case .crossTenant(let spread): crossTenant.judge(spread, hit, in: standing)
    case .taintedAddress(let taint): taintedAddress.judge(taint, hit, in: standing)
    case .steadyAccount(let departure): steadyAccount.judge(departure, hit, in: standing)
    case .lateRisk: lateRisk.judge(in: standing)
    case .dormant: dormant.judge(hit, in: standing)
    case .oddHour: SignalVerdict(.low)
    case .silentTenant, .riskJump: nil
    }
  }
}
