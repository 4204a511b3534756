/// Any JSON value, as far as it must be told apart to be read or named.
enum WireScalar: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int64)
  case number(Double)
  case flag(Bool)
  case array
  case object
  /// Such as a text with half a surrogate pair, or a number beyond every type.
  case unrepresentable

  init(_ token: JSONToken, in bytes: UnsafeRawBufferPointer) {
    switch token.kind {
    case .null: self = .null
    case .yes: self = .flag(true)
    case .no: self = .flag(false)
    case .number: self = WireScalar(number: JSONNumber(bytes.part(token)))
    case .asciiText, .plainText, .escapedText: self = bytes.text(token).map { .text($0) } ?? .unrepresentable
    case .array: self = .array
    case .object: self = WireObject(token, in: bytes) == nil ? .unrepresentable : .object
    }
  }

  private init(number: JSONNumber?) {
    if let integer = number?.integer {
      self = .integer(integer)
    } else {
      self = number?.double.map { .number($0) } ?? .unrepresentable
    }
  }

  /// More of a text is not looked at to name it: enough for any excerpt, even after secrets were taken out.
  private static let longestShown = 4_096

  /// As an error names it: `"yesterday"`, `12`, `an array`. Shortened to `longestShown` scalars alone.
  var shown: String {
    switch self {
    case .null: "null"
    case .text(let text) where text.utf8.count > Self.longestShown:
      "\"\(String(text.unicodeScalars.prefix(Self.longestShown)))\""
    case .text(let text): "\"\(text)\""
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .array: "an array"
    case .object: "an object"
    case .unrepresentable: "a value that can't be represented"
    }
  }
}
