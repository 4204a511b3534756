/// An expression as instructions for a machine that is in many places at once, after K. Thompson, "Regular Expression
/// Search Algorithm", 1968: it takes time in proportion to the text, whatever the expression.
struct ExpressionProgram: Sendable {
  enum Instruction: Hashable, Sendable {
    /// Goes on with the next instruction over one scalar of a set.
    case take(set: Int)
    /// Goes on at both.
    case fork(Int, Int)
    case jump(Int)
    /// Goes on with the next instruction if the place is such an edge.
    case edge(ExpressionEdge)
    case found
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  private var indices: [ScalarSet: Int] = [:]
  /// Which scalars need not be told apart.
  private(set) var alphabet = ScalarClasses([])

  init(_ node: ExpressionNode) {
    emit(node)
    instructions.append(.found)
    alphabet = ScalarClasses(sets + [.wordCharacters])
  }

  private mutating func emit(_ node: ExpressionNode) {
    switch node {
    case .empty: break
    case .scalar(let set): instructions.append(.take(set: index(of: set)))
    case .edge(let edge): instructions.append(.edge(edge))
    case .sequence(let parts): for part in parts { emit(part) }
    case .choice(let parts): emit(choice: parts)
    case .repeated(let part, let least, let most): emit(part, least: least, most: most)
    }
  }

  private mutating func emit(choice parts: [ExpressionNode]) {
    var ends: [Int] = []
    for part in parts.dropLast() {
      let fork = reserve()
      emit(part)
      ends.append(reserve())
      instructions[fork] = .fork(fork + 1, instructions.count)
    }
    if let last = parts.last { emit(last) }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  private mutating func emit(_ part: ExpressionNode, least: Int, most: Int?) {
    guard let most else { return emit(part, orMoreThan: least) }
    for _ in 0..<least { emit(part) }
    var forks: [Int] = []
    for _ in least..<most {
      forks.append(reserve())
      emit(part)
    }
    for fork in forks { instructions[fork] = .fork(fork + 1, instructions.count) }
  }

  private mutating func emit(_ part: ExpressionNode, orMoreThan least: Int) {
    guard least > 0 else {
      let fork = reserve()
      emit(part)
      instructions.append(.jump(fork))
      instructions[fork] = .fork(fork + 1, instructions.count)
      return
    }
    for _ in 1..<least { emit(part) }
    let start = instructions.count
    emit(part)
    instructions.append(.fork(start, instructions.count + 1))
  }

  /// A place for an instruction whose target is not known yet.
  private mutating func reserve() -> Int {
    instructions.append(.found)
    return instructions.count - 1
  }

  private mutating func index(of set: ScalarSet) -> Int {
    if let known = indices[set] { return known }
    indices[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }
}
