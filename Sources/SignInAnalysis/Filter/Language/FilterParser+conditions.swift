import Elements

extension FilterParser {
  /// What a term asks for, and of which field. Of several one has to hold.
  func conditions(
    of term: WrittenTerm, rule: FieldRule?
  ) throws(FilterError) -> [(field: FilterField?, condition: FilterCondition)] {
    guard let rule else { return [(nil, .texts(try texts(of: term.values)))] }
    switch rule.kind {
    case .place: return try place(term.values)
    case .property: return try properties(term.values, rule)
    default: return [(rule.field, try condition(of: term, rule))]
    }
  }

  private func condition(of term: WrittenTerm, _ rule: FieldRule) throws(FilterError) -> FilterCondition {
    switch rule.kind {
    case .text, .place, .property: .texts(try texts(of: term.values))
    case .label: try labels(term.values, of: rule)
    case .labels(let known): try labels(term.values, of: rule, known: known)
    case .country: try country(term.values)
    case .address: try address(term.values, rule)
    case .signal: .signal(try named(term.values, rule, SignalRule.allCases, \.rawValue), countsQuiet: false)
    case .severity: .severity(try named(term.values, rule, SignalSeverity.allCases, \.name), countsQuiet: false)
    case .network: try network(term.values)
    case .verdict: .risk(try risk(term.values, rule))
    case .since: .since(try times(term.values, rule).min() ?? context.now)
    case .until: .until(try times(term.values, rule).max() ?? context.now)
    case .hours: .hours(try hours(term.values, rule))
    case .number: try numbers(term, rule)
    case .countedText:
      rule.isCompared(after: term.sign) ? try numbers(term, rule) : .texts(try texts(of: term.values))
    }
  }

  private func texts(of values: [WrittenValue]) throws(FilterError) -> TextChoice {
    var choice = TextChoice()
    for value in values {
      if value.form == .expression {
        choice.expressions.append(try expression(value))
      } else {
        choice.words.append(try word(value))
      }
    }
    return choice
  }

  /// Nothing is left of a text of nothing but marks and invisible characters, and nothing would be found everywhere.
  private func word(_ value: WrittenValue) throws(FilterError) -> String {
    let word = folded(value.text)
    guard !word.isEmpty else { throw error(value.range, "a character that can be seen") }
    return word
  }

  private func expression(_ value: WrittenValue) throws(FilterError) -> TextExpression {
    do throws(ExpressionError) {
      return try TextExpression(parsing: value.text)
    } catch {
      let start = value.range.lowerBound + 1
      let range = start + error.range.lowerBound..<start + error.range.upperBound
      throw self.error(range.isEmpty ? value.range : range, error.expected)
    }
  }

  private func labels(
    _ values: [WrittenValue], of rule: FieldRule, known: [String]? = nil
  ) throws(FilterError) -> FilterCondition {
    let choice = try texts(of: values)
    if let known, let unknown = values.first(where: { $0.form == .expression || !known.contains(folded($0.text)) }) {
      throw error(unknown.range, rule.expectation)
    }
    return .labels(Set(choice.words), TextChoice(expressions: choice.expressions))
  }

  private func country(_ values: [WrittenValue]) throws(FilterError) -> FilterCondition {
    var names = try texts(of: values)
    let codes = Set(names.words.filter(CountryCode.isCode))
    let called = names.words.flatMap(CountryCode.codes(named:))
    names.words.removeAll { codes.contains($0) }
    return .country(codes: codes.union(called), names: names)
  }

  /// Two letters are a country's code, and no part of a city's name.
  private func place(
    _ values: [WrittenValue]
  ) throws(FilterError) -> [(field: FilterField?, condition: FilterCondition)] {
    let country = try country(values)
    guard case .country(_, let names) = country, !names.isEmpty else { return [(.country, country)] }
    return [(.country, country), (.city, .texts(names))]
  }

