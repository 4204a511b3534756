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
  /// The same in half a line, for where that is too long.
  public let brief: String
}

extension PlaceContext {
  /// What filters of sign-ins know of signals.
  var signalBasis: SignalBasis { SignalBasis(signals, networks: networks) }

  private nonisolated static let day = 24 * 3_600 * Timestamp.ticksPerSecond

  /// Writes a signal of a tenant out in one line; times within a day of it are those of the clock.
  func signalWords(for signal: Signal, of tenant: TenantNumber) -> SignalWords {
    var named: [TenantNumber: String] = [:]
    if case .crossTenant(let spread) = signal.evidence {
      for number in spread.tenants { named[number] = fleet.store(number).map { names.name(of: $0.tenant) } }
    }
    return SignalWords(
      fleet.snapshot(of: [tenant]), networks: networks, tenantName: { [named] in named[$0] ?? "" },
      time: { [times] time in
        let isNear = signal.ticks.map { abs($0 - time.ticks) < Self.day } ?? false
        return isNear ? times.clock(of: time) : times.dayAndClock(time)
      })
  }

  /// The strongest signal of a tenant that counts, in half a line.
  func shownSignal(of tenant: TenantReference) -> ShownSignal? {
    let number = fleet.store(of: tenant).number
    guard let signal = signals.table.tenants[number]?.strongest else { return nil }
    let words = signalWords(for: signal, of: number).brief(signal)
    return ShownSignal(severity: signal.severity, rule: signal.rule, isQuiet: false, words: words, brief: words)
  }

  /// What is told beside a row: the worst of its signals, one that counts before all that do not; nil where it has
  /// none.
  func shownSignal(of row: FleetRow) -> ShownSignal? {
    guard let signal = signals.table[row].first else { return nil }
    let words = signalWords(for: signal, of: row.tenant)
    return ShownSignal(
      severity: signal.severity, rule: signal.rule, isQuiet: signal.isQuiet,
      words: signal.quiet?.words ?? words.line(signal), brief: signal.quiet?.words ?? words.brief(signal))
  }
}
