/// What was decided about each of the numbered values of a column.
struct Decisions {
  private var states: [UInt8] = []

  private static let open: UInt8 = 2

  /// Makes room for values that are numbered below `count`.
  mutating func makeRoom(for count: Int) {
    guard count > states.count else { return }
    states.append(contentsOf: repeatElement(Decisions.open, count: count - states.count))
  }

  /// Nil while it is open.
  subscript(number: UInt32) -> Bool? {
    let state = states[Int(number)]
    return state == Decisions.open ? nil : state == 1
  }

  mutating func decide(_ number: UInt32, _ decision: Bool) -> Bool {
    states[Int(number)] = decision ? 1 : 0
    return decision
  }
}
