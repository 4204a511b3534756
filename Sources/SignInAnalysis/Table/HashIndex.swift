/// Numbers of things that are kept elsewhere, found by the things' hashes: 4 bytes a slot, about 1.3 slots a number.
///
/// It is cut into shards that grow one at a time, and at different counts, so that no single page of insertions has to
/// move all that there is, and the room left in them is always about the same.
struct HashIndex: Sendable {
  private var shards: [Shard]

  /// `shards` is a power of two, at most 256.
  init(shards: Int) {
    self.shards = (0..<shards).map { Shard(firstCapacity: 8 + $0 % 4) }
  }

  /// The number among those of the same hash, and maybe a few others, for which `isSought` holds.
  func number(hash: UInt64, where isSought: (UInt32) -> Bool) -> UInt32? {
    shards[shard(of: hash)].number(hash: hash, where: isSought)
  }

  /// Adds a number that is not there yet, below `UInt32.max`. `hashOf` tells the hashes of those that are.
  mutating func insert(_ number: UInt32, hash: UInt64, hashOf: (UInt32) -> UInt64) {
    shards[shard(of: hash)].insert(number, hash: hash, hashOf: hashOf)
  }

  private func shard(of hash: UInt64) -> Int {
    Int(hash >> 56) & (shards.count - 1)
  }
}

/// A table with open addressing and linear probing: slot from the low half of the hash, tag from bits that choose
/// neither slot nor shard.
private struct Shard: Sendable {
  /// 0 where one is empty; else the number plus 1 in the low `numberBits`, and the tag in those above them.
  ///
  /// A tag that differs spares the look at the thing itself, which is likely not in the cache.
  private var slots: [UInt32] = []
  private var numberBits: UInt32 = 0
  private var count = 0
  private let firstCapacity: Int

  /// How many hashes are asked for with nothing between them, so that the processor waits for their memory only once.
  private static let batch = 256

  init(firstCapacity: Int) {
    self.firstCapacity = firstCapacity
  }

  private var numberMask: UInt32 { ~(UInt32.max << numberBits) }

  func number(hash: UInt64, where isSought: (UInt32) -> Bool) -> UInt32? {
    guard !slots.isEmpty else { return nil }
    let mask = numberMask
    let tag = tag(of: hash)
    var slot = firstSlot(of: hash)
    while slots[slot] != 0 {
      let content = slots[slot]
      if content & ~mask == tag, isSought((content & mask) - 1) { return (content & mask) - 1 }
      slot = slotAfter(slot)
    }
    return nil
  }

  mutating func insert(_ number: UInt32, hash: UInt64, hashOf: (UInt32) -> UInt64) {
    if (count + 1) * 8 > slots.count * 7 || number >= numberMask { grow(toHold: number, hashOf: hashOf) }
    fill(with: number, hash: hash)
    count += 1
  }

  /// A shard with fewer slots grows fourfold: it is so small that it does no harm to leave some unused.
  private static let small = 1_024

  /// Of a large shard three tenths more: a larger step leaves more slots unused, with a smaller one most of the time
  /// goes into growing.
  private var capacityWhenFull: Int {
    max(firstCapacity, slots.count < Self.small ? slots.count * 4 : slots.count * 13 / 10)
  }

  private mutating func grow(toHold number: UInt32, hashOf: (UInt32) -> UInt64) {
    let (oldSlots, oldMask) = (slots, numberMask)
    slots = Array(repeating: 0, count: capacityWhenFull)
    // Room for numbers twice as large, which come before the shard has to grow again.
    numberBits = UInt32(min(UInt32.bitWidth, UInt32.bitWidth - number.leadingZeroBitCount + 2))
    for start in stride(from: 0, to: oldSlots.count, by: Shard.batch) {
      let numbers = oldSlots[start...].prefix(Shard.batch).filter { $0 != 0 }.map { ($0 & oldMask) - 1 }
      let hashes = numbers.map(hashOf)
      for (number, hash) in zip(numbers, hashes) { fill(with: number, hash: hash) }
    }
  }

  private mutating func fill(with number: UInt32, hash: UInt64) {
    var slot = firstSlot(of: hash)
    while slots[slot] != 0 { slot = slotAfter(slot) }
    slots[slot] = (number + 1) | tag(of: hash)
  }

  private func firstSlot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash & 0xFFFF_FFFF) &* UInt64(slots.count)) >> 32)
  }

  private func slotAfter(_ slot: Int) -> Int {
    slot + 1 == slots.count ? 0 : slot + 1
  }

  /// Where it stands in a slot.
  private func tag(of hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) << numberBits
  }
}
