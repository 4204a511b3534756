extension ExpressionParser {
  /// Reads what follows a backslash outside of a class.
  mutating func escape(from start: Int) throws(ExpressionError) -> ExpressionNode {
    guard let next = peek else { throw error(start..<position, "a character after \\") }
    position += 1
    switch next {
    case "b": return .edge(.wordBoundary)
    case "B": return .edge(.noWordBoundary)
    case "1"..."9", "k": throw error(start..<position, "no back-reference")
    default:
      if let set = ExpressionParser.shorthand(next) { return .scalar(set) }
      return ExpressionParser.literal(try literalEscape(next, from: start))
    }
  }

  /// Reads a class behind its `[`.
  mutating func characterClass(from start: Int) throws(ExpressionError) -> ScalarSet {
    let isInverted = skip("^")
    let first = position
    var ranges: [ClosedRange<UInt32>] = []
    while !skip("]") {
      guard peek != nil else { throw error(start..<start + 1, "a ] for this [") }
      ranges += try classItem()
    }
    guard position - 1 > first else {
      throw error(start..<position, "something between [ and ], where ] itself is \\]")
    }
    let set = ScalarSet(ranges).withFolds
    return isInverted ? set.inverted : set
  }

  private mutating func classItem() throws(ExpressionError) -> [ClosedRange<UInt32>] {
    let start = position
    let lower: UInt32
    switch try classAtom() {
    case .set(let set): return set.ranges
    case .scalar(let scalar): lower = scalar.value
    }
    // A minus at the end of a class is itself.
    guard peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else { return [lower...lower] }
    position += 1
    guard case .scalar(let upper) = try classAtom(), lower <= upper.value else {
      throw error(start..<position, "a range that goes up, such as a-z")
    }
    return [lower...upper.value]
  }

  private enum ClassAtom {
    case scalar(Unicode.Scalar)
    case set(ScalarSet)
  }

  private mutating func classAtom() throws(ExpressionError) -> ClassAtom {
    let start = position
    guard let next = peek else { throw error(start..<start, "a ] after this") }
    position += 1
    if next == "[", let mark = peek, ":.=".unicodeScalars.contains(mark) {
      throw error(start..<position + 1, "\\d, \\w, \\s or a range such as a-z")
    }
    guard next == "\\" else { return .scalar(next) }
    guard let escaped = peek else { throw error(start..<position, "a character after \\") }
    position += 1
    if let set = ExpressionParser.shorthand(escaped) { return .set(set) }
    return .scalar(try literalEscape(escaped, from: start))
  }

  private static func shorthand(_ letter: Unicode.Scalar) -> ScalarSet? {
    switch letter {
    case "d": .digits
    case "D": ScalarSet.digits.inverted
    case "w": .wordCharacters
    case "W": ScalarSet.wordCharacters.inverted
    case "s": .blanks
    case "S": ScalarSet.blanks.inverted
    default: nil
    }
  }

  /// The scalar that an escape stands for; letters and digits of ASCII are kept for what has a meaning.
  private func literalEscape(_ scalar: Unicode.Scalar, from start: Int) throws(ExpressionError) -> Unicode.Scalar {
    switch scalar {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "0"..."9", "a"..."z", "A"..."Z":
      throw error(start..<position, "one of \\d \\w \\s \\b \\D \\W \\S \\B \\t \\n \\r, or \\ before a sign")
    default: return scalar
    }
  }
}
