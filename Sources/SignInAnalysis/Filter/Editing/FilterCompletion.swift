/// What could stand where the cursor is.
public struct FilterCompletion: Hashable, Sendable {
  /// What a candidate takes the place of, in offsets of `Character`s.
  public let replacing: Range<Int>
  /// Fields with their colon, or values in quotes where they need them; the most fitting first.
  public let candidates: [String]

  /// The most distinct values that are looked at, those that came last.
  private static let mostValues = 50_000

  /// The names of fields that begin with what stands before the cursor, or the values that were seen and fit: first those that
  /// begin with it, then those that contain it, each in alphabetical order. A country is also found by its English name.
  /// Addresses have to begin with it; those that came last are first. What no filter could read as a value is not offered.
  ///
  /// `cursor` is an offset of `Character`s; one outside of the text counts as the nearest end. There are at most `limit`
  /// candidates, and none inside an expression.
  public static func candidates(
    for text: String, cursor: Int, in snapshot: SignInSnapshot, limit: Int
  ) -> FilterCompletion {
    let cursor = min(max(cursor, 0), text.count)
    let before = String(text.prefix(cursor))
    guard let place = CompletionPlace(before) else {
      return FilterCompletion(replacing: cursor..<cursor, candidates: [])
    }
    let candidates =
      place.field.map { values(of: $0, fitting: place.written, in: snapshot, limit: limit) }
      ?? fields(from: place.written)
    return FilterCompletion(
      replacing: place.start..<max(place.start, cursor), candidates: Array(candidates.prefix(max(limit, 0))))
  }

  private static func fields(from written: String) -> [String] {
    let start = folded(written)
    return FilterField.allCases.map(\.rawValue).filter { $0.hasPrefix(start) }.map { $0 + ":" }
  }

  private static func values(
    of field: FilterField, fitting written: String, in snapshot: SignInSnapshot, limit: Int
  ) -> [String] {
    switch field {
    case .user: fitting(written, users(in: snapshot) { $0.displayName ?? $0.principalName })
    case .upn: fitting(written, users(in: snapshot, \.principalName))
    case .city: fitting(written, places(in: snapshot, \.city))
    case .country: countries(fitting: written, in: snapshot)
    case .ip: addresses(from: written, in: snapshot, limit: limit)
    case .risky: ["yes", "no"].filter { $0.hasPrefix(folded(written)) }
    case .since, .until: ["1h", "24h", "7d", "30d"].filter { $0.hasPrefix(folded(written)) }
    }
  }

  private static func users(in snapshot: SignInSnapshot, _ text: (SignInUser) -> String?) -> [String] {
    let users = snapshot.users
    return newest(users.count).compactMap { text(users[$0]) }
  }

  private static func places(in snapshot: SignInSnapshot, _ text: (SignInPlace) -> String?) -> [String] {
    let places = snapshot.places
    return newest(places.count).compactMap { text(places[$0]) }
  }

  private static func countries(fitting written: String, in snapshot: SignInSnapshot) -> [String] {
    let codes = Set(CountryCode.codes(beginning: folded(written)))
    let seen = places(in: snapshot, \.country)
    let direct = fitting(written, seen)
    return direct + Set(seen).filter { codes.contains(folded($0)) && !direct.contains($0) }.sorted()
  }

  private static func addresses(from written: String, in snapshot: SignInSnapshot, limit: Int) -> [String] {
    let addresses = snapshot.addresses
    var found: [String] = []
    for number in newest(addresses.count).reversed() where found.count < limit {
      if let address = addresses[number], IPNetwork(address: address) != nil,
        folded(address).hasPrefix(folded(written))
      {
        found.append(FilterQuoting.quoted(address))
      }
    }
    return found
  }

  private static func newest(_ count: Int) -> Range<UInt32> {
    UInt32(max(0, count - mostValues))..<UInt32(count)
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
  let field: FilterField?
  /// Where it begins, in offsets of `Character`s.
  let start: Int
  let written: String

  /// Nil inside an expression, behind a closed quote, after a field that is none, and where a mark makes one character of what is
  /// typed and what stands before it.
  init?(_ text: String) {
    let terms = FilterScanner.terms(of: text)
    let end = text.unicodeScalars.count
    let isOpen = terms.last.map { $0.range.upperBound == end } ?? false
    guard isOpen, let term = terms.last, let value = term.values.last else {
      self.init(field: nil, start: text.count, written: "")
      return
    }
    let offsets = CharacterOffsets(text)
    guard offsets.isStart(value.range.lowerBound) else { return nil }
    let start = offsets.range(value.range).lowerBound
    if let name = term.field?.text {
      guard let field = FilterField(written: name), value.form == .plain || !value.isClosed, value.form != .expression
      else { return nil }
      self.init(field: field, start: start, written: value.text)
    } else {
      guard value.form == .plain, term.values.count == 1 else { return nil }
      self.init(field: nil, start: start, written: value.text)
    }
  }

  private init(field: FilterField?, start: Int, written: String) {
    self.field = field
    self.start = start
    self.written = written
  }
}
