import Elements

/// A question to a list of sign-ins, as it is typed: `country:NG,NL -user:svc since:24h`.
///
/// Terms are separated by blanks and must all hold; `-` before a term means that it must not. Values of a term are separated
/// by commas, and one of them has to hold. Case and diacritics do not matter.
///
/// - A value in double quotes keeps blanks, commas and colons; two double quotes in it are one.
/// - Inside `/…/` everything is part of the regular expression; a `/` is written `\/`.
/// - A missing value fulfils no term, so a row without a country fulfils `-country:US`.
public struct Filter: Hashable, Sendable {
  /// In the order in which they were written. All must hold.
  public let terms: [FilterTerm]

  /// Reads a text; an empty one holds for every sign-in. Times are those of `context`, once and for all.
  public init(parsing text: String, in context: FilterContext) throws(FilterError) {
    var parser = FilterParser(text, in: context)
    terms = try parser.terms()
  }

  /// Whether every sign-in fulfils it.
  public var isEmpty: Bool { terms.isEmpty }

  /// No sign-in before this time, and none without a time, can fulfil it; nil if it does not say so.
  public var since: Timestamp? {
    terms.compactMap { term in
      guard case .since(let time) = term.condition, !term.isNegated else { return nil }
      return time
    }.max()
  }
}
