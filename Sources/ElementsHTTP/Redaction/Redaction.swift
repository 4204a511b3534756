/// Keeps secrets out of what a server wrote, which may echo what it was sent.
///
/// A text and the secrets are brought into one form, in which a secret is found however it is written: escapes of URLs,
/// HTML and JSON are undone, what can't be seen and white space are dropped, case is, and equivalent characters are
/// one; and what may be base64 or hexadecimal is decoded and looked at the same way, as is the text from behind. A text
/// that holds a secret, or a telling part of one, is not shown at all.
///
/// The time that it takes grows with the length of the text alone.
struct Redaction: Sendable {
  /// Stands for the whole of a text.
  static let mark = "text that repeats a credential and is not shown"
  /// In UTF-8; nothing as long is shown anywhere, so the rest of a text goes unread and unseen.
  private static let longestText = 2_048
  /// What is cut to a length is cut to so many characters at least.
  private static let shortestCut = 100
  /// So often an encoding may be encoded.
  private static let deepestEncoding = 2

  private var parts = SecretParts()
  private var areBeyondASCII = false

  init(_ secrets: [Secret]) {
    for text in Set(secrets.map(\.text)) {
      for spelled in Self.spellings(Array(text.unicodeScalars)) {
        for folded in FoldedUnits.all(of: spelled) { parts.add(folded) }
      }
      if !text.utf8.allSatisfy({ $0 < 0x80 }) { areBeyondASCII = true }
    }
  }

  /// The text, or what is said in place of one that holds a secret.
  func callAsFunction(_ text: String) -> String {
    guard !parts.isEmpty, !text.isEmpty else { return text }
    let text =
      text.utf8.count <= Self.longestText ? text : String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    let holds =
      holdsSecret(scalars, isCut: scalars.count >= Self.shortestCut) || holdsSecret(scalars.reversed(), isCut: false)
    return holds ? Self.mark : text
  }

  private func holdsSecret(_ text: [Unicode.Scalar], isCut: Bool, depth: Int = 0) -> Bool {
    Self.spellings(text).contains { spelled in
      FoldedUnits.all(of: spelled).contains {
        parts.occur(in: $0, withinWords: depth > 0) || isCut && parts.begin(atEndOf: $0)
      }
        || depth < Self.deepestEncoding && holdsEncodedSecret(spelled, isCut: isCut, depth: depth)
    }
  }

  private func holdsEncodedSecret(_ text: SpelledText, isCut: Bool, depth: Int) -> Bool {
    EncodedRuns.decoded(in: text).contains { bytes in
      readings(of: bytes).contains { holdsSecret($0, isCut: isCut, depth: depth + 1) }
    }
  }

  /// Bytes as UTF-8 and, where that may be it, as UTF-16, in which each character of ASCII has a zero.
  private func readings(of bytes: [UInt8]) -> [[Unicode.Scalar]] {
    let ordinary = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    guard areBeyondASCII || bytes.count(where: { $0 == 0 }) >= SecretParts.shortestSecret else { return [ordinary] }
    let wide = [bytes[...], bytes.dropFirst()].flatMap { bytes in
      [Self.utf16(bytes) { $0 | $1 << 8 }, Self.utf16(bytes) { $0 << 8 | $1 }]
    }
    return [ordinary] + wide
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt16, UInt16) -> UInt16) -> [Unicode.Scalar] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { place in
      unit(UInt16(bytes[place]), UInt16(bytes[place + 1]))
    }
    return Array(String(decoding: units, as: UTF16.self).unicodeScalars)
  }

  /// As it is, and without escapes where that may be another.
  private static func spellings(_ text: [Unicode.Scalar]) -> [SpelledText] {
    let asItIs = SpelledText(text, undoingEscapes: false)
    guard SpelledText.mayHoldEscapes(text) else { return [asItIs] }
    return [asItIs, SpelledText(text, undoingEscapes: true)]
  }
}
