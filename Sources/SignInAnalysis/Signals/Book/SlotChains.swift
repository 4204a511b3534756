/// The slots of each subject, such as a user, as chains: 3 bytes a slot and 4 a subject. Subject 0 is none.
struct SlotChains: Sendable {
  /// By slot: the one that came before it; none for the first.
  private var next = SlotLinks()
  /// By subject: the slot that came last, or `none`.
  private var heads: [UInt32] = []
  /// Subjects whose chain, or a sign-in in it, has changed since `takeStale`.
  private var stale: [UInt32] = []
  private var isStale = RowBits()

  var subjects: Int { heads.count }

  mutating func makeRoom(slots: Int, subjects: Int) {
    next.extend(to: slots)
    guard heads.count < subjects else { return }
    if heads.capacity < subjects { heads.reserveCapacity(subjects + subjects / 8) }
    heads.append(contentsOf: repeatElement(Self.none, count: subjects - heads.count))
  }

  private static let none = UInt32.max

  private func head(of subject: UInt32) -> UInt32? {
    let head = heads[Int(subject)]
    return head == Self.none ? nil : head
  }

  mutating func link(_ slot: UInt32, to subject: UInt32) {
    guard subject != 0 else { return }
    next[slot] = head(of: subject)
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
    var rest = head(of: subject)
    while let slot = rest {
      rest = next[slot]
      if !isGone(slot) {
        last = slot
      } else {
        if let last { next[last] = rest } else { heads[Int(subject)] = rest ?? Self.none }
        touch(subject)
      }
    }
  }

  mutating func touch(_ subject: UInt32) {
    guard subject != 0, !isStale[subject] else { return }
    isStale[subject] = true
    stale.append(subject)
  }

  mutating func touchAll() {
    for subject in heads.indices.dropFirst() { touch(UInt32(subject)) }
  }

  mutating func takeStale() -> [UInt32] {
    for subject in stale { isStale[subject] = false }
    defer { stale = [] }
    return stale
  }

  /// Whether a chain has two slots at least.
  func hasSeveral(_ subject: UInt32) -> Bool {
    head(of: subject).map { next[$0] != nil } ?? false
  }

  /// The slot that came last first.
  func slots(of subject: UInt32) -> [UInt32] {
    var slots: [UInt32] = []
    forEachSlot(of: subject) { slots.append($0) }
    return slots
  }

  /// The slot that came last first.
  func forEachSlot(of subject: UInt32, _ body: (UInt32) -> Void) {
    var rest = head(of: subject)
    while let slot = rest {
      body(slot)
      rest = next[slot]
    }
  }
}
