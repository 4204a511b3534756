import Elements

/// A question to a list, as it is typed: `country:NG,NL -user:svc since:24h`.
///
/// Terms are separated by spaces and must all hold; of terms with `or` between them one has to. `-` or `not` before a
/// term, or before parentheses, means that it must not hold. Values of a term are separated by commas, and one of them
/// has to hold. Case and diacritics do not matter.
///
/// - A value in double quotes keeps spaces, commas, parentheses and colons; two double quotes in it are one.
/// - Inside `/…/` everything is part of the regular expression; a `/` is written `\/`.
/// - A missing value fulfils no term, so a row without a country fulfils `-country:US`.
public struct Filter: Hashable, Sendable {
  let root: FilterNode
  /// In the order in which they were written; one that asks for two things, such as `place:`, is there for each.
  public let terms: [FilterTerm]

  /// Reads a text; an empty one holds for every record. Times are those of `context`, once and for all.
  public init(
    parsing text: String, of list: FilterList = .signIns, in context: FilterContext
  ) throws(FilterError) {
    var parser = FilterParser(text, of: list, in: context)
    root = try parser.filter().countingQuiet(false)
    terms = root.terms
  }

  private init(_ root: FilterNode) {
    self.root = root
    terms = root.terms
  }

  /// Holds where both do.
  public func and(_ other: Filter) -> Filter {
    Filter(.joining([root, other.root], isAny: false).countingQuiet(false))
  }

  /// Whether every record fulfils it.
  public var isEmpty: Bool { terms.isEmpty }

  /// Whether a word at the end of the text may be a field's name of which the rest is still to be typed.
  public var isUnfinishedFieldName: Bool { terms.last?.isUnfinishedFieldName ?? false }

  /// Whether it says something about one of these fields.
  public func asks(for fields: Set<FilterField>) -> Bool {
    terms.contains { $0.field.map(fields.contains) ?? false }
  }

  /// Whether its answer depends on signals.
  public var dependsOnSignals: Bool { terms.contains(where: \.condition.dependsOnSignals) }

  /// Whether its answer depends on the zone in which it was read.
  public var dependsOnZone: Bool { asks(for: [.since, .until, .hour]) }

  /// No sign-in before this time, and none without a time, can fulfil it; nil if it does not say so. What stands in
  /// alternatives says nothing.
  public var since: Timestamp? {
    switch root {
    case .term(let term): term.since
    case .all(let nodes): nodes.compactMap(\.since).max()
    case .any: nil
    }
  }
}

extension FilterNode {
  fileprivate var since: Timestamp? {
    if case .term(let term) = self { term.since } else { nil }
  }
}

extension FilterTerm {
  fileprivate var since: Timestamp? {
    if case .since(let time) = condition, !isNegated { time } else { nil }
  }
}
