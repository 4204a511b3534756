import Randomness
import SafeText
import TerminalUI
import Testing

struct WrappingTests {
  private func lines(_ text: String, _ columns: Int) -> [String] {
    text.wrapped(to: columns, glyphs: .unicode)
  }

  @Test("A text that fits is one line, an empty one too")
  func fitting() {
    #expect(lines("risky", 5) == ["risky"])
    #expect(lines("", 5) == [""])
  }

  @Test("Lines are broken at blanks, which are left out")
  func words() {
    #expect(lines("may change within 48 hours", 12) == ["may change", "within 48", "hours"])
    #expect(lines("one two", 3) == ["one", "two"])
    #expect(lines("one two", 4) == ["one", "two"])
  }

  @Test("A word longer than a line is broken within")
  func longWord() {
    #expect(lines("861a3304-f52a-4eae", 8) == ["861a3304", "-f52a-4e", "ae"])
    #expect(lines("id 861a3304-f52a", 8) == ["id", "861a3304", "-f52a"])
  }

  @Test("A wide character is not halved at the end of a line")
  func wide() {
    #expect(lines("周建国", 5) == ["周建", "国"])
  }

  @Test("No line is wider than asked for, and nothing but blanks gets lost")
  func property() {
    var random = SplitMix(seed: 5)
    let alphabet = Array("ab  周é🔒-")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
      let columns = Int.random(in: 2...20, using: &random)
      let lines = lines(text, columns)
      for line in lines { #expect(displayWidth(of: line, repertoire: .unicode) <= columns, "\(text)|\(columns)") }
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}

struct StyledTextTests {
  @Test("A text that fits stays as it is; a longer one ends in an ellipsis")
  func shortening() {
    #expect(StyledText("Contoso", .heading).shortened(to: 7, glyphs: .unicode) == StyledText("Contoso", .heading))
    #expect(StyledText("Contoso", .heading).shortened(to: 5, glyphs: .unicode) == StyledText("Cont…", .heading))
  }

  @Test("The width of pieces counts cells, not characters")
  func width() {
    #expect([StyledText("周a"), StyledText("é")].width(glyphs: .unicode) == 4)
  }
}
