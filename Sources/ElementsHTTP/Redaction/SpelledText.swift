/// The visible characters of a text, with its escapes undone if that is asked for.
///
/// An escape ends where a character is added: whatever that makes may end another one. So nested escapes, as in
/// `%2541`, are undone in one pass.
struct SpelledText {
  struct Element {
    /// A scalar's value, half a surrogate pair, or from `firstByte` on a byte of a UTF-8 sequence that is not complete.
    let code: UInt32
    /// White space was left out before it.
    let isAfterSpace: Bool
  }

  static let backslash: UInt32 = 0x5C
  private static let firstByte: UInt32 = 0x11_0000
  /// `&#x0010FFFF;`
  private static let longestEntity = 12
  private static let entities: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "sol": 0x2F, "plus": 0x2B,
  ]

  private(set) var elements: [Element] = []
  private var isAfterSpace = false
  private let undoesEscapes: Bool

  init(_ text: some Sequence<Unicode.Scalar>, undoingEscapes: Bool) {
    undoesEscapes = undoingEscapes
    elements.reserveCapacity(text.underestimatedCount)
    for scalar in text { add(scalar.value) }
  }

  static func mayHoldEscapes(_ text: some Sequence<Unicode.Scalar>) -> Bool {
    text.contains { $0 == "%" || $0 == "\\" || $0 == "&" }
  }

  private mutating func add(_ code: UInt32) {
    var next: UInt32? = code
    while let code = next {
      next = nil
      switch Sight(of: code) {
      case .space: isAfterSpace = true
      case .nothing: break
      case .visible:
        elements.append(Element(code: code, isAfterSpace: isAfterSpace))
        isAfterSpace = false
        if undoesEscapes { next = undoneEscape() }
      }
    }
  }

  /// What the last elements stand for, which are taken away; nil where they end no escape.
  private mutating func undoneEscape() -> UInt32? {
    guard let last = elements.last?.code else { return nil }
    if last >= Self.firstByte { return completedSequence() }
    if (0xDC00...0xDFFF).contains(last) { return completedPair(low: last) }
    guard let ascii = UInt8(exactly: last) else { return nil }
    return switch ascii {
    case UInt8(ascii: ";"): entity()
    case _ where isEscapedControl(ascii): taking(2, as: 0x20)
    case _ where ascii.hexDigit != nil: hexEscape()
    default: nil
    }
  }

  /// `%41`, `\x41`, `A`.
  private mutating func hexEscape() -> UInt32? {
    if let byte = hexNumber(digits: 2, behind: ["%"]) { return taking(3, as: Self.code(ofByte: byte)) }
    if let byte = hexNumber(digits: 2, behind: ["\\", "x"]) { return taking(4, as: Self.code(ofByte: byte)) }
    if let unit = hexNumber(digits: 4, behind: ["\\", "u"]) { return taking(6, as: unit) }
    return nil
  }

  private static func code(ofByte byte: UInt32) -> UInt32 {
    byte < 0x80 ? byte : firstByte + byte
  }

  private func hexNumber(digits: Int, behind lead: [Unicode.Scalar]) -> UInt32? {
    guard elements.count >= digits + lead.count else { return nil }
    let tail = elements.suffix(digits + lead.count)
    guard zip(tail, lead).allSatisfy({ $0.code.loweredASCII == $1.value }) else { return nil }
    var number: UInt32 = 0
    for element in tail.suffix(digits) {
      guard let digit = element.code.hexDigit else { return nil }
      number = number << 4 | digit
    }
    return number
  }

  /// `\n` and the like, which stand for white space.
  private func isEscapedControl(_ letter: UInt8) -> Bool {
    switch letter | 0x20 {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
      elements.count >= 2 && elements[elements.count - 2].code == Self.backslash
    default: false
    }
  }

  /// `&amp;`, `&#65;`, `&#x41;`.
  private mutating func entity() -> UInt32? {
    let tail = elements.suffix(Self.longestEntity)
    guard let start = tail.lastIndex(where: { $0.code == 0x26 }) else { return nil }
    let name = String(String.UnicodeScalarView(tail[(start + 1)...].dropLast().compactMap { Unicode.Scalar($0.code) }))
      .lowercased()
    let code: UInt32? =
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst())
      } else {
        Self.entities[name]
      }
    guard let code, Unicode.Scalar(code) != nil else { return nil }
    return taking(elements.count - start, as: code)
  }

  private mutating func completedPair(low: UInt32) -> UInt32? {
    guard elements.count >= 2 else { return nil }
    let high = elements[elements.count - 2].code
    guard (0xD800...0xDBFF).contains(high) else { return nil }
    return taking(2, as: 0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func completedSequence() -> UInt32? {
    let bytes = elements.suffix(4).reversed().prefix { $0.code >= Self.firstByte }.map { UInt8($0.code & 0xFF) }
    guard let lead = bytes.firstIndex(where: { $0 >= 0xC0 }) else { return nil }
    let sequence = bytes[...lead].reversed()
    guard let text = String(validating: sequence, as: UTF8.self), let scalar = text.unicodeScalars.first else {
      return nil
    }
    return taking(sequence.count, as: scalar.value)
  }

  /// Takes away so many elements, for which the code stands.
  private mutating func taking(_ count: Int, as code: UInt32) -> UInt32 {
    isAfterSpace = elements[elements.count - count].isAfterSpace
    elements.removeLast(count)
    return code
  }
}

/// What one sees of a scalar.
private enum Sight {
  case visible, space, nothing

  init(of code: UInt32) {
    if (0x21...0x7E).contains(code) {
      self = .visible
    } else if code == 0x20 || (0x09...0x0D).contains(code) {
      self = .space
    } else if code < 0x80 || code == 0xFFFD {
      self = .nothing
    } else if let scalar = Unicode.Scalar(code) {
      self = Self.of(scalar.properties)
    } else {
      self = .visible
    }
  }

  private static func of(_ properties: Unicode.Scalar.Properties) -> Sight {
    if properties.isWhitespace { return .space }
    if properties.isDefaultIgnorableCodePoint { return .nothing }
    switch properties.generalCategory {
    case .control, .format, .unassigned, .privateUse: return .nothing
    default: return .visible
    }
  }
}

extension UInt32 {
  fileprivate var loweredASCII: UInt32 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension FixedWidthInteger {
  /// The value of a digit of a hexadecimal number in ASCII.
  var hexDigit: Self? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
