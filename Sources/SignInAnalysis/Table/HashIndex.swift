/// Numbers of things that are kept elsewhere, found by the things' hashes: 5 bytes a slot, and 1.25 to 2.5 slots a number.
///
/// It is cut into shards that grow one at a time, so that no single insertion has to move all that there is.
struct HashIndex: Sendable {
  private var shards: [Shard]

  /// `shards` is a power of two, at most 256.
  init(shards: Int) {
    self.shards = Array(repeating: Shard(), count: shards)
  }

  /// The number among those of the same hash, and maybe a few others, for which `isSought` holds.
  func number(hash: UInt64, where isSought: (UInt32) -> Bool) -> UInt32? {
    shards[shard(of: hash)].number(hash: hash, where: isSought)
  }

  /// Adds a number that is not there yet. `hashOf` tells the hashes of those that are.
  mutating func insert(_ number: UInt32, hash: UInt64, hashOf: (UInt32) -> UInt64) {
    shards[shard(of: hash)].insert(number, hash: hash, hashOf: hashOf)
  }

  private func shard(of hash: UInt64) -> Int {
    Int(hash >> 56) & (shards.count - 1)
  }
}

/// A table with open addressing and linear probing: slot from the low bits of the hash, tag from bits that choose neither slot nor shard.
private struct Shard: Sendable {
  /// 0 for an empty slot. A tag that differs spares the look at the thing itself, which is likely not in the cache.
  private var tags: [UInt8] = []
  private var numbers: [UInt32] = []
  private var count = 0

  func number(hash: UInt64, where isSought: (UInt32) -> Bool) -> UInt32? {
    guard !tags.isEmpty else { return nil }
    let tag = Shard.tag(of: hash)
    var slot = firstSlot(of: hash)
    while tags[slot] != 0 {
      if tags[slot] == tag, isSought(numbers[slot]) { return numbers[slot] }
      slot = (slot + 1) & (tags.count - 1)
    }
    return nil
  }

  mutating func insert(_ number: UInt32, hash: UInt64, hashOf: (UInt32) -> UInt64) {
    if (count + 1) * 5 > tags.count * 4 { grow(hashOf: hashOf) }
    fill(with: number, hash: hash)
    count += 1
  }

  private mutating func grow(hashOf: (UInt32) -> UInt64) {
    let old = self
    let capacity = max(8, 2 * old.tags.count)
    tags = Array(repeating: 0, count: capacity)
    numbers = Array(repeating: 0, count: capacity)
    for (slot, tag) in old.tags.enumerated() where tag != 0 {
      fill(with: old.numbers[slot], hash: hashOf(old.numbers[slot]))
    }
  }

  private mutating func fill(with number: UInt32, hash: UInt64) {
    var slot = firstSlot(of: hash)
    while tags[slot] != 0 { slot = (slot + 1) & (tags.count - 1) }
    tags[slot] = Shard.tag(of: hash)
    numbers[slot] = number
  }

  private func firstSlot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (tags.count - 1)
  }

  private static func tag(of hash: UInt64) -> UInt8 {
    max(1, UInt8(truncatingIfNeeded: hash >> 48))
  }
}
