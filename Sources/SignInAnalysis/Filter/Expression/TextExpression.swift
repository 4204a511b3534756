/// A regular expression, made ready to be looked for in folded texts.
struct TextExpression: Sendable {
  /// The most instructions of a program.
  static let largestProgram = 2_000
  /// The most scalars that an expression is written with.
  static let longestSource = 1_000
  /// How many scalars of a text are looked at.
  static let longestText = 4_096

  let source: String
  let program: ExpressionProgram

  /// Reads what stands between the slashes.
  init(parsing source: String) throws(ExpressionError) {
    let scalars = Array(source.unicodeScalars)
    guard scalars.count <= TextExpression.longestSource else {
      throw ExpressionError(range: 0..<scalars.count, expected: "an expression of at most 1,000 characters")
    }
    var parser = ExpressionParser(scalars)
    let node = try parser.expression()
    guard node.cost(limit: TextExpression.largestProgram) < TextExpression.largestProgram else {
      throw ExpressionError(
        range: 0..<scalars.count,
        expected: "a smaller expression: with its counts written out, this has over 2,000 steps")
    }
    self.source = source
    program = ExpressionProgram(node)
  }
}

extension TextExpression: Hashable {
  static func == (left: TextExpression, right: TextExpression) -> Bool {
    left.source.unicodeScalars.elementsEqual(right.source.unicodeScalars)
  }

  func hash(into hasher: inout Hasher) {
    for scalar in source.unicodeScalars { hasher.combine(scalar) }
  }
}
