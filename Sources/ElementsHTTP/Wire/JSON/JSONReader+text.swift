extension UnsafeRawBufferPointer {
  /// The bytes of a token, at a border of their own.
  func part(_ token: JSONToken) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[token.start..<token.end])
  }

  /// A text out of its escapes, with U+FFFD for what is no UTF-8; nil for an escape that stands for nothing, half a
  /// surrogate pair, or a control character that is not escaped.
  func text(_ token: JSONToken) -> String? {
    switch token.kind {
    case .asciiText, .plainText: String(decoding: part(token), as: UTF8.self)
    case .escapedText: part(token).unescaped()
    case .null, .yes, .no, .number, .array, .object: nil
    }
  }

  private func unescaped() -> String? {
    var output: [UInt8] = []
    output.reserveCapacity(count)
    var place = 0
    while place < count {
      let byte = self[place]
      if byte < 0x20 { return nil }
      if byte == UInt8(ascii: "\\") {
        guard let escaped = escaped(at: place + 1) else { return nil }
        UTF8.encode(escaped.scalar).map { output += $0 }
        place += 1 + escaped.length
      } else {
        output.append(byte)
        place += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// What the bytes behind a backslash stand for, and how many they are.
  private func escaped(at place: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard place < count else { return nil }
    switch self[place] {
    case UInt8(ascii: "\""): return ("\"", 1)
    case UInt8(ascii: "\\"): return ("\\", 1)
    case UInt8(ascii: "/"): return ("/", 1)
    case UInt8(ascii: "b"): return ("\u{08}", 1)
    case UInt8(ascii: "f"): return ("\u{0C}", 1)
    case UInt8(ascii: "n"): return ("\n", 1)
    case UInt8(ascii: "r"): return ("\r", 1)
    case UInt8(ascii: "t"): return ("\t", 1)
    case UInt8(ascii: "u"): return unicodeEscape(at: place)
    default: return nil
    }
  }

  /// A scalar of `uXXXX`, or of `uXXXX\uXXXX` where the first is half of a pair.
  private func unicodeEscape(at place: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let first = hexDigits(at: place + 1) else { return nil }
    if !UTF16.isLeadSurrogate(first) { return Unicode.Scalar(first).map { ($0, 5) } }
    guard place + 6 < count, self[place + 5] == UInt8(ascii: "\\"), self[place + 6] == UInt8(ascii: "u"),
      let second = hexDigits(at: place + 7), UTF16.isTrailSurrogate(second)
    else { return nil }
    let value = 0x1_0000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    return Unicode.Scalar(value).map { ($0, 11) }
  }

  private func hexDigits(at place: Int) -> UInt16? {
    guard place + 4 <= count else { return nil }
    var value: UInt16 = 0
    for byte in self[place..<place + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return value
  }
}
