/// Values as RFC 8259 writes them, such that a terminal or an editor does nothing with them.
enum JSONText {
  static func append(_ value: ReportValue, to output: inout [UInt8]) {
    switch value {
    case .text(let text): append(text, to: &output)
    case .number(let number): output += String(number).utf8
    // The shortest digits that give the same number again.
    case .degrees(let degrees): output += degrees.description.utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .missing: output += "null".utf8
    }
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(isPlain) {
      output += text.utf8
    } else {
      for scalar in text.unicodeScalars { append(scalar, to: &output) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    0x20...0x7E ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar {
    case "\"", "\\":
      output += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
    case _ where isActive(scalar.value):
      let digits = String(scalar.value, radix: 16)
      output += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
    default:
      output += UTF8.encode(scalar).map { Array($0) } ?? []
    }
  }

  /// Controls of ASCII and C1, DELETE, the bidi controls (Unicode Standard Annex 9, section 2) and the separators of lines and paragraphs.
  private static func isActive(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
