/// A JSON object read with tolerance: keys are matched without case, and a value may come in more than one form.
struct WireObject {
  private let container: KeyedDecodingContainer<WireKey>
  /// Lower-case spellings, made when a key is first missed as it should be spelled.
  private var foldedKeys: [String: WireKey]?

  init(_ decoder: any Decoder) throws {
    container = try decoder.container(keyedBy: WireKey.self)
  }

  private init(_ container: KeyedDecodingContainer<WireKey>) {
    self.container = container
  }

  /// The key as it is spelled here; nil where it is missing or its value is null.
  mutating func key(_ name: String) -> WireKey? {
    let exact = WireKey(name)
    if container.contains(exact) { return isNull(exact) ? nil : exact }
    let folded = foldedKeys ?? Self.fold(container.allKeys)
    foldedKeys = folded
    guard let key = folded[name.lowercased()], !isNull(key) else { return nil }
    return key
  }

  /// Whether the key is there, if only with null.
  mutating func contains(_ name: String) -> Bool {
    key(name) != nil || container.contains(WireKey(name)) || foldedKeys?[name.lowercased()] != nil
  }

  private func isNull(_ key: WireKey) -> Bool {
    (try? container.decodeNil(forKey: key)) ?? false
  }

  private static func fold(_ keys: [WireKey]) -> [String: WireKey] {
    Dictionary(keys.map { ($0.stringValue.lowercased(), $0) }) { first, _ in first }
  }

  /// Any value; nil where it is missing or null.
  mutating func scalar(_ name: String) -> WireScalar? {
    guard let key = key(name) else { return nil }
    if let text = try? container.decode(String.self, forKey: key) { return .text(text) }
    return (try? container.decode(WireScalar.self, forKey: key)) ?? .unrepresentable
  }

  /// A text, or a number or flag as text. A text that is no Unicode is not hidden, but shown as U+FFFD.
  mutating func text(_ name: String) -> String? {
    switch scalar(name) {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .unrepresentable: "\u{FFFD}"
    case .array, .object, .null, nil: nil
    }
  }

  /// A whole number, also as a text or with a fraction of zero.
  mutating func integer(_ name: String) -> WireField<Int64> {
    guard let key = key(name) else { return .absent }
    if let integer = try? container.decode(Int64.self, forKey: key) { return .value(integer) }
    guard let scalar = scalar(name) else { return .absent }
    if case .text(let text) = scalar, let integer = Int64(text.trimmed) { return .value(integer) }
    return .unreadable(scalar.shown)
  }

  /// A number, also as a text; nil for what is none. May be NaN.
  mutating func number(_ name: String) -> Double? {
    guard let key = key(name) else { return nil }
    if let number = try? container.decode(Double.self, forKey: key) { return number }
    guard case .text(let text) = scalar(name) else { return nil }
    return Double(text.trimmed)
  }

  /// A truth value, also as a text or as 0 and 1; nil for what is none.
  mutating func flag(_ name: String) -> Bool? {
    guard let key = key(name) else { return nil }
    if let flag = try? container.decode(Bool.self, forKey: key) { return flag }
    switch scalar(name) {
    case .integer(1): return true
    case .integer(0): return false
    case .text(let text): return Bool(text.trimmed.lowercased())
    default: return nil
    }
  }

  mutating func object(_ name: String) -> WireObject? {
    guard let key = key(name), let inner = try? container.nestedContainer(keyedBy: WireKey.self, forKey: key) else {
      return nil
    }
    return WireObject(inner)
  }

  /// The elements of an array; nil where there is none.
  mutating func elements<Element: Decodable>(_ name: String, of type: Element.Type) -> [Element]? {
    guard let key = key(name), var inner = try? container.nestedUnkeyedContainer(forKey: key) else { return nil }
    var elements: [Element] = []
    elements.reserveCapacity(inner.count ?? 0)
    while !inner.isAtEnd, let element = try? inner.decode(Element.self) { elements.append(element) }
    return elements
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

extension String {
  var trimmed: Substring {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
