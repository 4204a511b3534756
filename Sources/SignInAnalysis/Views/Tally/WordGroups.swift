/// The values that the words of a list stand for: several words may have the same. A word is looked at once, when it is
/// met; value 0 is none.
struct WordGroups<Value: Hashable & Sendable>: Sendable {
  /// By word number: the value's number plus 1, 0 for a word that was not met.
  private var known: [UInt32] = []
  private var numbers: [Value: UInt32] = [:]
  /// By value number: the word that stands for it; meaningless for value 0.
  private(set) var words: [UInt32] = [0]

  var count: Int { words.count }

  /// The number of a word's value.
  /// - Parameters:
  ///   - count: how many words there are; asked once in a while.
  ///   - value: nil for a word without a value.
  ///   - merge: told of a word that has the same value as those before, with the one that stands for it; gives the one
  ///     that does from now on.
  @inline(__always)
  mutating func number(
    of word: UInt32, among count: @autoclosure () -> Int, value: (UInt32) -> Value?,
    merge: (_ number: UInt32, _ former: UInt32, _ word: UInt32) -> UInt32 = { _, former, _ in former }
  ) -> UInt32 {
    if Int(word) < known.count, known[Int(word)] != 0 { return known[Int(word)] - 1 }
    return learn(word, among: count(), value(word), merge)
  }

  private mutating func learn(
    _ word: UInt32, among count: Int, _ value: Value?, _ merge: (UInt32, UInt32, UInt32) -> UInt32
  ) -> UInt32 {
    if known.count <= Int(word) {
      known.append(contentsOf: repeatElement(0, count: max(count, Int(word) + 1) - known.count))
    }
    var number: UInt32 = 0
    if let value {
      if let old = numbers[value] {
        number = old
        words[Int(old)] = merge(old, words[Int(old)], word)
      } else {
        number = UInt32(words.count)
        numbers[value] = number
        words.append(word)
      }
    }
    known[Int(word)] = number + 1
    return number
  }
}
