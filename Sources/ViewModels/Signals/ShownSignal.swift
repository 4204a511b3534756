import Elements
import SignInAnalysis
import SignInStore

/// A signal as a line of a list tells it.
public struct ShownSignal: Hashable, Sendable {
  public let severity: SignalSeverity
  public let rule: SignalRule
  /// It counts for nothing; `words` say why.
  public let isQuiet: Bool
  /// The evidence in one line. Foreign text.
  public let words: String
}

extension PlaceContext {
  /// What filters of sign-ins know of signals.
  var signalBasis: SignalBasis { SignalBasis(signals, networks: networks) }

  /// Writes a signal of a tenant out in one line; times are those of the clock.
  func signalWords(for signal: Signal, of tenant: TenantNumber) -> SignalWords {
    var named: [TenantNumber: String] = [:]
    if case .crossTenant(let spread) = signal.evidence {
      for number in spread.tenants { named[number] = fleet.store(number).map { names.name(of: $0.tenant) } }
    }
    return SignalWords(
      fleet.snapshot(of: [tenant]), networks: networks, tenantName: { [named] in named[$0] ?? "" },
      time: { [times] in times.clock(of: $0) })
  }

  /// The strongest signal of a tenant that counts, in half a line.
  func shownSignal(of tenant: TenantReference) -> ShownSignal? {
    let number = fleet.store(of: tenant).number
    guard let signal = signals.table.tenants[number]?.strongest else { return nil }
    let words = signalWords(for: signal, of: number).brief(signal)
    return ShownSignal(severity: signal.severity, rule: signal.rule, isQuiet: false, words: words)
  }

  /// What is told beside a row: the worst of its signals, one that counts before all that do not; nil where it has
  /// none.
  func shownSignal(of row: FleetRow) -> ShownSignal? {
    guard let signal = signals.table[row].first else { return nil }
    return ShownSignal(
      severity: signal.severity, rule: signal.rule, isQuiet: signal.isQuiet,
      words: signal.quiet?.words ?? signalWords(for: signal, of: row.tenant).line(signal))
  }
}
