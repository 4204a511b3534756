/// A rule's verdict about one sign-in, with what speaks for trouble and what speaks against.
public struct Signal: Hashable, Sendable {
  public let evidence: SignalEvidence
  /// The sign-in that it belongs to; nil where it is about the tenant. Rule and id of this one stay the same however
  /// much more is read.
  public let row: FleetRow?
  /// When that was; nil where it is about the tenant.
  public let ticks: Int64?
  public let severity: SignalSeverity
  /// Why it counts for nothing; nil where it counts.
  public let quiet: QuietReason?
  /// What else speaks against it.
  public let doubts: [SignalDoubt]
  public let stay: Stay?
  /// The label of its network.
  public let label: NetworkKind?
  /// Rules of other families that said the same of the user or the address within 24 h.
  public internal(set) var confirmedBy: [SignalRule] = []
  /// From when to when the tenant's rows are read without a gap, in ticks; nil where that is unknown.
  public let known: ClosedRange<Int64>?

  public var rule: SignalRule { evidence.rule }
  public var isQuiet: Bool { quiet != nil }

  init(
    _ hit: SignalHit, severity: SignalSeverity, quiet: QuietReason? = nil, doubts: [SignalDoubt] = [],
    known: ClosedRange<Int64>? = nil
  ) {
    evidence = hit.evidence
    row = hit.row
    ticks = hit.ticks
    self.severity = severity
    self.quiet = quiet
    self.doubts = doubts
    stay = hit.stay
    label = hit.label
    self.known = known
  }

  init(about evidence: SignalEvidence, severity: SignalSeverity, known: ClosedRange<Int64>?) {
    self.evidence = evidence
    self.severity = severity
    self.known = known
    (row, ticks, quiet, doubts, stay, label) = (nil, nil, nil, [], nil, nil)
  }

  /// With a severity that others have raised it to.
  func confirmed(by rules: [SignalRule]) -> Signal {
    Signal(self, severity: .high, doubts: doubts, confirmedBy: rules)
  }

  /// Low, since others tell the same.
  func lowered(since doubt: SignalDoubt) -> Signal {
    Signal(self, severity: .low, doubts: doubts + [doubt], confirmedBy: [])
  }

  private init(_ signal: Signal, severity: SignalSeverity, doubts: [SignalDoubt], confirmedBy: [SignalRule]) {
    (evidence, row, ticks, quiet) = (signal.evidence, signal.row, signal.ticks, signal.quiet)
    self.doubts = doubts
    (stay, label, known) = (signal.stay, signal.label, signal.known)
    self.severity = severity
    self.confirmedBy = confirmedBy
  }
}

/// What explains a signal away.
public enum QuietReason: Hashable, Sendable {
  /// Both ends.
  case usualAddresses
  case usualCities
  /// In one country, and not far apart.
  case nearInOneCountry
  case citiesUsualInTenant
  case labelledNetwork(NetworkKind)
  case usualAddress
}

/// What speaks against a signal without explaining it away.
public enum SignalDoubt: Hashable, Sendable {
  /// What could quiet it could not be checked, since too little is read.
  case baselineUnknown
  /// Sign-ins between those that it compares may not be read.
  case unreadBetween
  /// So many of the tenant's sign-ins that are read are risky, or so few are read, that a flag says little.
  case commonFlag(risky: Int, of: Int)
  /// The tenant's other steady accounts moved to the same network.
  case tenantMoved
  /// The same address was used by so many users of the tenant within minutes, which `shared-address` tells.
  case sharedAddress(users: Int)
}
