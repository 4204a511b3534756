/// Runs an expression's program over one text after the other, and remembers what it worked out.
///
/// The set of places in the program is one state, and where a scalar leads from there is looked up once it has been
/// worked out, as in a deterministic automaton that is built while it runs. It forgets everything when it has grown to
/// its limit.
struct ExpressionMachine {
  /// Where a run stands: between two scalars of a text.
  struct State: Hashable {
    /// Instructions to go on with, in the order in which they were reached.
    var places: [Int]
    var previous: Previous
  }

  /// What is before the place where a run stands.
  enum Previous: Hashable {
    case nothing
    case word
    case other
  }

  /// Where a scalar leads.
  struct Step {
    let state: Int
    /// Whether the expression was fulfilled before that scalar.
    let isFound: Bool
  }

  let program: ExpressionProgram
  /// Whether a match has to begin where the run does, and not anywhere after.
  private let isAnchored: Bool
  private var states: [State] = []
  private var numbers: [State: Int] = [:]
  private var steps: [Step?] = []
  /// How many instructions were looked at, for those who want to know whether there is a bound.
  private(set) var work = 0

  /// How many steps are remembered.
  private static let largestMemory = 1 << 15

  init(_ program: ExpressionProgram, isAnchored: Bool) {
    self.program = program
    self.isAnchored = isAnchored
  }

  /// The class that stands for the end of a text.
  var end: Int { program.alphabet.count }

  /// The state in which a run begins.
  mutating func start(after previous: Previous) -> Int {
    number(of: State(places: [0], previous: previous))
  }

  /// No run gets anywhere from here.
  func isDead(_ state: Int) -> Bool {
    states[state].places.isEmpty
  }

  /// Goes on over a scalar of a class, or `end`.
  mutating func step(from state: Int, over scalarClass: Int) -> Step {
    let index = state * (program.alphabet.count + 1) + scalarClass
    if let known = steps[index] { return known }
    let (next, isFound) = next(states[state], over: scalarClass)
    let isFull = numbers[next] == nil && steps.count >= ExpressionMachine.largestMemory
    if isFull { forget() }
    let step = Step(state: number(of: next), isFound: isFound)
    if !isFull { steps[index] = step }
    return step
  }

  private mutating func number(of state: State) -> Int {
    if let known = numbers[state] { return known }
    numbers[state] = states.count
    states.append(state)
    steps.append(contentsOf: repeatElement(nil, count: program.alphabet.count + 1))
    return states.count - 1
  }

  private mutating func forget() {
    states = []
    numbers = [:]
    steps = []
  }

  private mutating func next(_ state: State, over scalarClass: Int) -> (state: State, isFound: Bool) {
    let isWord = scalarClass < end && program.alphabet.isWord(scalarClass)
    var visited = Array(repeating: false, count: program.instructions.count)
    var open = Array(state.places.reversed())
    var next = State(places: [], previous: isWord ? .word : .other)
    var isFound = false
    while let place = open.popLast() {
      guard !visited[place] else { continue }
      visited[place] = true
      work += 1
      switch program.instructions[place] {
      case .take(let set):
        if scalarClass < end, program.alphabet.contains(scalarClass, inSet: set) { next.places.append(place + 1) }
      case .fork(let first, let second): open += [second, first]
      case .jump(let target): open.append(target)
      case .edge(let edge):
        if holds(edge, after: state.previous, before: scalarClass, isWord: isWord) { open.append(place + 1) }
      case .found: isFound = true
      }
    }
    next.places.sort()
    if !isAnchored, next.places.first != 0 { next.places.insert(0, at: 0) }
    return (next, isFound)
  }

  private func holds(_ edge: ExpressionEdge, after previous: Previous, before scalarClass: Int, isWord: Bool) -> Bool {
    switch edge {
    case .start: previous == .nothing
    case .end: scalarClass == end
    case .wordBoundary: (previous == .word) != isWord
    case .noWordBoundary: (previous == .word) == isWord
    }
  }
}
