/// Turns offsets of scalars into offsets of `Character`s.
struct CharacterOffsets {
  /// The character that each scalar belongs to.
  private let characters: [Int]

  init(_ text: String) {
    characters = text.enumerated().flatMap { offset, character in
      character.unicodeScalars.map { _ in offset }
    }
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
