/// A value as it stands in a JSON text: what it looks like, and where it is.
struct JSONToken {
  enum Kind: UInt8 {
    case null
    case yes
    case no
    /// Begins like a number; whether it is one shows when it is read.
    case number
    /// A text without escapes, all of it ASCII.
    case asciiText
    /// A text without escapes.
    case plainText
    /// A text with escapes, or with control characters that should have been escaped.
    case escapedText
    case array
    case object
  }

  let kind: Kind
  /// The bytes of it: of a text those between the quotes, of an array or object also the brackets.
  let start: Int
  let end: Int

  var isText: Bool { kind == .asciiText || kind == .plainText || kind == .escapedText }
}
