import Elements

/// Decides whether values of a record fulfil one term.
struct TermJudge {
  let field: FilterField?
  let isNegated: Bool
  private let condition: FilterCondition
  private(set) var texts: TextSearch
  private var clock: HourClock?
  private let networks: LabelledNetworks

  init(_ term: FilterTerm, networks: LabelledNetworks = LabelledNetworks()) {
    self.networks = networks
    field = term.field
    isNegated = term.isNegated
    condition = term.condition
    switch term.condition {
    case .texts(let choice), .country(_, let choice), .address(_, let choice), .labels(_, let choice),
      .network(_, let choice):
      texts = TextSearch(choice)
    case .risk, .since, .until, .hours, .signal, .severity, .quiet, .stayed, .number:
      texts = TextSearch(TextChoice())
    }
    if case .hours(let hours) = term.condition { clock = HourClock(hours) }
  }

  /// Whether a text is as the term asks; one that is missing is not. Negation is left to others.
  mutating func holds(for text: String?) -> Bool {
    guard let text else { return false }
    switch condition {
    case .texts: return texts.isFound(in: text)
    case .labels(let labels, _):
      let text = folded(text)
      return labels.contains(text) || texts.isExpressionFound(inFolded: text)
    case .country(let codes, _): return isCountry(text, codes: codes)
    case .address(let networks, _): return isAddress(text, in: networks) || texts.isFound(in: text)
    case .network(let kinds, _): return isLabelled(text, kinds)
    case .risk, .since, .until, .hours, .signal, .severity, .quiet, .stayed, .number: return false
    }
  }

  private mutating func isLabelled(_ address: String, _ kinds: Set<NetworkKind>) -> Bool {
    guard let label = AddressKey(address).flatMap({ networks[$0] }) else { return false }
    return kinds.contains(label.kind) || texts.isFound(in: label.name)
  }

  /// Whether signals of a sign-in are.
  func holds(for signals: [Signal], hasStayed: Bool) -> Bool {
    switch condition {
    case .signal(let rules, let countsQuiet):
      signals.contains { rules.contains($0.rule) && (countsQuiet || !$0.isQuiet) }
    case .severity(let severities, let countsQuiet):
      signals.contains { severities.contains($0.severity) && (countsQuiet || !$0.isQuiet) }
    case .quiet: signals.contains(where: \.isQuiet)
    case .stayed: hasStayed
    default: false
    }
  }

  private func holds(for severity: SignalSeverity?) -> Bool {
    guard case .severity(let severities, _) = condition, let severity else { return false }
    return severities.contains(severity)
  }

  /// A field of two letters is a code, and no part of a name.
  private mutating func isCountry(_ country: String, codes: Set<String>) -> Bool {
    let text = folded(country)
    if codes.contains(text) { return true }
    if CountryCode.isCode(text) { return texts.isExpressionFound(inFolded: text) }
    return texts.isFound(inFolded: text) || codes.contains { CountryCode.isName(text, of: $0) }
  }

  private func isAddress(_ address: String, in networks: [IPNetwork]) -> Bool {
    guard !networks.isEmpty, let found = IPNetwork(address: address) else { return false }
    return networks.contains { $0.contains(found) }
  }

  /// Whether a time is; `SignInChunk.noTime` is none.
  mutating func holds(atTicks ticks: Int64) -> Bool {
    switch condition {
    case .since(let time): ticks >= time.ticks
    case .until(let time): ticks < time.ticks && ticks >= 0
    case .hours: clock?.holds(atTicks: ticks) ?? false
    default: false
    }
  }

  private func holds(for verdict: Bool?) -> Bool {
    guard case .risk(let verdicts) = condition, let verdict else { return false }
    return verdicts.contains(verdict)
  }

  private func holds(for number: Int) -> Bool {
    guard case .number(let comparison, let numbers) = condition else { return false }
    return numbers.contains { comparison.holds(number, $0) }
  }

  private func holds(forAtLeast number: Int) -> Bool {
    guard case .number(let comparison, _) = condition, [.above, .atLeast].contains(comparison) else { return false }
    return holds(for: number)
  }

  /// Negation included.
  mutating func verdict(on record: some FilterRecord) -> FilterVerdict {
    let plain: FilterVerdict
    switch record.value(of: field) {
    case .texts(let texts): plain = FilterVerdict(texts.contains { holds(for: $0) })
    case .time(let time): plain = FilterVerdict(holds(atTicks: time?.ticks ?? SignInChunk.noTime))
    case .verdict(let isRisk): plain = FilterVerdict(holds(for: isRisk))
    case .signals(let signals, let hasStayed): plain = FilterVerdict(holds(for: signals, hasStayed: hasStayed))
    case .severity(let severity): plain = FilterVerdict(holds(for: severity))
    case .atLeast(let number): plain = FilterVerdict(holds(forAtLeast: number))
    case .number(let number): plain = FilterVerdict(holds(for: number))
    case .counted(let texts, let count):
      plain = FilterVerdict(holds(for: count) || texts.contains { holds(for: $0) })
    case .missing: plain = .fails
    case .notKnownYet: plain = .undecided
    }
    return isNegated ? plain.negated : plain
  }
}
