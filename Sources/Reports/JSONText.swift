import Elements

/// Texts as RFC 8259 writes them, such that a terminal or an editor does nothing with them, and what can't be seen
/// shows.
enum JSONText {
  /// The longest escape for each byte of a text in UTF-8.
  private static let longestEscape = 6

  static func append(_ text: String, to output: inout ReportBytes) {
    var text = text
    text.withUTF8 { bytes in
      let isPlain = bytes.arePrintableASCII { $0.needingEscape }
      output.append(atMost: (isPlain ? 1 : longestEscape) * bytes.count + 2) { start in
        start.pointee = UInt8(ascii: "\"")
        let length = isPlain ? (start + 1).copy(bytes) : write(bytes, to: start + 1)
        start[length + 1] = UInt8(ascii: "\"")
        return length + 2
      }
    }
  }

  /// Writes bytes with their escapes and says how many they are then.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to start: UnsafeMutablePointer<UInt8>) -> Int {
    var isBehindEmoji = false
    var end = start
    var place = 0
    while place < bytes.count {
      let (value, length) = bytes.scalar(at: place)
      if !needsEscape(value) || isBehindEmoji && joinsEmoji(value, bytes, next: place + length) {
        for byte in 0..<length { end[byte] = bytes[place + byte] }
        end += length
      } else {
        end += writeEscape(value, to: end)
      }
      if !isSelector(value) { isBehindEmoji = isEmoji(value) }
      place += length
    }
    return end - start
  }

  private static func writeEscape(_ value: UInt32, to start: UnsafeMutablePointer<UInt8>) -> Int {
    switch value {
    case 0x22, 0x5C:
      start.pointee = UInt8(ascii: "\\")
      start[1] = UInt8(truncatingIfNeeded: value)
      return 2
    case 0...0xFFFF:
      writeUnit(value, to: start)
      return 6
    default:
      writeUnit(0xD800 + (value - 0x1_0000) >> 10, to: start)
      writeUnit(0xDC00 + (value - 0x1_0000) & 0x3FF, to: start + 6)
      return 12
    }
  }

  private static func writeUnit(_ unit: UInt32, to start: UnsafeMutablePointer<UInt8>) {
    start.pointee = UInt8(ascii: "\\")
    start[1] = UInt8(ascii: "u")
    for place in 0..<4 {
      let digit = UInt8(truncatingIfNeeded: unit >> UInt32(12 - 4 * place) & 0xF)
      start[place + 2] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
  }

  // MARK: What is escaped

  private static func needsEscape(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x21, 0x23...0x5B, 0x5D...0x7E: false
    case 0x00...0x9F: true
    default: isInvisible(value)
    }
  }

  /// Format characters (general category Cf) that have no shape, the separators of lines and paragraphs, and whatever
  /// else Unicode lets programs leave out (Default_Ignorable_Code_Point in DerivedCoreProperties.txt, 17.0.0).
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1_3430...0x1_343F,
      0x1_BCA0...0x1_BCA3, 0x1_D173...0x1_D17A, 0xE_0000...0xE_0FFF:
      true
    default: false
    }
  }

  /// What makes one emoji of two, or says which form of an emoji is meant, belongs to something that is seen.
  private static func joinsEmoji(_ value: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, next: Int) -> Bool {
    if isSelector(value) { return true }
    return value == 0x200D && next < bytes.count && isEmoji(bytes.scalar(at: next).value)
  }

  private static func isSelector(_ value: UInt32) -> Bool {
    value == 0xFE0E || value == 0xFE0F
  }

  private static func isEmoji(_ value: UInt32) -> Bool {
    value > 0x2000 && Unicode.Scalar(value)?.properties.isEmoji == true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins here in UTF-8 that is valid, and how many bytes it has.
  fileprivate func scalar(at place: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[place])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, place + length <= count else { return (first, 1) }
    var value = first & 0xFF >> UInt32(length + 1)
    for byte in self[place + 1..<place + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return (value, length)
  }
}
