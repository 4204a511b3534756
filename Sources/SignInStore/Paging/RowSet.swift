import SignInAnalysis

/// A set of rows, a bit a row.
struct RowSet: Sendable {
  private var words: [UInt64] = []
  /// Nothing was ever put in.
  private(set) var isEmpty = true

  func contains(_ row: RowNumber) -> Bool {
    let word = Int(row / 64)
    return word < words.count && words[word] & 1 << UInt64(row % 64) != 0
  }

  mutating func formUnion(_ rows: some Sequence<RowNumber>) {
    for row in rows { insert(row) }
  }

  mutating func insert(_ row: RowNumber) {
    let word = Int(row / 64)
    if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
    words[word] |= 1 << UInt64(row % 64)
    isEmpty = false
  }

  mutating func remove(_ row: RowNumber) {
    if contains(row) { words[Int(row / 64)] &= ~(1 << UInt64(row % 64)) }
  }
}
