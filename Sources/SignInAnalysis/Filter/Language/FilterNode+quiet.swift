extension FilterNode {
  /// The same with terms about signals that count quiet ones where `is:quiet` has to hold as well.
  func countingQuiet(_ isAsked: Bool) -> FilterNode {
    switch self {
    case .term(let term): .term(term.countingQuiet(isAsked))
    case .all(let nodes): .all(nodes.map { $0.countingQuiet(isAsked || nodes.contains(where: \.asksForQuiet)) })
    case .any(let nodes): .any(nodes.map { $0.countingQuiet(isAsked) })
    }
  }

  /// It is `is:quiet`, or that with other properties of which one has to hold.
  private var asksForQuiet: Bool {
    switch self {
    case .term(let term): term.condition == .quiet && !term.isNegated
    case .any(let nodes): nodes.contains(where: \.asksForQuiet)
    case .all: false
    }
  }
}

extension FilterTerm {
  fileprivate func countingQuiet(_ countsQuiet: Bool) -> FilterTerm {
    var term = self
    switch condition {
    case .signal(let rules, _): term.condition = .signal(rules, countsQuiet: countsQuiet)
    case .severity(let severities, _): term.condition = .severity(severities, countsQuiet: countsQuiet)
    default: break
    }
    return term
  }
}

extension FilterCondition {
  var dependsOnSignals: Bool {
    switch self {
    case .signal, .severity, .quiet, .stayed: true
    case .texts, .labels, .country, .address, .risk, .since, .until, .hours, .network, .number: false
    }
  }
}
