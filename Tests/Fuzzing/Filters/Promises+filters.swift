import Elements
import SignInAnalysis

extension Promises {
  mutating func checkFilters(_ input: FilterInput) {
    do throws(FilterError) {
      let filter = try Filter(parsing: input.text, in: FilterInput.context)
      checkRanges(of: filter, in: input.text)
      checkTerms(of: filter, in: input)
      checkHighlights(of: filter, in: input)
    } catch {
      let isInside = error.range.lowerBound >= 0 && error.range.upperBound <= input.text.count
      check(isInside && !error.range.isEmpty, "an error stands in the text, not at \(error.range)")
      check(!error.expected.isEmpty, "an error says what was expected")
    }
  }

  private mutating func checkRanges(of filter: Filter, in text: String) {
    let ranges = filter.terms.map(\.range)
    check(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= text.count }, "a term stands in the text")
    let starts = ranges.map(\.lowerBound)
    check(starts == starts.sorted(), "terms stand in their order")
  }

  /// A filter holds for what all of its terms hold for, and each term says the same by itself.
  private mutating func checkTerms(of filter: Filter, in input: FilterInput) {
    guard let whole = Judgement(input.text, of: input.signIns) else { return }
    check(whole.verdicts(inTableOf: input.signIns) == whole.verdicts, "a table and a stream are judged alike")
    // Where a blank is one character with the mark after it, a term has no text of its own.
    guard !input.text.unicodeScalars.contains(where: \.joinsBlanks) else { return }
    let pieces = filter.terms.map { String(input.text.dropFirst($0.range.lowerBound).prefix($0.range.count)) }
    let parts = pieces.compactMap { Judgement($0, of: input.signIns) }
    check(parts.count == pieces.count, "each term of a filter is one")
    let together = input.signIns.indices.map { index in parts.allSatisfy { $0.verdicts[index] } }
    check(whole.verdicts == together, "a filter holds where all of its terms do")
    check(
      Judgement(pieces.joined(separator: " "), of: input.signIns)?.verdicts == together,
      "terms joined by a blank say the same")
  }

  private mutating func checkHighlights(of filter: Filter, in input: FilterInput) {
    for kind in SignInText.allCases {
      for text in [input.foreign, "Zoë Ångström", "203.0.113.7", "NG"] {
        let ranges = filter.highlights(in: text, of: kind)
        check(
          ranges.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= text.count },
          "what is found is there")
        check(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }, "what is found is apart")
      }
    }
    guard filter.terms.count == 1, filter.terms[0].field == .city, !filter.terms[0].isNegated,
      !filter.highlights(in: input.foreign, of: .city).isEmpty
    else { return }
    check(Judgement(input.text, of: input.signIns)?.verdicts.last == true, "where something is found the filter holds")
  }
}

extension Unicode.Scalar {
  /// Whether this may be one character with a blank beside it.
  fileprivate var joinsBlanks: Bool {
    properties.isGraphemeExtend || properties.generalCategory == .spacingMark || properties.generalCategory == .format
  }
}
