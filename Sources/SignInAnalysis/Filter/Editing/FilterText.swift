import Elements

/// The text of a filter, to be changed a term at a time. It may hold mistakes; they stay as they are.
public struct FilterText: Hashable, Sendable {
  /// As it is typed and shown.
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  /// With a term for a value of a record, in quotes where it needs them. One that is there already is not added again,
  /// and the same term with the opposite sign is taken out. Alternatives go into parentheses first, so that the term is
  /// about all.
  ///
  /// An address that can't be read as one is asked for by an expression that holds for its text alone.
  public func adding(_ value: String, to field: FilterField, negated: Bool = false) -> FilterText {
    let term = FilterText.term(value, field: field, negated: negated)
    return without(value, in: field, negated: !negated).adding(term: term)
  }

  private func adding(term: String) -> FilterText {
    guard !contains(term) else { return self }
    let conjuncts = conjuncts
    // A `not` that waits for its term must not get this one.
    let isOpen = FilterPiece.pieces(of: text).last?.isMistake ?? false
    return FilterText((isOpen ? [term] + conjuncts : conjuncts + [term]).joined(separator: " "))
  }

  /// With a term for all addresses of a network in CIDR notation. One that is there already is not added again.
  public func adding(network cidr: String) -> FilterText {
    adding(term: "\(FilterField.ip.name):\(cidr)")
  }

  /// Without the terms that say no more than this.
  public func removing(_ value: String, from field: FilterField, negated: Bool = false) -> FilterText {
    without(value, in: field, negated: negated)
  }

  /// With the opposite of its last term, or of the parentheses that it ends with.
  public func flippingLast() -> FilterText {
    changingLast { [$0.opposite] }
  }

  /// Without its last term, or the parentheses that it ends with, and without an `or` before it.
  public func droppingLast() -> FilterText {
    changingLast { _ in [] }
  }

  private func changingLast(_ change: (FilterPiece) -> [String]) -> FilterText {
    var pieces = FilterPiece.pieces(of: text)
    while pieces.last?.isOr ?? false { pieces.removeLast() }
    guard let last = pieces.popLast(), !last.isMistake else { return self }
    let changed = change(last)
    if changed.isEmpty, pieces.last?.isOr ?? false { pieces.removeLast() }
    return FilterText((pieces.map(\.text) + changed).joined(separator: " "))
  }

  private func without(_ value: String, in field: FilterField, negated: Bool) -> FilterText {
    let pieces = FilterPiece.pieces(of: text)
    // A term that is one of several alternatives does not stand for what is taken out.
    guard !pieces.contains(where: \.isOr) else { return self }
    let wanted = FilterText.meanings(in: FilterPiece.pieces(of: FilterText.term(value, field: field, negated: negated)))
    let kept = pieces.filter { $0.meaning.map { !wanted.contains($0) } ?? true }
    return kept.count == pieces.count ? self : FilterText(kept.map(\.text).joined(separator: " "))
  }

  private func contains(_ term: String) -> Bool {
    let pieces = FilterPiece.pieces(of: text)
    // Beside a mistake a term stands among the alternatives, since there are no parentheses around them.
    guard !pieces.contains(where: \.isOr) || pieces.contains(where: \.isMistake) else { return false }
    let meanings = FilterText.meanings(in: pieces)
    return FilterText.meanings(in: FilterPiece.pieces(of: term)).allSatisfy(meanings.contains)
  }

  private static func meanings(in pieces: [FilterPiece]) -> Set<TermMeaning> {
    Set(pieces.compactMap(\.meaning))
  }

  /// Texts that must all hold. Parentheses around a mistake could make sense of it, so there are none.
  private var conjuncts: [String] {
    let pieces = FilterPiece.pieces(of: text)
    let texts = pieces.map(\.text)
    guard pieces.contains(where: \.isOr), !pieces.contains(where: \.isMistake) else { return texts }
    return ["(\(texts.joined(separator: " ")))"]
  }

  private static func term(_ value: String, field: FilterField, negated: Bool) -> String {
    let isUnreadable = field == .ip && IPNetwork(address: value) == nil
    let written = isUnreadable ? FilterQuoting.expression(for: value) : FilterQuoting.quoted(value)
    return "\(negated ? "-" : "")\(field.name):\(written)"
  }
}

extension FilterPiece {
  /// Says the opposite.
  fileprivate var opposite: String {
    let tokens = FilterScanner.tokens(of: text)
    if case .not(let range) = tokens.first {
      let rest = text.unicodeScalars.dropFirst(range.upperBound).drop { $0.properties.isWhitespace }
      return String(String.UnicodeScalarView(rest))
    }
    guard text.unicodeScalars.first == "-" else { return "-" + text }
    let rest = text.unicodeScalars.dropFirst()
    // A word may begin with a minus, and may be one that has a meaning without it.
    let isSameWithout = rest.first != "-" && !["or", "not", "and"].contains(folded(String(rest)))
    return isSameWithout ? String(String.UnicodeScalarView(rest)) : "not " + text
  }
}
