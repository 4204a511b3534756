/// A regular expression as it is written.
indirect enum ExpressionNode {
  case empty
  /// One scalar of a set.
  case scalar(ScalarSet)
  case edge(ExpressionEdge)
  case sequence([ExpressionNode])
  case choice([ExpressionNode])
  /// At least `least` times, and at most `most` times if there is a bound.
  case repeated(ExpressionNode, least: Int, most: Int?)

  /// How many instructions it takes, at least 1, counted no further than `limit` + 1.
  func cost(limit: Int) -> Int {
    let cost =
      switch self {
      case .empty, .scalar, .edge: 1
      case .sequence(let parts): ExpressionNode.sum(parts, each: 0, limit: limit)
      case .choice(let parts): ExpressionNode.sum(parts, each: 2, limit: limit)
      case .repeated(let part, let least, let most):
        part.cost(limit: limit) * (most ?? max(least, 1)) + (most ?? 1) - least + 1
      }
    return min(max(cost, 1), limit + 1)
  }

  private static func sum(_ parts: [ExpressionNode], each: Int, limit: Int) -> Int {
    parts.reduce(0) { min($0 + $1.cost(limit: limit) + each, limit + 1) }
  }
}

/// A place between two scalars.
enum ExpressionEdge: Hashable, Sendable {
  case start
  case end
  /// Between a character of a word and one of none.
  case wordBoundary
  case noWordBoundary
}
