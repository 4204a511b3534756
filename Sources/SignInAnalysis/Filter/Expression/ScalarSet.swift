/// Scalars in ascending ranges that do not touch.
struct ScalarSet: Hashable, Sendable {
  private(set) var ranges: [ClosedRange<UInt32>]

  static let all: ClosedRange<UInt32> = 0...0x10FFFF

  /// The union of ranges in any order.
  init(_ ranges: [ClosedRange<UInt32>]) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound || range.lowerBound == last.upperBound + 1 {
        self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next = ScalarSet.all.lowerBound
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= ScalarSet.all.upperBound { gaps.append(next...ScalarSet.all.upperBound) }
    return ScalarSet(gaps)
  }

  func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= scalar
  }

  /// With what each of its scalars folds to, if that is a single one, so that it can be looked for in folded texts.
  var withFolds: ScalarSet {
    ScalarSet(ranges + ranges.flatMap(FoldableScalars.folds(in:)).map { $0...$0 })
  }
}

/// The scalars that fold to a single other one.
private enum FoldableScalars {
  /// Ascending.
  private static let pairs: [(scalar: UInt32, fold: UInt32)] =
    ascii
    + Folding.runs.flatMap { run in
      (run >> 11...run >> 11 + run & 0x1FF).compactMap { scalar in
        let target = FoldingTarget(of: scalar)
        return target.sequence == nil && target.scalar != scalar ? (scalar, target.scalar) : nil
      }
    }

  private static let ascii: [(scalar: UInt32, fold: UInt32)] = (0x41...0x5A).map { ($0, $0 | 0x20) }

  static func folds(in range: ClosedRange<UInt32>) -> [UInt32] {
    pairs[first(from: range.lowerBound)...].prefix { $0.scalar <= range.upperBound }.map(\.fold)
  }

  private static func first(from scalar: UInt32) -> Int {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].scalar < scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
