import SafeText
import Testing

@Suite struct CharacterWidthTests {
  @Test(
    "each character takes as many cells as a terminal gives it",
    arguments: [
      ("Bob", [1, 1, 1]),
      ("\u{C5}ngström", [1, 1, 1, 1, 1, 1, 1, 1]),
      ("A\u{30A}", [1]),
      ("田中", [2, 2]),
      ("ｱ", [1]),
      ("Ａ", [2]),
      ("한국", [2, 2]),
      ("שלום", [1, 1, 1, 1]),
      ("محمد", [1, 1, 1, 1]),
      ("😀", [2]),
      ("±", [1]),
      ("\u{304B}\u{3099}", [2]),
      ("กำ", [1, 1]),
      ("𠀀", [2]),
    ])
  func widths(text: String, expected: [Int]) {
    let clusters = Array(Clusters(of: text, repertoire: .unicode))
    #expect(clusters.map(\.width) == expected)
    #expect(sanitized(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(displayWidth(of: text, repertoire: .unicode) == expected.reduce(0, +))
  }

  @Test("an Indic vowel sign that has a cell is counted, one that has none is not")
  func indicVowelSigns() {
    #expect(displayWidth(of: "का", repertoire: .unicode) == 2)
    #expect(displayWidth(of: "कु", repertoire: .unicode) == 1)
    #expect(displayWidth(of: "क्ष", repertoire: .unicode) == 2)
  }

  @Test("Korean letters that came one by one become syllables")
  func koreanLetters() {
    #expect(sanitized("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}") == "한국")
    #expect(sanitized("\u{D558}\u{11AB}").unicodeScalars.elementsEqual("한".unicodeScalars))
    #expect(displayWidth(of: "\u{1112}\u{1161}\u{11AB}", repertoire: .unicode) == 2)
  }

  @Test("a Korean vowel or last consonant without a syllable before it is replaced")
  func strayKoreanLetters() {
    #expect(sanitized("a\u{1161}b") == "a�b")
    #expect(sanitized("각\u{11A8}") == "각�")
  }

  @Test(
    "an emoji of several scalars becomes one placeholder of one cell",
    arguments: [
      "👨\u{200D}👩\u{200D}👧\u{200D}👦", "👩\u{1F3FD}\u{200D}🚒", "👍\u{1F3FD}", "\u{1F3FD}", "🏳\u{FE0F}\u{200D}🌈",
      "🏳\u{FE0F}\u{301}\u{200D}🌈", "🏴\u{200D}☠\u{FE0F}", "\u{1F1E9}\u{1F1EA}", "\u{1F1E9}",
      "🏴\u{E0067}\u{E0062}\u{E007F}", "1\u{FE0F}\u{20E3}", "#\u{20E3}",
    ])
  func emojiSequences(text: String) {
    #expect(Array(Clusters(of: text, repertoire: .unicode)).map(\.text) == ["□"])
    #expect(displayWidth(of: "a\(text)b", repertoire: .unicode) == 3)
  }

  @Test("flags in a row are counted in pairs")
  func flags() {
    #expect(sanitized("\u{1F1E9}\u{1F1EA}\u{1F1EB}\u{1F1F7}\u{1F1EE}") == "□□□")
  }

  @Test("a variation selector leaves its character and its width alone")
  func variationSelectors() {
    #expect(sanitized("I ❤\u{FE0F} you").unicodeScalars.elementsEqual("I ❤ you".unicodeScalars))
    #expect(displayWidth(of: "❤\u{FE0F}", repertoire: .unicode) == 1)
    #expect(displayWidth(of: "😀\u{FE0E}", repertoire: .unicode) == 2)
    #expect(sanitized("邉\u{E0104}") == "邉")
  }
}
