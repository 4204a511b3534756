/// What a rule makes of a hit: how much it asks for attention, and what speaks against it.
struct SignalVerdict: Hashable, Sendable {
  var severity: SignalSeverity
  var quiet: QuietReason?
  var doubts: [SignalDoubt] = []
  /// Nothing but a flag speaks for it: it confirms no signal of another family.
  var restsOnFlag = false

  init(
    _ severity: SignalSeverity, quiet: QuietReason? = nil, doubts: [SignalDoubt?] = [], restsOnFlag: Bool = false
  ) {
    self.severity = severity
    self.restsOnFlag = restsOnFlag
    self.quiet = quiet
    self.doubts = doubts.compactMap(\.self)
  }

  /// What holds for all rules alike: a hosting network raises by one step; what could not be checked is medium at most.
  func signal(_ hit: SignalHit, in standing: TenantStanding) -> Signal {
    var severity = hit.label == .hosting ? severity.raised : severity
    if doubts.contains(.baselineUnknown) { severity = min(severity, .medium) }
    return Signal(hit, severity: severity, quiet: quiet, doubts: doubts, known: standing.known)
  }
}

extension TenantStanding {
  /// The doubt where what makes something usual may lie before what is read.
  func usualDoubt(at ticks: Int64) -> SignalDoubt? {
    coverage.baseline(at: ticks) >= UsualSince.age ? nil : .baselineUnknown
  }

  func betweenDoubt(from start: Int64, to end: Int64) -> SignalDoubt? {
    coverage.isRead(from: start, to: end) ? nil : .unreadBetween
  }
}
