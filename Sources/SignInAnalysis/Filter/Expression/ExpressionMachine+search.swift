extension ExpressionMachine {
  /// What a search came to.
  enum Outcome: Hashable {
    case found
    case notFound
    /// Not found in the part of the text that was looked at.
    case notFoundSoFar
  }

  /// Whether a folded text has a match, in a machine that is not anchored. Looks at `TextExpression.longestText`
  /// scalars.
  mutating func search(_ text: String) -> Outcome {
    var state = start(after: .nothing)
    var left = TextExpression.longestText
    for scalar in text.unicodeScalars {
      let step = step(from: state, over: program.alphabet(scalar))
      if step.isFound { return .found }
      guard left > 0 else { return .notFoundSoFar }
      left -= 1
      state = step.state
    }
    return step(from: state, over: end).isFound ? .found : .notFound
  }

  /// The end of the longest match that begins at an offset, in an anchored machine; nil if there is none.
  mutating func longestMatch(in scalars: [Unicode.Scalar], from offset: Int) -> Int? {
    var state = start(after: previous(of: offset, in: scalars))
    var longest: Int?
    for (position, scalar) in scalars[offset...].enumerated() {
      let step = step(from: state, over: program.alphabet(scalar))
      if step.isFound { longest = offset + position }
      state = step.state
      if isDead(state) { return longest }
    }
    return step(from: state, over: end).isFound ? scalars.count : longest
  }

  private func previous(of offset: Int, in scalars: [Unicode.Scalar]) -> Previous {
    guard offset > 0 else { return .nothing }
    return program.alphabet.isWord(program.alphabet(scalars[offset - 1])) ? .word : .other
  }
}
