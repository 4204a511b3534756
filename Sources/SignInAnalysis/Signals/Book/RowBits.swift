/// A bit for each row of a table.
struct RowBits: Hashable, Sendable {
  private var words: [UInt64] = []

  subscript(row: RowNumber) -> Bool {
    get {
      let (word, bit) = row.quotientAndRemainder(dividingBy: 64)
      return Int(word) < words.count && words[Int(word)] >> UInt64(bit) & 1 == 1
    }
    set {
      let (word, bit) = row.quotientAndRemainder(dividingBy: 64)
      if newValue, Int(word) >= words.count {
        words.append(contentsOf: repeatElement(0, count: Int(word) + 1 - words.count))
      }
      guard Int(word) < words.count else { return }
      if newValue { words[Int(word)] |= 1 << UInt64(bit) } else { words[Int(word)] &= ~(1 << UInt64(bit)) }
    }
  }
}
