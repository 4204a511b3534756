/// What a terminal is sent so that it puts a text on its clipboard: OSC 52 (xterm, "Operating System Commands").
///
/// The text goes in base64, so that nothing in it can end the sequence.
public struct ClipboardSequence: Hashable, Sendable {
  public let bytes: [UInt8]

  /// Terminals drop a longer sequence.
  public static let longest = 74_994
  /// screen hands on a string of at most 768 bytes at a time.
  static let longestChunk = 768

  /// - Parameter route: screen has the sequence wrapped; all others have it as it is.
  public init(_ text: String, by route: ClipboardRoute) throws(ClipboardOverflow) {
    let start = Array("\u{1B}]52;c;".utf8)
    let length = start.count + (text.utf8.count + 2) / 3 * 4 + 1
    guard length <= Self.longest else { throw ClipboardOverflow(needed: length) }
    let sequence = start + Base64.encoded(text.utf8) + [UInt8(ascii: "\u{7}")]
    bytes = route == .screen ? Self.wrapped(sequence) : sequence
  }

  /// In device control strings, which screen takes off and hands on what is in them.
  private static func wrapped(_ sequence: [UInt8]) -> [UInt8] {
    let (start, end) = (Array("\u{1B}P".utf8), Array("\u{1B}\\".utf8))
    let room = longestChunk - start.count - end.count
    return stride(from: 0, to: sequence.count, by: room).flatMap { first in
      start + sequence[first..<min(first + room, sequence.count)] + end
    }
  }
}

/// A text is too long for a terminal's clipboard.
public struct ClipboardOverflow: Error, Hashable, Sendable {
  /// Bytes of the sequence, of at most `ClipboardSequence.longest`.
  public let needed: Int
}

/// Base64 with padding (RFC 4648, section 4).
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let digit = digits[Int(bits >> UInt32(18 - 6 * place) & 0x3F)]
        encoded.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return encoded
  }
}
