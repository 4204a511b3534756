import Elements

/// Reads the terms of a filter, or says what was expected instead.
struct FilterParser {
  private var scanner: FilterScanner
  private let offsets: CharacterOffsets
  let context: FilterContext

  init(_ text: String, in context: FilterContext) {
    scanner = FilterScanner(text)
    offsets = CharacterOffsets(text)
    self.context = context
  }

  mutating func terms() throws(FilterError) -> [FilterTerm] {
    var terms: [FilterTerm] = []
    while let written = scanner.nextTerm() { terms.append(try term(written)) }
    return terms
  }

  private func term(_ written: WrittenTerm) throws(FilterError) -> FilterTerm {
    let field = try field(of: written)
    for value in written.values { try check(value, of: written, field: field) }
    return FilterTerm(
      range: offsets.range(written.range), isNegated: written.isNegated, field: field,
      condition: try condition(of: written, field: field))
  }

  private func field(of written: WrittenTerm) throws(FilterError) -> FilterField? {
    if let name = written.field {
      if let field = FilterField(written: name.text) { return field }
      throw unknownField(name.text, at: name.range.isEmpty ? written.range : name.range)
    }
    // After a comma a colon is as wrong as before it.
    for value in written.values where value.form == .plain {
      guard let colon = value.text.firstIndex(of: ":") else { continue }
      throw unknownField(String(value.text[..<colon]), at: value.range)
    }
    return nil
  }

  private func check(_ value: WrittenValue, of term: WrittenTerm, field: FilterField?) throws(FilterError) {
    guard value.isClosed else {
      throw error(value.range, value.form == .quoted ? "a closing \"" : "a closing /")
    }
    guard value.stray.isEmpty else { throw error(value.stray, "a blank or a comma") }
    guard !value.text.isEmpty else {
      let isAlone = term.isNegated && field == nil && value.form == .plain && term.values.count == 1
      throw error(
        value.range.isEmpty ? term.range : value.range,
        isAlone ? "a term after -" : value.form == .expression ? "an expression" : field?.expectation ?? "a word")
    }
  }

  private func unknownField(_ name: String, at range: Range<Int>) -> FilterError {
    let names = FilterField.allCases.map(\.rawValue)
    let list = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    let nearest = NearestName.nearest(to: folded(name), among: names).map { " (\($0)?)" } ?? ""
    return error(range, "a field\(nearest): \(list), or quotes around a word with a colon")
  }

  func error(_ scalars: Range<Int>, _ expected: String) -> FilterError {
    FilterError(range: offsets.range(scalars), expected: expected)
  }
}
