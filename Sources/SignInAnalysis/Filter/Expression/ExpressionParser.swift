/// Reads a regular expression.
///
/// Literals, `.`, classes, `\d \w \s \b` and their negations, `^ $`, groups, `|`, and `* + ? {m,n}`, also in their lazy
/// forms: whether something matches does not depend on laziness. Literals and classes are folded, as the texts are.
struct ExpressionParser {
  let scalars: [Unicode.Scalar]
  var position = 0
  private var depth = 0

  /// How far groups may be nested.
  private static let deepest = 100
  /// The largest count in `{m,n}`.
  private static let largestCount = 1_000

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func expression() throws(ExpressionError) -> ExpressionNode {
    let node = try choice()
    guard position == scalars.count else { throw error(position..<position + 1, "a ( before this )") }
    return node
  }

  private mutating func choice() throws(ExpressionError) -> ExpressionNode {
    var parts = [try sequence()]
    while skip("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws(ExpressionError) -> ExpressionNode {
    var parts: [ExpressionNode] = []
    while let next = peek, next != "|", next != ")" { parts.append(try quantified()) }
    return .sequence(parts)
  }

  private mutating func quantified() throws(ExpressionError) -> ExpressionNode {
    let start = position
    let atom = try atom()
    guard let (least, most) = try quantifier() else { return atom }
    if case .edge = atom { throw error(start..<position, "something to repeat") }
    _ = skip("?")
    if let next = peek, "*+?{".unicodeScalars.contains(next) {
      throw error(position..<position + 1, "something to repeat")
    }
    return .repeated(atom, least: least, most: most)
  }

  private mutating func quantifier() throws(ExpressionError) -> (least: Int, most: Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    let start = position
    guard skip("{") else { return nil }
    let least = number()
    let most = skip(",") ? number() : least
    guard let least, skip("}") else { throw error(start..<position, "a count such as {2,5}, or \\{") }
    let isOpen = scalars[position - 2] == ","
    guard max(least, most ?? 0) <= ExpressionParser.largestCount else {
      throw error(start..<position, "a count of at most 1,000")
    }
    guard isOpen || least <= most ?? least else { throw error(start..<position, "the smaller count first") }
    return (least, isOpen ? nil : most)
  }

  /// Digits, as far as they matter.
  private mutating func number() -> Int? {
    let digits = scalars[position...].prefix { ("0"..."9").contains($0) }
    position += digits.count
    guard !digits.isEmpty else { return nil }
    return digits.reduce(0) { min($0 * 10 + Int($1.value) - 0x30, ExpressionParser.largestCount + 1) }
  }

  private mutating func atom() throws(ExpressionError) -> ExpressionNode {
    let start = position
    guard let next = peek else { return .empty }
    position += 1
    switch next {
    case "(": return try group(from: start)
    case "[": return .scalar(try characterClass(from: start))
    case ".": return .scalar(.notNewline)
    case "^": return .edge(.start)
    case "$": return .edge(.end)
    case "\\": return try escape(from: start)
    case "*", "+", "?": throw error(start..<position, "something to repeat")
    case "{": throw error(start..<position, "something to repeat, or \\{")
    default: return ExpressionParser.literal(next)
    }
  }

  private mutating func group(from start: Int) throws(ExpressionError) -> ExpressionNode {
    if skip("?"), !skip(":") {
      let isLook = peek.map { "=!<".unicodeScalars.contains($0) } ?? false
      throw error(start..<min(position + 1, scalars.count), isLook ? "no look-around" : "a group ( or (?:")
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= ExpressionParser.deepest else { throw error(start..<position, "at most 100 nested groups") }
    let node = try choice()
    guard skip(")") else { throw error(start..<start + 1, "a ) for this (") }
    return node
  }

  /// What a scalar of the expression is in a folded text: none, one or several.
  static func literal(_ scalar: Unicode.Scalar) -> ExpressionNode {
    .sequence(folded(String(scalar)).unicodeScalars.map { .scalar(ScalarSet([$0.value...$0.value])) })
  }

  var peek: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  func error(_ range: Range<Int>, _ expected: String) -> ExpressionError {
    ExpressionError(range: range, expected: expected)
  }
}
