/// What single scalars fold to, by a table that a script writes: `runs`, `targets` and `sequences`.
enum Folding {
  /// How the scalars of a run fold. The raw values are those of the table.
  enum Rule: UInt32 {
    /// All to the same, as À to Å.
    case constant = 0
    /// Each to one more than the scalar before it, as the Cyrillic capitals.
    case shifted = 1
    /// Every other one as if `shifted`, the ones between not at all: capitals that alternate with their small letters.
    case alternating = 2
  }

  /// The targets of all scalars below U+2000, where most texts find theirs without a search.
  static let common: [FoldingTarget] = (0..<0x2000).map { FoldingTarget(of: $0) }
}

/// What one scalar folds to.
struct FoldingTarget {
  private let bits: UInt32

  private static let sequenceFlag: UInt32 = 1 << 31

  /// The scalar that it folds to, if `sequence` is nil.
  var scalar: UInt32 { bits }

  /// Where in `Folding.sequences` the fold stands that is no single scalar; an empty range for what is dropped.
  var sequence: Range<Int>? {
    guard bits & FoldingTarget.sequenceFlag != 0 else { return nil }
    let offset = Int(bits & 0xFFFF)
    return offset..<offset + Int(bits >> 16 & 0xFF)
  }

  /// By binary search; a scalar that the table does not have folds to itself.
  init(of scalar: UInt32) {
    let run = FoldingTarget.lastRun(startingUpTo: scalar)
    guard run >= 0 else {
      bits = scalar
      return
    }
    let key = Folding.runs[run]
    let offset = scalar - key >> 11
    let rule = Folding.Rule(rawValue: key >> 9 & 3) ?? .constant
    guard offset <= key & 0x1FF, rule != .alternating || offset.isMultiple(of: 2) else {
      bits = scalar
      return
    }
    bits = Folding.targets[run] + (rule == .constant ? 0 : offset)
  }

  /// -1 if no run starts at or before the scalar.
  private static func lastRun(startingUpTo scalar: UInt32) -> Int {
    let key = scalar << 11 | 0x7FF
    var low = -1
    var high = Folding.runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Folding.runs[middle] <= key { low = middle } else { high = middle }
    }
    return low
  }
}
