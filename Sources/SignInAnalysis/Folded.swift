/// The text made ready for a search in which case and diacritics do not matter: `Zoë Ångström` gives `zoe angstrom`.
///
/// Two texts that differ in nothing else fold to the same bytes, however their accents are encoded; folding twice
/// changes nothing. The result can be longer or shorter than the text, and empty where the text was not.
///
/// - Case folding is full (`ß` gives `ss`) and the same in every locale (`İ` and `ı` give `i`, final sigma is sigma).
/// - Marks are dropped from scripts in which they decorate letters, Latin, Greek, Cyrillic, Hebrew, Arabic and Syriac
///   among them; where they spell vowels, as in Devanagari or Thai, they stay.
/// - Styled, full- and halfwidth letters and ligatures become plain ones; `ł ø æ þ ð` and their like become ASCII.
/// - Ignorable characters, such as zero-width spaces and bidi controls, are dropped.
/// - Hangul, kana and ideographs stay as they are; Hangul and kana in parts are put together.
///
/// After Unicode's compatibility caseless matching (The Unicode Standard, section 3.13, D146), without the marks.
public func folded(_ text: String) -> String {
  var text = text
  switch text.withUTF8(ASCIICase.init(of:)) {
  case .lower: return text
  case .mixed: return text.withUTF8(lowercased(ascii:))
  case nil:
    var folding = FoldedUTF8(capacity: text.utf8.count)
    for scalar in text.unicodeScalars { folding.append(foldOf: scalar) }
    return folding.text
  }
}

/// Which letters there are in a text of nothing but ASCII.
private enum ASCIICase {
  case lower
  case mixed

  /// Nil where something is not ASCII.
  init?(of bytes: UnsafeBufferPointer<UInt8>) {
    var union: UInt8 = 0
    var hasCapital = false
    for byte in bytes {
      union |= byte
      if byte.isASCIICapital { hasCapital = true }
    }
    guard union < 0x80 else { return nil }
    self = hasCapital ? .mixed : .lower
  }
}

private func lowercased(ascii bytes: UnsafeBufferPointer<UInt8>) -> String {
  String(unsafeUninitializedCapacity: bytes.count) { target in
    for (index, byte) in bytes.enumerated() { target[index] = byte.asciiLowercased }
    return bytes.count
  }
}

extension UInt8 {
  /// This byte of ASCII, with the small letter for a capital one.
  var asciiLowercased: UInt8 {
    isASCIICapital ? self | 0x20 : self
  }

  fileprivate var isASCIICapital: Bool {
    self &- 0x41 < 26
  }
}
