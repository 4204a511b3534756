/// A partition of all scalars into ranges, such that no set of an expression tells two scalars of a range apart.
struct ScalarClasses: Sendable {
  /// Where each range begins, ascending from 0.
  private let starts: [UInt32]
  /// The class of each scalar of ASCII.
  private let ascii: [Int]
  /// For each set, whether it holds each class.
  private let members: [[Bool]]

  init(_ sets: [ScalarSet]) {
    let bounds = sets.flatMap { set in set.ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] } }
    let starts = Set(bounds + [0]).filter(ScalarSet.all.contains).sorted()
    self.starts = starts
    ascii = (0..<0x80).map { ScalarClasses.lastIndex(upTo: $0, in: starts) }
    members = sets.map { set in starts.map(set.contains) }
  }

  /// How many classes there are; they are numbered from 0.
  var count: Int { starts.count }

  func callAsFunction(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? ascii[Int(scalar.value)] : ScalarClasses.lastIndex(upTo: scalar.value, in: starts)
  }

  func contains(_ scalarClass: Int, inSet set: Int) -> Bool {
    members[set][scalarClass]
  }

  /// Whether a class is of characters of words; the sets given have to end with those.
  func isWord(_ scalarClass: Int) -> Bool {
    members.last?[scalarClass] ?? false
  }

  private static func lastIndex(upTo scalar: UInt32, in starts: [UInt32]) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return low
  }
}
