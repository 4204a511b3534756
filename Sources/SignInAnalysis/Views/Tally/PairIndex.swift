/// Pairs of numbers, numbered from 0 in the order in which they came: 8 bytes a pair, and about 7 in the table in which
/// they are found.
struct PairIndex: Sendable {
  /// The first number of each in the high half.
  private(set) var pairs: [UInt64] = []
  /// 0 where one is empty; else the pair's number plus 1. Its count is a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  private var shift: UInt64 = 58

  var count: Int { pairs.count }

  /// The number of a pair, a new one where it is not known.
  mutating func number(of first: UInt32, _ second: UInt32) -> UInt32 {
    let pair = UInt64(first) << 32 | UInt64(second)
    var slot = self.slot(of: pair)
    while slots[slot] != 0 {
      let number = slots[slot] &- 1
      if pairs[Int(number)] == pair { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(pairs.count)
    pairs.append(pair)
    slots[slot] = number + 1
    if pairs.count * 3 > slots.count * 2 { grow() }
    return number
  }

  func first(of number: Int) -> UInt32 { UInt32(truncatingIfNeeded: pairs[number] >> 32) }
  func second(of number: Int) -> UInt32 { UInt32(truncatingIfNeeded: pairs[number]) }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    shift -= 1
    for (number, pair) in pairs.enumerated() {
      var slot = self.slot(of: pair)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
  }

  /// The upper bits of the hash, which are mixed best.
  private func slot(of pair: UInt64) -> Int {
    Int(truncatingIfNeeded: SeededHash.hash(pair, pair &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
