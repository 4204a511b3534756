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
    guard text.count == GUIDForm.length else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (place, byte) in text.enumerated() {
      if GUIDForm.isHyphen(place) {
        guard byte == GUIDForm.hyphen else { return nil }
        continue
      }
      guard let digit = GUIDForm.value(of: byte) else { return nil }
      if place < GUIDForm.middle { high = high << 4 | digit } else { low = low << 4 | digit }
    }
    guard high != PackedID.textMark else { return nil }
    self.high = high
    self.low = low
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

  static func isHyphen(_ place: Int) -> Bool {
    place == 8 || place == 13 || place == 18 || place == 23
  }

  static func value(of byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }

  /// `value` is below 16.
  static func digit(_ value: UInt64) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: value)
    return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
