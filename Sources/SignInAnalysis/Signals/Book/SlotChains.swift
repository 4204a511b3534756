/// The slots of each subject, such as a user, as chains: 4 bytes a slot and 5 a subject. Subject 0 is none.
struct SlotChains: Sendable {
  private static let end = UInt32.max

  /// By slot.
  private var next: [UInt32] = []
  /// By subject: the slot that came last.
  private var heads: [UInt32] = []
  /// Subjects whose chain, or a sign-in in it, has changed since `takeStale`.
  private var stale: [UInt32] = []
  private var isStale: [Bool] = []

  var subjects: Int { heads.count }

  mutating func makeRoom(slots: Int, subjects: Int) {
    if next.capacity < slots { next.reserveCapacity(slots + slots / 8) }
    if next.count < slots { next.append(contentsOf: repeatElement(Self.end, count: slots - next.count)) }
    guard heads.count < subjects else { return }
    if heads.capacity < subjects {
      heads.reserveCapacity(subjects + subjects / 8)
      isStale.reserveCapacity(subjects + subjects / 8)
    }
    heads.append(contentsOf: repeatElement(Self.end, count: subjects - heads.count))
    isStale.append(contentsOf: repeatElement(false, count: subjects - isStale.count))
  }

  mutating func link(_ slot: UInt32, to subject: UInt32) {
    guard subject != 0 else { return }
    next[Int(slot)] = heads[Int(subject)]
    heads[Int(subject)] = slot
    touch(subject)
  }

  mutating func unlink(_ slot: UInt32, from subject: UInt32) {
    removeAll(of: subject) { $0 == slot }
  }

  /// Takes slots out of all chains.
  mutating func removeAll(where isGone: (UInt32) -> Bool) {
    for subject in heads.indices { removeAll(of: UInt32(subject), where: isGone) }
  }

  private mutating func removeAll(of subject: UInt32, where isGone: (UInt32) -> Bool) {
    var last: UInt32?
    var slot = heads[Int(subject)]
    while slot != Self.end {
      let following = next[Int(slot)]
      if !isGone(slot) {
        last = slot
      } else {
        if let last { next[Int(last)] = following } else { heads[Int(subject)] = following }
        touch(subject)
      }
      slot = following
    }
  }

  mutating func touch(_ subject: UInt32) {
    guard subject != 0, !isStale[Int(subject)] else { return }
    isStale[Int(subject)] = true
    stale.append(subject)
  }

  mutating func touchAll() {
    for subject in heads.indices.dropFirst() { touch(UInt32(subject)) }
  }

  mutating func takeStale() -> [UInt32] {
    for subject in stale { isStale[Int(subject)] = false }
    defer { stale = [] }
    return stale
  }

  /// Whether a chain has two slots at least.
  func hasSeveral(_ subject: UInt32) -> Bool {
    let first = heads[Int(subject)]
    return first != Self.end && next[Int(first)] != Self.end
  }

  /// The slot that came last first.
  func forEachSlot(of subject: UInt32, _ body: (UInt32) -> Void) {
    var slot = heads[Int(subject)]
    while slot != Self.end {
      body(slot)
      slot = next[Int(slot)]
    }
  }
}
