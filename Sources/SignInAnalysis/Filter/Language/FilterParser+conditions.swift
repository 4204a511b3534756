import Elements

extension FilterParser {
  func condition(of term: WrittenTerm, field: FilterField?) throws(FilterError) -> FilterCondition {
    switch field {
    case nil, .user, .upn, .city: .texts(try texts(of: term.values, field: field))
    case .country: try country(term.values)
    case .ip: try address(term.values)
    case .risky: .risk(try risk(term.values))
    case .since: .since(try times(term.values, field: .since).min() ?? context.now)
    case .until: .until(try times(term.values, field: .until).max() ?? context.now)
    }
  }

  private func texts(of values: [WrittenValue], field: FilterField?) throws(FilterError) -> TextChoice {
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

  private func country(_ values: [WrittenValue]) throws(FilterError) -> FilterCondition {
    var names = try texts(of: values, field: .country)
    let codes = Set(names.words.filter(CountryCode.isCode))
    let called = names.words.flatMap(CountryCode.codes(named:))
    names.words.removeAll { codes.contains($0) }
    return .country(codes: codes.union(called), names: names)
  }

  private func address(_ values: [WrittenValue]) throws(FilterError) -> FilterCondition {
    var networks: [IPNetwork] = []
    var choice = TextChoice()
    for value in values {
      if value.form == .expression {
        choice.expressions.append(try expression(value))
      } else if let network = IPNetwork(query: value.text) {
        networks.append(network)
      } else {
        throw error(value.range, FilterField.ip.expectation)
      }
    }
    return .address(networks, choice)
  }

  private func risk(_ values: [WrittenValue]) throws(FilterError) -> Set<Bool> {
    var verdicts: Set<Bool> = []
    for value in values {
      switch value.form == .expression ? "" : folded(value.text) {
      case "yes": verdicts.insert(true)
      case "no": verdicts.insert(false)
      default: throw error(value.range, FilterField.risky.expectation)
      }
    }
    return verdicts
  }

  private func times(_ values: [WrittenValue], field: FilterField) throws(FilterError) -> [Timestamp] {
    var times: [Timestamp] = []
    for value in values {
      guard value.form != .expression, let time = context.time(value.text) else {
        throw error(value.range, field.expectation)
      }
      times.append(time)
    }
    return times
  }
}
