/// What decides the terms of a filter, in the filter's shape.
struct MatchTree<Leaf> {
  /// Whether one of the parts has to hold, and not all.
  let isAny: Bool
  /// Cheap ones first.
  var leaves: [Leaf]
  var branches: [MatchTree]

  init(_ node: FilterNode, effort: (Leaf) -> Int, leaf: (FilterTerm) -> Leaf) {
    let nodes: [FilterNode]
    switch node {
    case .term: (isAny, nodes) = (false, [node])
    case .all(let parts): (isAny, nodes) = (false, parts)
    case .any(let parts): (isAny, nodes) = (true, parts)
    }
    leaves = nodes.compactMap { if case .term(let term) = $0 { leaf(term) } else { nil } }
    leaves.sort { effort($0) < effort($1) }
    branches = nodes.compactMap { node in
      if case .term = node { nil } else { MatchTree(node, effort: effort, leaf: leaf) }
    }
  }

  mutating func change(_ body: (inout Leaf) -> Void) {
    for index in leaves.indices { body(&leaves[index]) }
    for index in branches.indices { branches[index].change(body) }
  }

  func sum(_ number: (Leaf) -> Int) -> Int {
    leaves.reduce(0) { $0 + number($1) } + branches.reduce(0) { $0 + $1.sum(number) }
  }

  /// Together, from what is said of each leaf. A leaf that cannot change the answer is not asked.
  mutating func verdict(_ ask: (inout Leaf) -> FilterVerdict) -> FilterVerdict {
    let deciding: FilterVerdict = isAny ? .holds : .fails
    var isOpen = false
    for index in leaves.indices {
      let verdict = ask(&leaves[index])
      if verdict == deciding { return deciding }
      if verdict == .undecided { isOpen = true }
    }
    for index in branches.indices {
      let verdict = branches[index].verdict(ask)
      if verdict == deciding { return deciding }
      if verdict == .undecided { isOpen = true }
    }
    return isOpen ? .undecided : deciding.negated
  }
}

extension MatchTree where Leaf == TermMatcher {
  /// Whether a row fulfils it. Inlined: most filters are nothing but leaves, and are asked about a million rows.
  @inline(__always)
  mutating func holds(at offset: Int, of columns: SignInColumns, in snapshot: SignInSnapshot, row: RowNumber) -> Bool {
    for index in leaves.indices
    where (leaves[index].holds(at: offset, of: columns, in: snapshot, row: row) != leaves[index].isNegated) == isAny {
      return isAny
    }
    return branches.isEmpty ? !isAny : holdsByBranches(at: offset, of: columns, in: snapshot, row: row)
  }

  @inline(never)
  private mutating func holdsByBranches(
    at offset: Int, of columns: SignInColumns, in snapshot: SignInSnapshot, row: RowNumber
  ) -> Bool {
    for index in branches.indices
    where branches[index].holds(at: offset, of: columns, in: snapshot, row: row) == isAny {
      return isAny
    }
    return !isAny
  }
}
