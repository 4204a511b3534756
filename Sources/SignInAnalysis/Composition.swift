/// How the scripts that folding leaves alone are put together from their parts, so that both encodings are the same
/// text.
///
/// After The Unicode Standard, section 3.12 (Hangul syllables), and the canonical compositions of kana.
enum Composition {
  private static let leading: Range<UInt32> = 0x1100..<0x1113
  private static let vowels: Range<UInt32> = 0x1161..<0x1176
  private static let trailing: Range<UInt32> = 0x11A8..<0x11C3
  private static let syllables: Range<UInt32> = 0xAC00..<0xD7A4
  private static let kana: Range<UInt32> = 0x3041..<0x3100
  /// One more than there are trailing consonants: a syllable may end in none.
  private static let endings: UInt32 = 28

  /// Whether another scalar may join this one.
  static func isOpen(_ scalar: UInt32) -> Bool {
    scalar >= leading.lowerBound
      && (kana.contains(scalar) || syllables.contains(scalar) || leading.contains(scalar))
  }

  /// The one scalar that both are together, or nil.
  static func join(_ first: UInt32, _ second: UInt32) -> UInt32? {
    switch second {
    case 0x3099: pair(of: first, in: Folding.voicedKana)
    case 0x309A: pair(of: first, in: Folding.semivoicedKana)
    case vowels where leading.contains(first):
      syllables.lowerBound
        + ((first - leading.lowerBound) * UInt32(vowels.count) + second - vowels.lowerBound) * endings
    case trailing where syllables.contains(first) && (first - syllables.lowerBound).isMultiple(of: endings):
      first + second - trailing.lowerBound + 1
    default: nil
    }
  }

  private static func pair(of first: UInt32, in pairs: [UInt32]) -> UInt32? {
    let index = stride(from: 0, to: pairs.count - 1, by: 2).first { pairs[$0] == first }
    return index.map { pairs[$0 + 1] }
  }
}
