/// Texts one after the other in large blocks of bytes, numbered from 0; 8 bytes each beside those of the text.
///
/// It has no limit but that of the numbers: a text is found by its block, and a very long one has a block of its own.
/// A copy shares all full blocks.
struct TextArena: Sendable {
  /// So that every text of a block, even an empty one at its end, starts where `TextSpan.start` reaches.
  private static let blockSize = Int(UInt16.max)

  private var spans = Segments<TextSpan>()
  private var full: [[UInt8]] = []
  private var open: [UInt8] = []

  var count: Int { spans.count }

  subscript(number: UInt32) -> String {
    String(decoding: bytes(at: number), as: UTF8.self)
  }

  mutating func append(_ text: String) -> UInt32 {
    let length = text.utf8.count
    if let short = UInt16(exactly: length), short != TextSpan.wholeBlock {
      if open.count + length > TextArena.blockSize { closeBlock() }
      spans.append(TextSpan(block: UInt32(full.count), start: UInt16(open.count), length: short))
      open.append(contentsOf: text.utf8)
    } else {
      closeBlock()
      spans.append(TextSpan(block: UInt32(full.count), start: 0, length: TextSpan.wholeBlock))
      full.append(Array(text.utf8))
    }
    return UInt32(count - 1)
  }

  func holds(_ text: String, at number: UInt32) -> Bool {
    let bytes = bytes(at: number)
    return bytes.count == text.utf8.count && bytes.elementsEqual(text.utf8)
  }

  func hash(at number: UInt32) -> UInt64 {
    var hasher = Hasher()
    bytes(at: number).withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.bits
  }

  /// The same as `hash(at:)` where the text is held.
  static func hash(of text: String) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(bytesOf: text)
    return hasher.bits
  }

  private func bytes(at number: UInt32) -> ArraySlice<UInt8> {
    let span = spans[Int(number)]
    let block = Int(span.block) == full.count ? open : full[Int(span.block)]
    return span.length == TextSpan.wholeBlock ? block[...] : block[Int(span.start)...].prefix(Int(span.length))
  }

  private mutating func closeBlock() {
    guard !open.isEmpty else { return }
    full.append(open.trimmed)
    open = []
  }
}

/// Where a text stands.
private struct TextSpan: Sendable {
  let block: UInt32
  let start: UInt16
  /// In bytes, or `wholeBlock`.
  let length: UInt16

  /// The length of a text that has a block of its own, however long it is.
  static let wholeBlock = UInt16.max
}
