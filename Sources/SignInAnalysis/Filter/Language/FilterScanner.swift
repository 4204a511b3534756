/// Cuts a filter's text into terms, parentheses, `or` and `not`, without a judgement on any.
///
/// It goes by scalars: a combining mark after a quote makes one `Character` of both, and must not hide the quote.
struct FilterScanner {
  let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// All tokens of a text.
  static func tokens(of text: String) -> [FilterToken] {
    var scanner = FilterScanner(text)
    return scanner.tokens()
  }

  /// All tokens from here on.
  mutating func tokens() -> [FilterToken] {
    var tokens: [FilterToken] = []
    while let token = next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> FilterToken? {
    while let next = peek, next.properties.isWhitespace { position += 1 }
    let start = position
    guard peek != nil else { return nil }
    if skip(")") { return .close(start..<position) }
    let isNegated = skip("-")
    if skip("(") { return .open(start..<position, isNegated: isNegated) }
    let term = term(from: start, isNegated: isNegated)
    switch isNegated ? nil : term.bareWord.map({ folded($0.text) }) {
    case "or": return .or(term.range)
    case "not": return .not(term.range)
    default: return .term(term)
    }
  }

  private mutating func term(from start: Int, isNegated: Bool) -> WrittenTerm {
    let field = field()
    var values = [value()]
    while skip(",") { values.append(value()) }
    return WrittenTerm(
      range: start..<position, isNegated: isNegated, field: field?.name, sign: field?.sign ?? ":", values: values)
  }

  /// What stands before a colon, or a name before a comparison.
  private mutating func field() -> (name: WrittenPart, sign: String)? {
    guard let first = peek, first != "\"", first != "/" else { return nil }
    var end = position
    while end < scalars.count, !isSeparator(scalars[end]), signLength(at: end) == 0 { end += 1 }
    let length = signLength(at: end)
    guard length > 0 else { return nil }
    let name = part(position..<end)
    let sign = part(end..<end + length)
    guard sign.text == ":" || name.text.isName else { return nil }
    position = end + length
    return (name, sign.text)
  }

  /// How many scalars a colon or a comparison has that begins here; 0 where none does.
  private func signLength(at start: Int) -> Int {
    guard start < scalars.count else { return 0 }
    if scalars[start] == ":" { return 1 }
    let isNot = scalars[start] == "!"
    let rest = scalars[(isNot ? start + 1 : start)...]
    guard let first = rest.first, "=<>".unicodeScalars.contains(first) || isNot && first == "~" else { return 0 }
    return rest.prefix { "=<>~".unicodeScalars.contains($0) }.count + (isNot ? 1 : 0)
  }

  private mutating func value() -> WrittenValue {
    switch peek {
    case "\"": return quotedValue()
    case "/": return expression()
    default:
      let start = position
      skipToSeparator()
      let whole = part(start..<position)
      return WrittenValue(form: .plain, range: whole.range, text: whole.text)
    }
  }

  private mutating func quotedValue() -> WrittenValue {
    let start = position
    var text = String.UnicodeScalarView()
    position += 1
    while let next = peek {
      position += 1
      if next == "\"", !skip("\"") { return closed(.quoted, from: start, text: String(text)) }
      text.append(next)
    }
    return WrittenValue(form: .quoted, range: start..<position, text: String(text), isClosed: false)
  }

  private mutating func expression() -> WrittenValue {
    let start = position
    position += 1
    while let next = peek {
      position += 1
      if next == "/" { return closed(.expression, from: start, text: part(start + 1..<position - 1).text) }
      if next == "\\", peek != nil { position += 1 }
    }
    return WrittenValue(
      form: .expression, range: start..<position, text: part(start + 1..<position).text, isClosed: false)
  }

  private mutating func closed(_ form: WrittenValue.Form, from start: Int, text: String) -> WrittenValue {
    let end = position
    skipToSeparator()
    return WrittenValue(form: form, range: start..<end, text: text, stray: end..<position)
  }

  private var peek: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  private mutating func skipToSeparator() {
    while let next = peek, !isSeparator(next) { position += 1 }
  }

  private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == ")" || scalar.properties.isWhitespace
  }

  func part(_ range: Range<Int>) -> WrittenPart {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return WrittenPart(range: range, text: String(text))
  }
}

extension String {
  /// Whether a field could be called so: ASCII letters and digits, a letter first.
  fileprivate var isName: Bool {
    guard let first = unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else { return false }
    return unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
  }
}
