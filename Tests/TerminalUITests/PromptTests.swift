import TerminalUI
import Testing

struct PromptTests {
  private func prompt(_ text: String, cursor: Int? = nil, columns: Int = 12) -> Frame {
    var frame = Frame(columns: columns)
    frame.drawPrompt(
      label: "/", text: text, cursor: cursor ?? text.count, row: 0, columns: columns, glyphs: .unicode)
    return frame
  }

  @Test("A prompt shows its text with the cursor behind it")
  func short() {
    let frame = prompt("abc")
    #expect(frame.text == " /abc       ")
    #expect(frame.cursor == .at(5))
    #expect(frame.isCursorVisible)
  }

  @Test("The cursor stands before the character that it is on")
  func within() {
    #expect(prompt("abc", cursor: 0).cursor == .at(2))
    #expect(prompt("a周c", cursor: 2).cursor == .at(5))
  }

  @Test("A text longer than the line is shown to where its cursor is")
  func long() {
    let frame = prompt("abcdefghijklmnop")
    #expect(frame.text.contains("p"))
    #expect(!frame.text.contains("a"))
    let start = prompt("abcdefghijklmnop", cursor: 0)
    #expect(start.text == " /abcdefgh… ")
    #expect(start.cursor == .at(2))
  }

  @Test("Wherever the cursor is, in whatever text and width, it is on the line and on its character")
  func visible() throws {
    for text in ["", "a", "abcdefghijklmnopqrstuvwxyz", "周建国周建国周建国", "a周b建c国d周", "e\u{301}🔒e\u{301}🔒xyz🔒"] {
      for cursor in 0...text.count {
        for columns in 4...30 {
          let frame = prompt(text, cursor: cursor, columns: columns)
          let place = try #require(frame.cursor)
          #expect((2..<columns).contains(place.column), "\(text) \(cursor) in \(columns)")
          #expect(frame.isWhole)
          guard cursor < text.count, columns > 8 else { continue }
          let wanted = Array(text)[cursor]
          let shown = frame.row(0)[place.column].text
          #expect(shown == String(wanted) || shown == "…" || shown == " ", "\(text) \(cursor) in \(columns): \(shown)")
        }
      }
    }
  }

  @Test("A prompt in a window of a single column does not leave it", arguments: 1...3)
  func tiny(columns: Int) throws {
    let place = try #require(prompt("abc", columns: columns).cursor)
    #expect((0..<columns).contains(place.column))
  }
}
