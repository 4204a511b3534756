import Elements
import SignInAnalysis

extension Promises {
  mutating func checkFilters(_ input: FilterInput) {
    do throws(FilterError) {
      let filter = try Filter(parsing: input.text, of: FilterInput.list, in: FilterInput.context)
      checkRanges(of: filter, in: input.text)
      checkTerms(of: filter, in: input)
      checkStructure(of: filter, in: input)
      checkHighlights(of: filter, in: input)
    } catch {
      checkError(error, in: input.text)
    }
    checkTenants(input)
  }

  private mutating func checkError(_ error: FilterError, in text: String) {
    let isInside = error.range.lowerBound >= 0 && error.range.upperBound <= text.count
    check(isInside && !error.range.isEmpty, "an error stands in the text, not at \(error.range)")
    check(!error.message.isEmpty && error.message.count < 300, "an error says in a sentence what to write")
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
    check(whole.verdicts(in: input.snapshot) == whole.verdicts, "a table and a stream are judged alike")
    guard !input.mayHaveStructure else { return }
    // Where a space is one character with the mark after it, a term has no text of its own.
    guard !input.text.unicodeScalars.contains(where: \.joinsSpaces) else { return }
    let pieces = filter.terms.map { String(input.text.dropFirst($0.range.lowerBound).prefix($0.range.count)) }
    let parts = pieces.compactMap { Judgement($0, of: input.signIns) }
    check(parts.count == pieces.count, "each term of a filter is one")
    let together = input.signIns.indices.map { index in parts.allSatisfy { $0.verdicts[index] } }
    check(whole.verdicts == together, "a filter holds where all of its terms do")
    check(
      Judgement(pieces.joined(separator: " "), of: input.signIns)?.verdicts == together,
      "terms joined by a space say the same")
  }

  /// What parentheses, `not` and `or` make of a filter, from what it says itself.
  private mutating func checkStructure(of filter: Filter, in input: FilterInput) {
    guard !filter.isEmpty, !input.isDeep, let whole = Judgement(input.text, of: input.signIns) else { return }
    let opposite = whole.verdicts.map(!)
    let laws = [
      ("(\(input.text))", whole.verdicts), ("-(\(input.text))", opposite), ("not (\(input.text))", opposite),
      ("not -(\(input.text))", whole.verdicts), ("(\(input.text)) or zoe -zoe", whole.verdicts),
      ("(\(input.text)) zoe or (\(input.text)) -zoe", whole.verdicts),
      ("-(\(input.text)) or \(input.text)", whole.verdicts.map { _ in true }),
    ]
    for (text, expected) in laws {
      let judgement = Judgement(text, of: input.signIns)
      check(judgement?.verdicts == expected, "\(text) says what its parts do")
      check(judgement?.verdicts(in: input.snapshot) == expected, "\(text) says the same in a table")
    }
    check(Judgement("(\(input.text)) or zoe", of: [])?.filter.since == nil, "alternatives end no scan")
  }

  private mutating func checkHighlights(of filter: Filter, in input: FilterInput) {
    for kind in FilteredText.allCases {
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

  /// What is decided before all is known stays so.
  private mutating func checkTenants(_ input: FilterInput) {
    do throws(FilterError) {
      var matcher = RecordMatcher(try Filter(parsing: input.text, of: .tenants, in: FilterInput.context))
      let open = matcher.verdict(on: FuzzedTenant(text: input.foreign, count: nil))
      for count in [0, 1, 10, .max] {
        let known = matcher.verdict(on: FuzzedTenant(text: input.foreign, count: count))
        check(known != .undecided, "a tenant of which all is known is decided")
        check(open == .undecided || open == known, "what is decided stays so")
      }
    } catch {
      checkError(error, in: input.text)
    }
  }
}

/// A tenant that is called what a stranger likes.
private struct FuzzedTenant: FilterRecord {
  let text: String
  /// Of everything that is counted; nil while it is not known.
  let count: Int?

  func value(of field: FilterField?) -> FilterValue {
    switch field {
    case .risky, .normal, .risky24h: count.map(FilterValue.number) ?? .notKnownYet
    case .state: count.map { $0 == 0 ? .texts(["failed"]) : .missing } ?? .notKnownYet
    default: .texts([text, nil])
    }
  }
}

extension FilterInput {
  /// Whether there may be more to it than terms side by side.
  fileprivate var mayHaveStructure: Bool {
    let words = folded(text)
    return ["(", ")", "or", "not"].contains { words.contains($0) }
  }

  /// Whether more parentheses around it could be too many.
  var isDeep: Bool { FilterInput.isDeep(text) }

  static func isDeep(_ text: String) -> Bool { text.unicodeScalars.count { $0 == "(" } > 28 }
}

extension Unicode.Scalar {
  /// Whether this may be one character with a space beside it.
  fileprivate var joinsSpaces: Bool {
    properties.isGraphemeExtend || properties.generalCategory == .spacingMark || properties.generalCategory == .format
  }
}
