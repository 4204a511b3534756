/// A JSON object read with tolerance: keys are matched without case, and a value may come in more than one form.
///
/// Of a key that comes twice the first counts, as it is spelled here before any other spelling. Holds places in the
/// bytes it was read from, and no longer than these stay where they are.
struct WireObject {
  private struct Member {
    let key: JSONToken
    let value: JSONToken
  }

  let bytes: UnsafeRawBufferPointer
  private var members: [Member] = []
  /// Whether all keys are texts: else nobody knows what is in the object.
  private(set) var isReadable = true

  init(in bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The object that this token is; nil for any other, and for one with a key that is no text.
  init?(_ token: JSONToken, in bytes: UnsafeRawBufferPointer) {
    guard token.kind == .object else { return nil }
    self.init(in: bytes)
    var reader = JSONReader(bytes, at: token.start)
    // It was read before, so there is nothing to go wrong.
    guard (try? read(&reader)) != nil, isReadable else { return nil }
  }

  /// Reads the object that comes next in place of this one.
  /// - Parameter visit: reads the value of a key, or leaves it and gives nil.
  mutating func read(
    _ reader: inout JSONReader,
    visiting visit: (JSONToken, inout JSONReader) throws(JSONProblem) -> JSONToken? = { (_, _) in nil }
  ) throws(JSONProblem) {
    members.removeAll(keepingCapacity: true)
    isReadable = true
    var isMore = try reader.enter(.object)
    while isMore {
      let key = try reader.key()
      if key.kind == .escapedText, bytes.text(key) == nil { isReadable = false }
      let visited = try visit(key, &reader)
      let value = if let visited { visited } else { try reader.value() }
      members.append(Member(key: key, value: value))
      isMore = try reader.goOn(in: .object)
    }
  }

  // MARK: Keys

  /// The value of a key; nil where it is missing or null.
  func value(_ name: StaticString) -> JSONToken? {
    guard let value = anyValue(name), value.kind != .null else { return nil }
    return value
  }

  /// Whether the key is there, if only with null.
  func contains(_ name: StaticString) -> Bool {
    anyValue(name) != nil
  }

  private func anyValue(_ name: StaticString) -> JSONToken? {
    let length = name.utf8CodeUnitCount
    for member in members where member.key.mayHold(length) && isSame(member.key, name) { return member.value }
    for member in members where isSpelling(member.key, of: name) { return member.value }
    return nil
  }

  private func isSame(_ key: JSONToken, _ name: StaticString) -> Bool {
    key.kind == .asciiText ? bytes.hold(name, at: key.start) : bytes.text(key) == name.description
  }

  /// Whether it is the same key but for its case.
  private func isSpelling(_ key: JSONToken, of name: StaticString) -> Bool {
    guard key.kind == .asciiText else { return bytes.text(key)?.lowercased() == name.description.lowercased() }
    guard key.end - key.start == name.utf8CodeUnitCount else { return false }
    for place in 0..<name.utf8CodeUnitCount
    where bytes[key.start + place].lowerCase != name.utf8Start[place].lowerCase { return false }
    return true
  }

  // MARK: Values

  /// Any value; nil where it is missing or null.
  func scalar(_ name: StaticString) -> WireScalar? {
    value(name).map { WireScalar($0, in: bytes) }
  }

  /// A text, or a number or flag as text. A text that is no Unicode is not hidden, but shown as U+FFFD.
  func text(_ name: StaticString) -> String? {
    guard let value = value(name) else { return nil }
    if value.kind == .asciiText || value.kind == .plainText { return bytes.text(value) }
    switch WireScalar(value, in: bytes) {
    case .text(let text): return text
    case .integer(let integer): return String(integer)
    case .number(let number): return String(number)
    case .flag(let flag): return String(flag)
    case .unrepresentable: return "\u{FFFD}"
    case .array, .object, .null: return nil
    }
  }

  /// A whole number, also as a text or with a fraction of zero.
  func integer(_ name: StaticString) -> WireField<Int64> {
    switch scalar(name) {
    case .integer(let integer): .value(integer)
    case .text(let text): Int64(text.trimmed).map { .value($0) } ?? .unreadable(WireScalar.text(text).shown)
    case let other?: .unreadable(other.shown)
    case nil: .absent
    }
  }

  /// A number, also as a text; nil for what is none. May be NaN.
  func number(_ name: StaticString) -> Double? {
    guard let value = value(name) else { return nil }
    if value.kind == .number { return JSONNumber(bytes.part(value))?.double }
    return bytes.text(value).flatMap { Double($0.trimmed) }
  }

  /// A truth value, also as a text or as 0 and 1; nil for what is none.
  func flag(_ name: StaticString) -> Bool? {
    switch scalar(name) {
    case .flag(let flag): flag
    case .integer(1): true
    case .integer(0): false
    case .text(let text): Bool(text.trimmed.lowercased())
    default: nil
    }
  }

  func object(_ name: StaticString) -> WireObject? {
    value(name).flatMap { WireObject($0, in: bytes) }
  }
}

/// A field that may be missing or null, or hold what can't be read.
enum WireField<Value: Sendable>: Sendable {
  case absent
  case value(Value)
  /// Holds what was found.
  case unreadable(String)

  var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension UInt8 {
  /// In ASCII, where most is.
  fileprivate var isVisible: Bool { (0x21...0x7E).contains(self) }

  /// Of ASCII.
  fileprivate var lowerCase: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}

extension String {
  /// Without whitespace at both ends.
  var trimmed: Substring {
    var rest = self[...]
    if let first = utf8.first, let last = utf8.last, first.isVisible, last.isVisible { return rest }
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

extension JSONToken {
  /// Whether it may be a text of so many bytes in ASCII: with escapes it may be longer than what it stands for.
  @inline(__always)
  fileprivate func mayHold(_ length: Int) -> Bool {
    end &- start == length || kind != .asciiText
  }
}
