/// Turns offsets of scalars into offsets of `Character`s.
struct CharacterOffsets {
  /// The character that each scalar belongs to.
  private let characters: [Int]

  init(_ text: String) {
    characters = text.enumerated().flatMap { offset, character in
      character.unicodeScalars.map { _ in offset }
    }
  }

  /// Whether a character begins at a scalar, or the text ends there.
  func isStart(_ scalar: Int) -> Bool {
    guard scalar > 0, scalar < characters.count else { return true }
    return characters[scalar - 1] != characters[scalar]
  }

  /// The characters that a range of scalars touches.
  func range(_ scalars: Range<Int>) -> Range<Int> {
    guard let last = scalars.last else {
      let offset = scalars.lowerBound < characters.count ? characters[scalars.lowerBound] : (characters.last ?? -1) + 1
      return offset..<offset
    }
    return characters[scalars.lowerBound]..<characters[last] + 1
  }
}
