/// The runs of sign-ins in several groups, such as one user's at each address, and from when on each is usual, from
/// times that come in their order.
struct GroupedStays: Sendable {
  /// Of all groups.
  private(set) var runs: [Stay] = []
  private var groups: [Group] = []

  private struct Group: Sendable {
    var run: UInt32
    var usual = UsualSince()
  }

  /// Adds a sign-in, not earlier than those before.
  /// - Parameter group: one that is known, or the next number from 0 on.
  /// - Returns: the run that it is part of.
  mutating func add(_ ticks: Int64, toGroup group: Int, isNotRisky: Bool) -> UInt32 {
    if group == groups.count {
      groups.append(Group(run: begin(at: ticks)))
    } else if !runs[Int(groups[group].run)].extend(to: ticks) {
      groups[group].run = begin(at: ticks)
    }
    if isNotRisky { groups[group].usual.add(ticks) }
    return groups[group].run
  }

  private mutating func begin(at ticks: Int64) -> UInt32 {
    runs.append(Stay(at: ticks))
    return UInt32(runs.count - 1)
  }

  /// From when on it is usual, in ticks; nil while it is not.
  func usual(ofGroup group: Int) -> Int64? { groups[group].usual.ticks }
}
