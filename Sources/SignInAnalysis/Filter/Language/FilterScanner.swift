/// Cuts a filter's text into terms, without a judgement on any.
///
/// It goes by scalars: a combining mark after a quote makes one `Character` of both, and must not hide the quote.
struct FilterScanner {
  let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// All terms of a text.
  static func terms(of text: String) -> [WrittenTerm] {
    var scanner = FilterScanner(text)
    var terms: [WrittenTerm] = []
    while let term = scanner.nextTerm() { terms.append(term) }
    return terms
  }

  /// The next term; nil at the end.
  mutating func nextTerm() -> WrittenTerm? {
    while let next = peek, next.properties.isWhitespace { position += 1 }
    let start = position
    guard peek != nil else { return nil }
    let isNegated = skip("-")
    let field = field()
    var values = [value()]
    while skip(",") { values.append(value()) }
    return WrittenTerm(range: start..<position, isNegated: isNegated, field: field, values: values)
  }

  private mutating func field() -> WrittenPart? {
    guard let first = peek, first != "\"", first != "/" else { return nil }
    let length = scalars[position...].prefix { !isSeparator($0) && $0 != ":" }.count
    let end = position + length
    guard end < scalars.count, scalars[end] == ":" else { return nil }
    let name = part(position..<end)
    position = end + 1
    return name
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
    scalar == "," || scalar.properties.isWhitespace
  }

  private func part(_ range: Range<Int>) -> WrittenPart {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return WrittenPart(range: range, text: String(text))
  }
}
