import Elements

/// What could stand where the cursor is.
public struct FilterCompletion: Hashable, Sendable {
  /// What a candidate takes the place of, in offsets of `Character`s.
  public let replacing: Range<Int>
  /// Fields with their colon or comparison, or values in quotes where they need them; the most fitting first.
  public let candidates: [String]

  /// The names of fields that begin with what stands before the cursor, or the values that were seen and fit: first
  /// those that begin with it, then those that contain it, each in alphabetical order. A country is also found by its
  /// English name. Addresses have to begin with it; those that came last are first. What no filter could read as a
  /// value is not offered.
  ///
  /// `cursor` is an offset of `Character`s; one outside of the text counts as the nearest end. There are at most
  /// `limit` candidates, and none inside an expression.
  public static func candidates(
    for text: String, cursor: Int, of list: FilterList, among seen: SeenValues, limit: Int
  ) -> FilterCompletion {
    let cursor = min(max(cursor, 0), text.count)
    guard let place = CompletionPlace(String(text.prefix(cursor)), of: list) else {
      return FilterCompletion(replacing: cursor..<cursor, candidates: [])
    }
    let candidates =
      place.rule.map { values(of: $0, fitting: place.written, seen) } ?? fields(of: list, from: place.written)
    return FilterCompletion(
      replacing: place.start..<max(place.start, cursor), candidates: Array(candidates.prefix(max(limit, 0))))
  }

  private static func fields(of list: FilterList, from written: String) -> [String] {
    let start = folded(written)
    return list.rules.filter { $0.field.name.hasPrefix(start) }.map { $0.field.name + ($0.isNumber ? ">" : ":") }
  }

  private static func values(of rule: FieldRule, fitting written: String, _ seen: SeenValues) -> [String] {
    switch rule.kind {
    case .text, .label, .countedText: fitting(written, seen.texts(rule.field))
    case .country, .place: countries(fitting: written, seen.texts(rule.field))
    case .address: addresses(from: written, seen.texts(rule.field))
    case .verdict: beginning(written, ["yes", "no"])
    case .property: beginning(written, ["risky", "quiet", "stayed"])
    case .signal: beginning(written, SignalRule.allCases.map(\.rawValue))
    case .severity: beginning(written, SignalSeverity.allCases.reversed().map(\.name))
    case .network:
      beginning(written, NetworkKind.allCases.map(\.rawValue)) + fitting(written, seen.texts(rule.field))
    case .labels(let known): beginning(written, known)
    case .since, .until: beginning(written, ["1h", "24h", "7d", "30d", "today"])
    case .hours: beginning(written, ["22-06", "08-18"])
    case .number: []
    }
  }

  private static func beginning(_ written: String, _ values: [String]) -> [String] {
    let start = folded(written)
    return values.filter { $0.hasPrefix(start) }
  }

  private static func countries(fitting written: String, _ seen: [String]) -> [String] {
    let codes = Set(CountryCode.codes(beginning: folded(written)))
    let direct = fitting(written, seen)
    return direct + Set(seen).filter { codes.contains(folded($0)) && !direct.contains($0) }.sorted()
  }

  private static func addresses(from written: String, _ seen: [String]) -> [String] {
    let start = folded(written)
    return seen.reversed().filter { folded($0).hasPrefix(start) && IPNetwork(address: $0) != nil }
      .map(FilterQuoting.quoted)
  }

  /// The distinct texts that contain what was written.
  private static func fitting(_ written: String, _ texts: [String]) -> [String] {
    let word = folded(written)
    let found = Set(texts).compactMap { text -> (rank: Int, fold: String, text: String)? in
      let fold = folded(text)
      // Of invisible characters nothing is left to look for.
      if fold.isEmpty { return nil }
      return fold.hasPrefix(word) ? (0, fold, text) : fold.contains(word) ? (1, fold, text) : nil
    }
    return found.sorted { $0 < $1 }.map { FilterQuoting.quoted($0.text) }
  }
}

/// What is being typed at the end of a text.
private struct CompletionPlace {
  /// Nil where a field's name is.
  let rule: FieldRule?
  /// Where it begins, in offsets of `Character`s.
  let start: Int
  let written: String

  /// Nil inside an expression, behind a closed quote, after a field that is none, and where a mark makes one character
  /// of what is typed and what stands before it.
  init?(_ text: String, of list: FilterList) {
    let last = FilterScanner.tokens(of: text).last
    guard let last, last.range.upperBound == text.unicodeScalars.count else {
      self.init(rule: nil, start: text.count, written: "")
      return
    }
    switch last {
    case .open: self.init(rule: nil, start: text.count, written: "")
    case .close, .or, .not: return nil
    case .term(let term): self.init(term, in: text, of: list)
    }
  }

  private init?(_ term: WrittenTerm, in text: String, of list: FilterList) {
    let offsets = CharacterOffsets(text)
    guard let value = term.values.last, offsets.isStart(value.range.lowerBound) else { return nil }
    let start = offsets.range(value.range).lowerBound
    if let name = term.field?.text {
      guard let rule = FilterField(written: name).flatMap(list.rule(of:)), term.sign == ":",
        value.form == .plain || !value.isClosed, value.form != .expression
      else { return nil }
      self.init(rule: rule, start: start, written: value.text)
    } else {
      guard term.bareWord != nil else { return nil }
      self.init(rule: nil, start: start, written: value.text)
    }
  }

  private init(rule: FieldRule?, start: Int, written: String) {
    self.rule = rule
    self.start = start
    self.written = written
  }
}
