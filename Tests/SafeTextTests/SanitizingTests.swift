import Randomness
import SafeText
import Testing

@Suite struct SanitizingTests {
  @Test(
    "whatever a terminal could act on, or nobody could see, becomes one visible mark",
    arguments: [
      ForeignCase("a\u{1B}[31mb", "a�[31mb"),
      ForeignCase("\u{1B}]0;title\u{7}x", "�]0;title�x"),
      ForeignCase("\u{1B}]52;c;cm0gLXJm\u{1B}\\", "�]52;c;cm0gLXJm�\\"),
      ForeignCase("\u{9B}31m", "�31m"),
      ForeignCase("a\u{9D}b\u{9C}", "a�b�"),
      ForeignCase("nul\0del\u{7F}", "nul�del�"),
      ForeignCase("one\r\n\r\ntwo\tthree", "one�two�three"),
      ForeignCase("line\u{2028}paragraph\u{2029}", "line�paragraph�"),
      ForeignCase("gpj\u{202E}exe.", "gpj�exe."),
      ForeignCase("\u{2066}a\u{2069}\u{61C}b\u{200E}\u{200F}", "�a�b�"),
      ForeignCase("ad\u{200B}min", "ad�min"),
      ForeignCase("a\u{2060}b\u{FEFF}c\u{AD}d\u{34F}e", "a�b�c�d�e"),
      ForeignCase("a\u{3164}b\u{FFA0}c\u{115F}d\u{17B4}e\u{180E}f", "a�b�c�d�e�f"),
      ForeignCase("x\u{FFF9}y\u{FFFA}z\u{FFFB}", "x�y�z�"),
      ForeignCase("a\u{E0041}\u{E0042}b", "a�b"),
      ForeignCase("علی\u{200C}رضا", "علی�رضا"),
      ForeignCase("क्\u{200D}ष", "क्�ष"),
      ForeignCase("\u{E000}\u{F0000}", "�"),
      ForeignCase("a\u{378}b\u{EFFFD}", "a�b�"),
      ForeignCase("\u{FE0F}a\u{FE0F}\u{FE01}\u{E0100}b", "�a�b"),
    ])
  func replaces(text: ForeignCase) {
    let result = sanitized(text.foreign).inASCII
    #expect(result == text.shown.inASCII)
  }

  @Test("a code point that will never be a character is replaced", arguments: [0xFDD0, 0xFFFE, 0x2FFFF, 0x10FFFF])
  func noncharacters(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(sanitized(String(scalar)) == "�")
  }

  @Test("of the marks heaped on a letter four stay")
  func zalgo() {
    let heap = String(repeating: "\u{301}\u{316}", count: 50)
    let clusters = Array(Clusters(of: "Z\(heap)a", repertoire: .unicode))
    #expect(clusters.map { $0.text.unicodeScalars.count } == [5, 1])
    #expect(clusters.map(\.width) == [1, 1])
  }

  @Test("a mark without a letter gets a dotted circle")
  func strayMarks() {
    #expect(sanitized("\u{301}a") == "◌\u{301}a")
    #expect(sanitized("\u{1B}\u{301}") == "�◌\u{301}")
    #expect(Array(Clusters(of: "\u{93E}", repertoire: .unicode)).map(\.text) == ["◌", "\u{93E}"])
    #expect(displayWidth(of: "😀\u{93E}", repertoire: .unicode) == 4)
  }

  @Test("printable text stays as it came, without normalisation")
  func innocentText() {
    let text = "O’Brien – Łukasz, A\u{30A}sa, 田中, שלום; =cmd|' /C calc'!A0"
    #expect(sanitized(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test("sanitised text is not changed by sanitising it again", arguments: [Repertoire.unicode, .ascii])
  func idempotence(repertoire: Repertoire) {
    var random = SplitMix(seed: 11)
    for _ in 0..<5_000 {
      let text = random.foreignText()
      let once = sanitized(text, repertoire: repertoire)
      let twice = sanitized(once, repertoire: repertoire)
      let widths = [text, once].map { displayWidth(of: $0, repertoire: repertoire) }
      #expect(once.inASCII == twice.inASCII, "from \(text.inASCII)")
      #expect(widths[0] == widths[1], "from \(text.inASCII)")
    }
  }
}
