/// Composes Korean letters that came one by one (macOS stores names so) into the syllables that terminals can show.
///
/// After The Unicode Standard, section 3.12, "Hangul Syllable Composition".
enum HangulSyllable {
  private static let leading: Range<UInt32> = 0x1100..<0x1113
  private static let vowels: Range<UInt32> = 0x1161..<0x1176
  /// The first is no letter: it numbers the syllable without a last consonant.
  private static let trailing: Range<UInt32> = 0x11A7..<0x11C3
  private static let syllables: Range<UInt32> = 0xAC00..<0xD7A4

  /// A leading consonant with a vowel, or a syllable with a last consonant; nil if the two do not compose.
  static func composed(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    if leading.contains(first.value), vowels.contains(second.value) {
      let index = (first.value - leading.lowerBound) * UInt32(vowels.count) + second.value - vowels.lowerBound
      return Unicode.Scalar(syllables.lowerBound + index * UInt32(trailing.count))
    }
    if syllables.contains(first.value), (first.value - syllables.lowerBound) % UInt32(trailing.count) == 0,
      trailing.dropFirst().contains(second.value)
    {
      return Unicode.Scalar(first.value + second.value - trailing.lowerBound)
    }
    return nil
  }
}
