import Elements

extension Filter {
  /// Where in a text of a record, as it was sent, terms are fulfilled: ranges of `Character` offsets, ascending, that
  /// do not touch. Of expressions the longest matches are taken, in the first 256 characters; of countries that were
  /// named by their code, and of addresses in a network, the whole text.
  ///
  /// Negated terms have nothing to show. Of alternatives all are shown.
  public func highlights(in text: String, of kind: FilteredText) -> [Range<Int>] {
    let terms = terms.filter { !$0.isNegated && kind.belongs(to: $0.field) }
    guard !terms.isEmpty else { return [] }
    let folded = FoldedCharacters(text)
    return merged(terms.flatMap { $0.condition.highlights(in: text, folded) })
  }

  private func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }
}

extension FilterCondition {
  fileprivate func highlights(in text: String, _ folded: FoldedCharacters) -> [Range<Int>] {
    switch self {
    case .texts(let choice): return folded.ranges(of: choice)
    case .country(let codes, let choice):
      if codes.contains(folded.text) || codes.contains(where: { CountryCode.isName(folded.text, of: $0) }) {
        return [0..<text.count]
      }
      let isCode = CountryCode.isCode(folded.text)
      return folded.ranges(of: isCode ? TextChoice(expressions: choice.expressions) : choice)
    case .address(let networks, let choice):
      guard let found = IPNetwork(address: text), networks.contains(where: { $0.contains(found) }) else {
        return folded.ranges(of: choice)
      }
      return [0..<text.count]
    case .labels(let labels, let choice):
      return labels.contains(folded.text) ? [0..<text.count] : folded.ranges(of: choice)
    case .risk, .since, .until, .hours, .signal, .severity, .quiet, .stayed, .network, .number: return []
    }
  }
}

/// A folded text of which each scalar knows the character that it comes from.
private struct FoldedCharacters {
  private var scalars: [Unicode.Scalar] = []
  private var characters: [Int] = []

  /// How many scalars an expression is looked for in: where a match begins is tried at each of them.
  private static let longestText = 256

  init(_ text: String) {
    for (offset, character) in text.enumerated() {
      let fold = folded(String(character)).unicodeScalars
      scalars.append(contentsOf: fold)
      characters.append(contentsOf: repeatElement(offset, count: fold.count))
    }
  }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  func ranges(of choice: TextChoice) -> [Range<Int>] {
    choice.words.flatMap { ranges(of: Array($0.unicodeScalars)) } + choice.expressions.flatMap(ranges(of:))
  }

  private func ranges(of word: [Unicode.Scalar]) -> [Range<Int>] {
    guard !word.isEmpty, word.count <= scalars.count else { return [] }
    return (0...scalars.count - word.count).filter { scalars[$0...].starts(with: word) }
      .map { characters(of: $0..<$0 + word.count) }
  }

  private func ranges(of expression: TextExpression) -> [Range<Int>] {
    let scalars = Array(scalars.prefix(FoldedCharacters.longestText))
    var machine = ExpressionMachine(expression.program, isAnchored: true)
    var found: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
      if let end = machine.longestMatch(in: scalars, from: start), end > start {
        found.append(characters(of: start..<end))
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  /// The range is not empty.
  private func characters(of range: Range<Int>) -> Range<Int> {
    characters[range.lowerBound]..<characters[range.upperBound - 1] + 1
  }
}
