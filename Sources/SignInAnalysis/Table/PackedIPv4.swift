/// An IPv4 address that is written as nearly all are: four numbers without zeros before them, as in `203.0.113.7`.
struct PackedIPv4: Hashable, Sendable {
  /// The first number in the highest byte.
  let bits: UInt32

  init(bits: UInt32) {
    self.bits = bits
  }

  /// Nil unless the text is what `text` would make of it, byte for byte.
  init?(_ text: String) {
    guard text.utf8.count <= PackedIPv4.longest else { return nil }
    var bits: UInt32 = 0
    var number: UInt32?
    var dots = 0
    for byte in text.utf8 {
      if byte == PackedIPv4.dot {
        guard let whole = number, dots < 3 else { return nil }
        bits = bits << 8 | whole
        number = nil
        dots += 1
      } else {
        let digit = UInt32(byte) &- UInt32(PackedIPv4.zero)
        // A 0 with a digit after it is not how the number would be written.
        guard digit < 10, number != 0 else { return nil }
        number = (number ?? 0) * 10 + digit
        guard number ?? 0 <= 255 else { return nil }
      }
    }
    guard let last = number, dots == 3 else { return nil }
    self.bits = bits << 8 | last
  }

  var text: String {
    String(unsafeUninitializedCapacity: PackedIPv4.longest) { target in
      var end = 0
      func write(_ byte: UInt8) {
        target[end] = byte
        end += 1
      }
      for shift in stride(from: 24 as UInt32, through: 0, by: -8) {
        let number = UInt8(truncatingIfNeeded: bits >> shift)
        if number >= 100 { write(PackedIPv4.zero + number / 100) }
        if number >= 10 { write(PackedIPv4.zero + number / 10 % 10) }
        write(PackedIPv4.zero + number % 10)
        if shift > 0 { write(PackedIPv4.dot) }
      }
      return end
    }
  }

  var hash: UInt64 {
    SeededHash.hash(UInt64(bits), 0)
  }

  /// In bytes.
  private static let longest = 15
  private static let dot = UInt8(ascii: ".")
  private static let zero = UInt8(ascii: "0")
}
