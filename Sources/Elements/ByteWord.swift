/// Eight bytes of a text, looked at all at once.
///
/// After S. Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte less than n".
@usableFromInline package struct ByteWord {
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  @usableFromInline let value: UInt64

  /// All of them, filled up with spaces.
  @inlinable package init(fewerThanEight bytes: UnsafeRawBufferPointer) {
    var value = 0x2020_2020_2020_2020 as UInt64
    for byte in bytes { value = value << 8 | UInt64(byte) }
    self.value = value
  }

  /// The bytes from this place on, the first in the lowest bits.
  @inlinable @inline(__always) package init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    value = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inlinable @inline(__always) package var isASCII: Bool { value & Self.highBits == 0 }

  /// Whether the first `count` are ASCII, which are fewer than eight.
  @inlinable @inline(__always) package func isASCII(first count: Int) -> Bool {
    value & Self.highBits & (1 << (count * 8) - 1) == 0
  }

  /// The high bit of each control character, quote and backslash. Behind the first such byte it may be that of others.
  @inlinable @inline(__always) package var needingEscape: UInt64 {
    below(0x20, value) | below(1, value ^ 0x22 &* Self.ones) | below(1, value ^ 0x5C &* Self.ones)
  }

  /// The high bit of each byte of this value. Behind the first such byte it may be that of others.
  @inlinable @inline(__always) package func equal(to byte: UInt8) -> UInt64 {
    below(1, value ^ UInt64(byte) &* Self.ones)
  }

  /// The high bit of each byte that is no printable ASCII. Behind the first such byte it may be that of others.
  @inlinable @inline(__always) package var unprintable: UInt64 {
    below(0x20, value) | (value | value &+ Self.ones) & Self.highBits
  }

  @inlinable @inline(__always) func below(_ limit: UInt64, _ word: UInt64) -> UInt64 {
    (word &- Self.ones &* limit) & ~word & Self.highBits
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether no byte is anything but printable ASCII, and none is one that `special` finds in a word of them.
  @inlinable @inline(__always) package func arePrintableASCII(without special: (ByteWord) -> UInt64) -> Bool {
    let bytes = UnsafeRawBufferPointer(self)
    var place = 0
    while place + 8 <= count {
      let word = ByteWord(bytes, at: place)
      if word.unprintable | special(word) != 0 { return false }
      place += 8
    }
    if place == count { return true }
    let last = count >= 8 ? ByteWord(bytes, at: count - 8) : ByteWord(fewerThanEight: bytes)
    return last.unprintable | special(last) == 0
  }
}
