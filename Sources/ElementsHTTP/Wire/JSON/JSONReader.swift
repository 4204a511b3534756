import Elements

/// Reads JSON (RFC 8259) off the front of a text in UTF-8, value by value, looking at each byte once.
///
/// ```swift
/// var isMore = try reader.enter(.object)
/// while isMore {
///   print(try reader.key(), try reader.value())
///   isMore = try reader.goOn(in: .object)
/// }
/// ```
///
/// Written for this project because `Codable` needs 0.8 ms for a page of 100 sign-ins, most of it for boxes and tables
/// of keys that are thrown away at once. It bears and refuses what Foundation's decoder does: the shape of the whole
/// text must be right, but for a comma before a closing bracket; a number or a text is checked when it is asked for, so
/// that half a surrogate pair costs its own text and no other. The bytes must stay where they are for as long as tokens
/// are used.
struct JSONReader {
  /// How deep arrays and objects may lie in one another.
  static let deepest = 512

  let bytes: UnsafeRawBufferPointer
  /// Of the next byte.
  private(set) var position: Int
  private var depth = 0

  init(_ bytes: UnsafeRawBufferPointer, at start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  /// What an array or an object is made of.
  enum Container {
    case array
    case object

    var kind: JSONToken.Kind { self == .array ? .array : .object }
    fileprivate var opening: UInt8 { self == .array ? UInt8(ascii: "[") : UInt8(ascii: "{") }
    fileprivate var closing: UInt8 { self == .array ? UInt8(ascii: "]") : UInt8(ascii: "}") }
  }

  // MARK: Going through arrays and objects

  /// Whether an array or an object comes next.
  mutating func isNext(_ container: Container) throws(JSONProblem) -> Bool {
    try upcoming() == container.opening
  }

  /// Enters the array or object that comes next; says whether there is anything in it.
  mutating func enter(_ container: Container) throws(JSONProblem) -> Bool {
    guard try upcoming() == container.opening, depth < Self.deepest else { throw .malformed }
    position += 1
    depth += 1
    return try !leaves(container)
  }

  /// Goes on behind an element; says whether there is another.
  mutating func goOn(in container: Container) throws(JSONProblem) -> Bool {
    if try leaves(container) { return false }
    try take(UInt8(ascii: ","))
    return try !leaves(container)
  }

  /// The key that comes next in an object, and its colon.
  mutating func key() throws(JSONProblem) -> JSONToken {
    guard try upcoming() == UInt8(ascii: "\"") else { throw .malformed }
    let key = try text()
    try take(UInt8(ascii: ":"))
    return key
  }

  /// The value that comes next, whole.
  mutating func value() throws(JSONProblem) -> JSONToken {
    switch try upcoming() {
    case UInt8(ascii: "\""): try text()
    case UInt8(ascii: "{"): try skip(.object)
    case UInt8(ascii: "["): try skip(.array)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: throw .malformed
    }
  }

  /// Holds only if nothing but space is left.
  mutating func finish() throws(JSONProblem) {
    skipSpace()
    guard position == bytes.count else { throw .malformed }
  }

  private mutating func leaves(_ container: Container) throws(JSONProblem) -> Bool {
    guard try upcoming() == container.closing else { return false }
    position += 1
    depth -= 1
    return true
  }

  private mutating func take(_ byte: UInt8) throws(JSONProblem) {
    guard try upcoming() == byte else { throw .malformed }
    position += 1
  }

  /// The first byte that is no space, which is not yet taken.
  @inline(__always)
  private mutating func upcoming() throws(JSONProblem) -> UInt8 {
    if position < bytes.count, bytes[position] > 0x20 { return bytes[position] }
    skipSpace()
    guard position < bytes.count else { throw .malformed }
    return bytes[position]
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  // MARK: Values

  private mutating func skip(_ container: Container) throws(JSONProblem) -> JSONToken {
    let start = position
    var isMore = try enter(container)
    while isMore {
      if container == .object { _ = try key() }
      _ = try value()
      isMore = try goOn(in: container)
    }
    return JSONToken(kind: container.kind, start: start, end: position)
  }

  private mutating func number() -> JSONToken {
    let start = position
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        position += 1
      default: return JSONToken(kind: .number, start: start, end: position)
      }
    }
    return JSONToken(kind: .number, start: start, end: position)
  }

  private mutating func word(_ word: StaticString, _ kind: JSONToken.Kind) throws(JSONProblem) -> JSONToken {
    let start = position
    let end = start + word.utf8CodeUnitCount
    guard end <= bytes.count, bytes.hold(word, at: start) else { throw .malformed }
    position = end
    return JSONToken(kind: kind, start: start, end: end)
  }

  private mutating func text() throws(JSONProblem) -> JSONToken {
    position += 1
    let start = position
    var kind = JSONToken.Kind.asciiText
    while true {
      if skipOrdinary() == .plainText, kind == .asciiText { kind = .plainText }
      guard position < bytes.count else { throw .malformed }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return JSONToken(kind: kind, start: start, end: position - 1)
      case UInt8(ascii: "\\"):
        kind = .escapedText
        try skipEscape()
      default:
        kind = .escapedText
        position += 1
      }
    }
  }

  /// Goes to the next quote, backslash or control character, eight bytes at a time; says whether all before it was
  /// ASCII.
  private mutating func skipOrdinary() -> JSONToken.Kind {
    var isASCII = true
    while position + 8 <= bytes.count {
      let word = ByteWord(bytes, at: position)
      let special = word.needingEscape
      if special != 0 {
        let count = special.trailingZeroBitCount / 8
        position += count
        return isASCII && word.isASCII(first: count) ? .asciiText : .plainText
      }
      isASCII = isASCII && word.isASCII
      position += 8
    }
    while position < bytes.count, bytes[position] >= 0x20, bytes[position] != 0x22, bytes[position] != 0x5C {
      isASCII = isASCII && bytes[position] < 0x80
      position += 1
    }
    return isASCII ? .asciiText : .plainText
  }

  /// What is escaped is looked at when the text is read, but for a quote among the digits of `\u`.
  private mutating func skipEscape() throws(JSONProblem) {
    guard position + 1 < bytes.count else { throw .malformed }
    let length = bytes[position + 1] == UInt8(ascii: "u") ? 6 : 2
    guard position + length <= bytes.count else { throw .malformed }
    for digit in position + 2..<position + length where bytes[digit] == UInt8(ascii: "\"") { throw .malformed }
    position += length
  }
}

/// Why a text could not be read to its end.
enum JSONProblem: Error {
  case malformed
  /// An array goes on beyond what a page may hold.
  case tooManyRows
}

extension UnsafeRawBufferPointer {
  /// Whether `word` stands at a place, from which on there are at least as many bytes.
  func hold(_ word: StaticString, at place: Int) -> Bool {
    let word = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var done = 0
    while done + 8 <= word.count {
      guard
        loadUnaligned(fromByteOffset: place + done, as: UInt64.self)
          == word.loadUnaligned(fromByteOffset: done, as: UInt64.self)
      else { return false }
      done += 8
    }
    while done < word.count {
      guard self[place + done] == word[done] else { return false }
      done += 1
    }
    return true
  }
}
