/// The text of a filter, to be changed a term at a time. It may hold mistakes; they stay as they are.
public struct FilterText: Hashable, Sendable {
  /// As it is typed and shown.
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  /// With a term for a value of a sign-in, in quotes where it needs them. One that is there already is not added again, and the
  /// same term with the opposite sign is taken out.
  ///
  /// An address that can't be read as one is asked for by an expression that holds for its text alone.
  public func adding(_ value: String, to field: FilterField, negated: Bool = false) -> FilterText {
    let term = FilterText.term(value, field: field, negated: negated)
    let others = without(value, in: field, negated: !negated)
    guard !others.contains(term) else { return others }
    return FilterText((others.pieces + [term]).joined(separator: " "))
  }

  /// Without the terms that say no more than this.
  public func removing(_ value: String, from field: FilterField, negated: Bool = false) -> FilterText {
    without(value, in: field, negated: negated)
  }

  private func without(_ value: String, in field: FilterField, negated: Bool) -> FilterText {
    let wanted = TermMeaning.meanings(in: FilterText.term(value, field: field, negated: negated))
    let meanings = TermMeaning.meanings(in: text)
    let kept = zip(pieces, meanings).filter { !wanted.contains($0.1) }.map(\.0)
    return kept.count == meanings.count ? self : FilterText(kept.joined(separator: " "))
  }

  private func contains(_ term: String) -> Bool {
    let meanings = TermMeaning.meanings(in: text)
    return TermMeaning.meanings(in: term).allSatisfy(meanings.contains)
  }

  /// The terms as they are written; one that is left open is closed, so that others can follow.
  private var pieces: [String] {
    let scanner = FilterScanner(text)
    return FilterScanner.terms(of: text).map { term in
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scanner.scalars[term.range])
      return String(piece) + FilterText.closing(term)
    }
  }

  private static func closing(_ term: WrittenTerm) -> String {
    guard let last = term.values.last, !last.isClosed else { return "" }
    return last.form == .quoted ? "\"" : last.text.hasOddBackslash ? "\\/" : "/"
  }

  private static func term(_ value: String, field: FilterField, negated: Bool) -> String {
    let isUnreadable = field == .ip && IPNetwork(address: value) == nil
    let written = isUnreadable ? FilterQuoting.expression(for: value) : FilterQuoting.quoted(value)
    return "\(negated ? "-" : "")\(field.rawValue):\(written)"
  }
}

extension String {
  /// Whether the last backslash escapes what would come next.
  fileprivate var hasOddBackslash: Bool {
    !unicodeScalars.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2)
  }
}

/// What a term says, however it is written.
private struct TermMeaning: Hashable {
  let isNegated: Bool
  let field: String?
  let values: Set<String>

  static func meanings(in text: String) -> [TermMeaning] {
    FilterScanner.terms(of: text).map { term in
      TermMeaning(
        isNegated: term.isNegated, field: term.field.map { folded($0.text) },
        values: Set(term.values.map { $0.form == .expression ? "/\($0.text)/" : folded($0.text) }))
    }
  }
}