  private func properties(
    _ values: [WrittenValue], _ rule: FieldRule
  ) throws(FilterError) -> [(field: FilterField?, condition: FilterCondition)] {
    var asked: [(field: FilterField?, condition: FilterCondition)] = []
    for value in values {
      switch value.form == .expression ? "" : folded(value.text) {
      case "risky": asked.append((.risky, .risk([true])))
      case "quiet" where list.rule(of: .signal) != nil: asked.append((.is, .quiet))
      case "stayed" where list.rule(of: .signal) != nil: asked.append((.is, .stayed))
      default: throw error(value.range, rule.expectation)
      }
    }
    return asked
  }

  /// Those with one of the names, or whose name begins so.
  private func named<Value>(
    _ values: [WrittenValue], _ rule: FieldRule, _ all: [Value], _ name: (Value) -> String
  ) throws(FilterError) -> Set<Value> {
    var found: Set<Value> = []
    for value in values {
      let start = folded(value.text)
      let meant = all.first { name($0) == start }.map { [$0] } ?? all.filter { name($0).hasPrefix(start) }
      guard value.form != .expression, !start.isEmpty, !meant.isEmpty else {
        throw error(value.range, rule.expectation)
      }
      found.formUnion(meant)
    }
    return found
  }

  /// The name of a kind means all of its networks.
  private func network(_ values: [WrittenValue]) throws(FilterError) -> FilterCondition {
    var names = try texts(of: values)
    let kinds = Set(names.words.compactMap(NetworkKind.init(rawValue:)))
    names.words.removeAll { NetworkKind(rawValue: $0) != nil }
    return .network(kinds, names)
  }

  private func address(_ values: [WrittenValue], _ rule: FieldRule) throws(FilterError) -> FilterCondition {
    var networks: [IPNetwork] = []
    var choice = TextChoice()
    for value in values {
      if value.form == .expression {
        choice.expressions.append(try expression(value))
      } else if let network = IPNetwork(query: value.text) {
        networks.append(network)
      } else {
        throw unreadable(value, rule)
      }
    }
    return .address(networks, choice)
  }

  private func unreadable(_ address: WrittenValue, _ rule: FieldRule) -> FilterError {
    if let network = IPNetwork.starred(address.text) { return error(address.range, .write("ip:\(network)")) }
    let hasStar = address.text.unicodeScalars.contains("*")
    return error(address.range, hasStar ? "a star for whole numbers alone, such as 203.0.113.*" : rule.expectation)
  }

  private func risk(_ values: [WrittenValue], _ rule: FieldRule) throws(FilterError) -> Set<Bool> {
    var verdicts: Set<Bool> = []
    for value in values {
      switch value.form == .expression ? "" : folded(value.text) {
      case "yes": verdicts.insert(true)
      case "no": verdicts.insert(false)
      default: throw error(value.range, rule.expectation)
      }
    }
    return verdicts
  }

  private func times(_ values: [WrittenValue], _ rule: FieldRule) throws(FilterError) -> [Timestamp] {
    var times: [Timestamp] = []
    for value in values {
      guard value.form != .expression, let time = context.time(value.text) else {
        throw error(value.range, rule.expectation)
      }
      times.append(time)
    }
    return times
  }

  private func hours(_ values: [WrittenValue], _ rule: FieldRule) throws(FilterError) -> HourSet {
    var hours = HourSet(zone: context.zone)
    for value in values {
      guard value.form != .expression, hours.insert(value.text) else { throw error(value.range, rule.expectation) }
    }
    return hours
  }

  private func numbers(_ term: WrittenTerm, _ rule: FieldRule) throws(FilterError) -> FilterCondition {
    guard let comparison = NumberComparison(rawValue: term.sign) else { throw error(term.range, rule.expectation) }
    var numbers: [Int] = []
    for value in term.values {
      let isDigits = value.form != .expression && value.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isDigits, let number = Int(value.text) else { throw error(value.range, "a number") }
      numbers.append(number)
    }
    return .number(comparison, numbers)
  }
}
