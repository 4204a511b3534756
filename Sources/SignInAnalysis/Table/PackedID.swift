/// An id in 16 bytes: a GUID as its number, anything else as its number in a `TextArena`.
struct PackedID: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// The first half of ids that are texts. The few GUIDs that start like this count as texts too.
  private static let textMark = UInt64.max

  init(textNumber: UInt32) {
    high = PackedID.textMark
    low = UInt64(textNumber)
  }

  /// Nil unless the text is what `text` would make of it: a GUID in lower case, in groups of 8-4-4-4-12 digits.
  init?(guid text: String) {
    var text = text
    guard let packed = text.withUTF8(PackedID.init(guid:)) else { return nil }
    self = packed
  }

  private init?(guid text: UnsafeBufferPointer<UInt8>) {
    guard text.count == GUIDForm.length, GUIDForm.hasHyphens(text) else { return nil }
    let bytes = UnsafeRawBufferPointer(text)
    guard let first = bytes.hexadecimal(at: 0, 4), let second = bytes.hexadecimal(at: 9, 14),
      let third = bytes.hexadecimal(at: 19, 24), let fourth = bytes.hexadecimal(at: 28, 32)
    else { return nil }
    high = first << 32 | second
    low = third << 32 | fourth
    guard high != PackedID.textMark else { return nil }
  }

  /// Nil for a GUID.
  var textNumber: UInt32? {
    high == PackedID.textMark ? UInt32(truncatingIfNeeded: low) : nil
  }

  /// Of a GUID; other ids are hashed by their bytes.
  var hash: UInt64 {
    SeededHash.hash(high, low)
  }

  func text(among texts: TextArena) -> String {
    textNumber.map { texts[$0] } ?? guid
  }

  private var guid: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(GUIDForm.length)
    var (high, low) = (high, low)
    for place in 0..<GUIDForm.length {
      if GUIDForm.isHyphen(place) {
        bytes.append(GUIDForm.hyphen)
      } else if place < GUIDForm.middle {
        bytes.append(GUIDForm.digit(high >> 60))
        high <<= 4
      } else {
        bytes.append(GUIDForm.digit(low >> 60))
        low <<= 4
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// How a GUID is written (RFC 9562, section 4), in lower case alone.
private enum GUIDForm {
  static let length = 36
  /// The place that parts the digits into halves.
  static let middle = 18
  static let hyphen = UInt8(ascii: "-")

  /// `text` has the form's length.
  static func hasHyphens(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text[8] == hyphen && text[13] == hyphen && text[18] == hyphen && text[23] == hyphen
  }

  static func isHyphen(_ place: Int) -> Bool {
    place == 8 || place == 13 || place == 18 || place == 23
  }

  /// `value` is below 16.
  static func digit(_ value: UInt64) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: value)
    return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension UnsafeRawBufferPointer {
  /// The number of 32 bits whose hexadecimal digits are the four at one place and the four at another; nil where one is
  /// no digit, or in upper case. All eight are looked at at once.
  fileprivate func hexadecimal(at first: Int, _ second: Int) -> UInt64? {
    let halves = (
      loadUnaligned(fromByteOffset: first, as: UInt32.self), loadUnaligned(fromByteOffset: second, as: UInt32.self)
    )
    let text = UInt64(UInt32(bigEndian: halves.0)) << 32 | UInt64(UInt32(bigEndian: halves.1))
    let ones = 0x0101_0101_0101_0101 as UInt64
    // Bit 6 tells a letter, whose low bits count from 1.
    var digits = (text & (ones &* 0x0F)) &+ ((text >> 6) & ones) &* 9
    let letters = ((digits &+ ones &* 6) >> 4) & ones
    // What is a digit is written in one way alone.
    guard digits & (ones &* 0xF0) == 0, digits &+ ones &* 0x30 &+ letters &* 0x27 == text else { return nil }
    digits = (digits | digits >> 4) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits >> 8) & 0x0000_FFFF_0000_FFFF
    return (digits | digits >> 16) & 0xFFFF_FFFF
  }
}
