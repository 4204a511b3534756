import Elements

/// The values that the words of a list stand for: several words may have the same. A word is looked at once, when it is
/// met; value 0 is none.
struct WordGroups<Value: Hashable & Sendable>: Sendable {
  /// What a word stands for.
  enum Meaning {
    /// Nearly all addresses: found without the cost of hashing a value.
    case number(UInt32)
    case value(Value)
    case none
  }

  /// By word number: the value's number plus 1, 0 for a word that was not met.
  private var known: [UInt32] = []
  private var numbers: [Value: UInt32] = [:]
  private var small = PairIndex()
  /// By number in `small`.
  private var smallNumbers: [UInt32] = []
  /// By value number: the word that stands for it; meaningless for value 0.
  private(set) var words: [UInt32] = [0]

  var count: Int { words.count }

  /// The number of a word's value; nil for a word that was not met.
  @inline(__always)
  func number(of word: UInt32) -> UInt32? {
    guard Int(word) < known.count, known[Int(word)] != 0 else { return nil }
    return known[Int(word)] - 1
  }

  /// Numbers the value of a word that was not met.
  /// - Parameters:
  ///   - count: how many words there are.
  ///   - merge: told of a word that has the same value as those before, with the one that stands for it; gives the one
  ///     that does from now on.
  mutating func learn(
    _ word: UInt32, among count: Int, _ meaning: Meaning,
    merge: (_ number: UInt32, _ former: UInt32) -> UInt32 = { $1 }
  ) -> UInt32 {
    if known.count <= Int(word) {
      known.append(contentsOf: repeatElement(0, count: max(count, Int(word) + 1) - known.count))
    }
    let number = number(of: meaning)
    if number == words.count {
      words.append(word)
    } else if number > 0 {
      words[Int(number)] = merge(number, words[Int(number)])
    }
    known[Int(word)] = number + 1
    return number
  }

  /// A new one where the meaning was not met: the number of values.
  private mutating func number(of meaning: Meaning) -> UInt32 {
    let new = UInt32(words.count)
    switch meaning {
    case .none: return 0
    case .number(let number):
      let place = Int(small.number(of: 0, number))
      if place == smallNumbers.count { smallNumbers.append(new) }
      return smallNumbers[place]
    case .value(let value):
      if let old = numbers[value] { return old }
      numbers[value] = new
      return new
    }
  }
}

extension WordGroups.Meaning {
  init(_ value: Value?) {
    self = value.map { .value($0) } ?? .none
  }
}

extension WordGroups<AddressIdentity>.Meaning {
  init(_ address: AddressIdentity?) {
    if let bits = address?.ipv4 {
      self = .number(bits)
    } else {
      self = address.map { .value($0) } ?? .none
    }
  }
}

extension WordGroups<IPNetwork>.Meaning {
  /// Of networks of one size in IPv4, and any in IPv6.
  init(_ network: IPNetwork?) {
    if let network, network.base.isIPv4 {
      self = .number(UInt32(truncatingIfNeeded: network.base.low))
    } else {
      self = network.map { .value($0) } ?? .none
    }
  }
}
