import Elements

extension FilterParser {
  func node(of written: WrittenTerm, isNegated: Bool) throws(FilterError) -> FilterNode {
    try refuseOtherLanguages(in: written)
    let rule = try rule(of: written)
    for value in written.values { try check(value, of: written, rule: rule) }
    let asked = try conditions(of: written, rule: rule)
    let isUnfinished = isUnfinishedFieldName(written)
    let terms = asked.map { field, condition in
      FilterNode.term(
        FilterTerm(
          range: characters(written.range), isNegated: isNegated, field: field, isUnfinishedFieldName: isUnfinished,
          condition: condition))
    }
    return FilterNode.joining(terms, isAny: !isNegated)
  }

  /// Nil for a term without a field.
  private func rule(of written: WrittenTerm) throws(FilterError) -> FieldRule? {
    if let name = written.field {
      if let rule = FilterField(written: name.text).flatMap(list.rule(of:)) { return rule }
      throw unknownField(name.text, at: name.range.isEmpty ? written.range : name.range, of: written)
    }
    // After a comma a colon is as wrong as before it.
    for value in written.values where value.form == .plain {
      guard let colon = value.text.firstIndex(of: ":") else { continue }
      throw unknownField(String(value.text[..<colon]), at: value.range, of: written)
    }
    return nil
  }

  private func check(_ value: WrittenValue, of term: WrittenTerm, rule: FieldRule?) throws(FilterError) {
    guard value.isClosed else {
      throw error(value.range, value.form == .quoted ? "a closing \"" : "a closing /")
    }
    guard value.stray.isEmpty else { throw error(value.stray, "a space or a comma") }
    guard !value.text.isEmpty else {
      let isAlone = term.isNegated && rule == nil && value.form == .plain && term.values.count == 1
      throw error(
        value.range.isEmpty ? term.range : value.range,
        isAlone ? "a term after -" : value.form == .expression ? "an expression" : rule?.expectation ?? "a word")
    }
    guard value.form != .plain || !value.text.unicodeScalars.contains("(") else {
      throw error(value.range, "quotes around a text with a (")
    }
  }

  private func unknownField(_ name: String, at range: Range<Int>, of term: WrittenTerm) -> FilterError {
    let words = scanner.part(term.range).text
    if list.rule(of: .ip) != nil, IPNetwork(query: words) != nil { return error(term.range, .write("ip:\(words)")) }
    let name = String(name.prefix(32))
    if folded(name) == "time", list.rule(of: .since) != nil {
      return error(range, .write("since: for times from one on, until: for those before it"))
    }
    let nearest = NearestName.nearest(to: folded(name), among: list.fields.map(\.name)).flatMap(
      FilterField.init(rawValue:))
    return error(range, .unknownField(name, nearest: nearest, fields: list.fields))
  }

  private func isUnfinishedFieldName(_ written: WrittenTerm) -> Bool {
    guard written.range.upperBound == scanner.scalars.count, let word = written.bareWord else { return false }
    let start = folded(word.text)
    return list.fields.contains { $0.isBegun(by: start) }
  }
}
