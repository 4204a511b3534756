import SafeText
import Testing

@Suite struct AsciiRepertoireTests {
  @Test(
    "letters become their base letter and the rest a question mark a cell",
    arguments: [
      ForeignCase("Zoë Ångström", "Zoe Angstrom"),
      ForeignCase("Zoe\u{308} A\u{30A}ngstro\u{308}m", "Zoe Angstrom"),
      ForeignCase("Łukasz Ørsted Straße", "Lukasz Orsted Strase"),
      ForeignCase("Nguyễn Thị Ánh", "Nguyen Thi Anh"),
      ForeignCase("O’Brien – “x”", "O'Brien - \"x\""),
      ForeignCase("a\u{A0}b\u{3000}c", "a b c"),
      ForeignCase("ＡＢＣ", "ABC"),
      ForeignCase("田中", "????"),
      ForeignCase("Мир", "???"),
      ForeignCase("😀👍🏽", "???"),
      ForeignCase("का", "??"),
      ForeignCase("\u{93E}", "??"),
      ForeignCase("\u{301}", "?"),
      ForeignCase("a\u{1B}[0m\n", "a?[0m?"),
      ForeignCase("�□", "??"),
    ])
  func fallsBack(text: ForeignCase) {
    let result = sanitized(text.foreign, repertoire: .ascii).inASCII
    let width = displayWidth(of: text.foreign, repertoire: .ascii)
    #expect(result == text.shown.inASCII)
    #expect(width == text.shown.count)
  }
}
