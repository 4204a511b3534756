/// Sorts by numbers, byte by byte from the last: it keeps equal ones in order and takes time in proportion to the rows.
enum RowSort {
  private static let digits = 256

  /// Nil once `isCancelled` says so. There are as many keys as rows.
  static func sorted<Row>(_ rows: [Row], keys: [UInt64], isCancelled: () -> Bool) -> [Row]? {
    var pairs = Array(zip(keys, rows))
    for shift in stride(from: 0 as UInt64, to: 64, by: 8) {
      if isCancelled() { return nil }
      pairs = pass(pairs, shift: shift)
    }
    return pairs.map(\.1)
  }

  private static func pass<Row>(_ pairs: [(UInt64, Row)], shift: UInt64) -> [(UInt64, Row)] {
    var ends = Array(repeating: 0, count: digits)
    for (key, _) in pairs { ends[digit(of: key, shift)] += 1 }
    // Nothing moves where all have the same digit.
    guard !ends.contains(pairs.count), let filler = pairs.first else { return pairs }
    for digit in 1..<digits { ends[digit] += ends[digit - 1] }
    var sorted = Array(repeating: filler, count: pairs.count)
    for pair in pairs.reversed() {
      let digit = digit(of: pair.0, shift)
      ends[digit] -= 1
      sorted[ends[digit]] = pair
    }
    return sorted
  }

  private static func digit(of key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> shift & 0xFF)
  }
}
