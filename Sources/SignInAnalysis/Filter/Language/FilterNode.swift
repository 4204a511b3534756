/// A filter as a tree. What is negated is negated at its terms: `-(a or b)` is read as `-a -b`.
indirect enum FilterNode: Hashable, Sendable {
  case term(FilterTerm)
  /// Holds where all of these do, and so where there are none.
  case all([FilterNode])
  /// Holds where one of these does.
  case any([FilterNode])

  /// One node of some that must all hold, or of which one must. Nothing of one kind stands inside its own kind.
  static func joining(_ nodes: [FilterNode], isAny: Bool) -> FilterNode {
    if nodes.count == 1 { return nodes[0] }
    let parts = nodes.flatMap { node in
      switch node {
      case .all(let parts) where !isAny: parts
      case .any(let parts) where isAny: parts
      default: [node]
      }
    }
    return isAny ? .any(parts) : .all(parts)
  }

  /// In the order in which they were written.
  var terms: [FilterTerm] {
    switch self {
    case .term(let term): [term]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.terms)
    }
  }
}
