extension FilterParser {
  /// What looks like another language is refused with what says the same here.
  func refuseOtherLanguages(in term: WrittenTerm) throws(FilterError) {
    if let name = term.field {
      if name.text.unicodeScalars.first == "!" { try refuseNegatedField(term, name) }
      guard let rule = FilterField(written: name.text).flatMap(list.rule(of:)) else { return }
      if rule.isCompared(after: term.sign) { try refuseComparison(term, rule) } else { try refuseSign(term, rule) }
    } else if term.values[0].form == .plain {
      try refuseWord(term.values[0].text, of: term)
    }
  }

  private func refuseWord(_ text: String, of term: WrittenTerm) throws(FilterError) {
    switch term.bareWord == nil || term.isNegated ? "" : folded(text) {
    case "and", "&", "&&": throw error(term.range, .leaveOut(text))
    case "|", "||": throw error(term.range, .write("or"))
    default: break
    }
    guard let first = text.unicodeScalars.first else { return }
    if first == "!" { throw error(term.range, .write(withMinus(term))) }
    if "=<>".unicodeScalars.contains(first) {
      let example = list.rules.first(where: \.isNumber).map { "\($0.field.name)>10" } ?? "user:bob"
      throw error(term.range, "a field before it, without spaces, such as \(example)")
    }
  }

  /// What `!NL` says.
  private func withMinus(_ term: WrittenTerm) -> String {
    let rest = String(values(of: term).unicodeScalars.dropFirst())
    let isCode = list.rule(of: .country) != nil && CountryCode.isCode(folded(rest))
    let minus = term.isNegated ? "" : "-"
    if rest.isEmpty { return "not" }
    return isCode ? "\(minus)country:\(rest) or \(minus)\(rest)" : minus + rest
  }

  /// `!country:NL`
  private func refuseNegatedField(_ term: WrittenTerm, _ name: WrittenPart) throws(FilterError) {
    let rest = String(name.text.unicodeScalars.dropFirst())
    guard FilterField(written: rest).flatMap(list.rule(of:)) != nil else { return }
    throw error(term.range, .write("\(term.isNegated ? "" : "-")\(rest)\(term.sign)\(values(of: term))"))
  }

  /// `user=bob`, `country!=NL`, `user=~bob`, `country:!NL`, `country:(NL or NG)`
  private func refuseSign(_ term: WrittenTerm, _ rule: FieldRule) throws(FilterError) {
    let name = rule.field.name
    var values = values(of: term)
    var isNegated = term.isNegated
    if term.sign == ":" {
      guard let value = term.values.first, value.form == .plain, let first = value.text.unicodeScalars.first else {
        return
      }
      if first == "(" { throw error(term.range, "values with commas between them, such as \(name):a,b") }
      guard "!=<>".unicodeScalars.contains(first) else { return }
      if first == "!" { isNegated.toggle() }
      values = String(values.unicodeScalars.drop { "!=<>~".unicodeScalars.contains($0) })
    } else {
      if term.sign.unicodeScalars.first == "!" || term.sign == "<>" { isNegated.toggle() }
      if term.sign.unicodeScalars.last == "~", term.values[0].form == .plain, !values.isEmpty { values = "/\(values)/" }
    }
    guard !values.isEmpty else { throw error(term.range, .write("\(name):")) }
    if rule.field == .risky, !["yes", "no"].contains(folded(values)) { values = "yes" }
    throw error(term.range, .write("\(isNegated ? "-" : "")\(name):\(values)"))
  }

  /// `risky:10`, `risky:>10`, `risky==10`, `risky!=10`, `risky=>10`
  private func refuseComparison(_ term: WrittenTerm, _ rule: FieldRule) throws(FilterError) {
    guard NumberComparison(rawValue: term.sign) == nil else { return }
    let values = values(of: term)
    let written = (term.sign == ":" ? "" : term.sign) + values
    let sign = String(written.unicodeScalars.prefix { "=<>!~".unicodeScalars.contains($0) })
    let number = String(written.unicodeScalars.dropFirst(sign.unicodeScalars.count))
    guard !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw error(term.range, rule.expectation)
    }
    let isNegated = term.isNegated != (sign == "!=" || sign == "<>")
    let meant = [">": ">", ">=": ">=", "=>": ">=", "<": "<", "<=": "<=", "=<": "<="][sign] ?? "="
    throw error(term.range, .write("\(isNegated ? "-" : "")\(rule.field.name)\(meant)\(number)"))
  }

  /// As they are written.
  private func values(of term: WrittenTerm) -> String {
    guard let first = term.values.first, let last = term.values.last else { return "" }
    return brief(scanner.part(first.range.lowerBound..<last.range.upperBound).text)
  }

  /// Short enough to be repeated in a sentence.
  private func brief(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}
