/// A slot or none for each slot: 3 bytes each, 4 from 16,777,215 slots on.
struct SlotLinks: Sendable {
  private static let mostInThree = (1 << 24) - 1

  /// The lowest byte first, none as 0 and a slot as the number after it; then room to read 4 bytes wherever one starts.
  private var bytes: [UInt8] = [0]
  private var width = 3
  private var mask: UInt32 = (1 << 24) - 1
  private(set) var count = 0

  subscript(slot: UInt32) -> UInt32? {
    get {
      precondition(Int(slot) < count, "no such slot")
      let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: Int(slot) &* width, as: UInt32.self) }
      let link = UInt32(littleEndian: word) & mask
      return link == 0 ? nil : link - 1
    }
    set {
      precondition(Int(slot) < count, "no such slot")
      var link = newValue.map { $0 + 1 } ?? 0
      for byte in Int(slot) * width..<(Int(slot) + 1) * width {
        bytes[byte] = UInt8(truncatingIfNeeded: link)
        link >>= 8
      }
    }
  }

  /// Makes room for so many slots, which have none at first.
  mutating func extend(to slots: Int) {
    guard slots > count else { return }
    if width == 3, slots > Self.mostInThree { widen() }
    let size = slots * width + 1
    if bytes.capacity < size { bytes.reserveCapacity(size + size / 8) }
    bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
    count = slots
  }

  private mutating func widen() {
    let narrow = self
    (bytes, width, mask) = (Array(repeating: 0, count: count * 4 + 1), 4, .max)
    for slot in 0..<UInt32(count) { self[slot] = narrow[slot] }
  }
}
