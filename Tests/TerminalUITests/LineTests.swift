import TerminalUI
import Testing

struct LineTests {
  private func line(_ columns: Int, _ left: String, _ right: String, keeping: LineEnd) -> String {
    var frame = Frame(columns: columns)
    frame.writeLine(row: 0, left: [StyledText(left)], right: [StyledText(right)], keeping: keeping, glyphs: .unicode)
    return frame.text
  }

  @Test("Both texts stand at their ends, a cell from the edge")
  func both() {
    #expect(line(24, "3 of 20", "? help", keeping: .left) == " 3 of 20         ? help ")
    #expect(line(24, "risktop", "UTC", keeping: .right) == " risktop            UTC ")
  }

  @Test("Where the right text is kept, the left one is cut")
  func keepingRight() {
    #expect(line(24, "a rather long customer", "UTC", keeping: .right) == " a rather long cu…  UTC ")
  }

  @Test("Where the left text is kept, the right one goes at once")
  func keepingLeft() {
    #expect(line(24, "something that matters", "? help", keeping: .left) == " something that matters ")
  }

  @Test("The right text goes where it would leave the left one next to nothing")
  func tooNarrow() {
    #expect(line(14, "risktop", "demo · UTC", keeping: .right) == " risktop      ")
  }

  @Test("Wide characters at the right end do not push the text over the edge")
  func wide() {
    #expect(line(20, "ab", "周建国", keeping: .left) == " ab          周建国 ")
  }
}

struct BoxTests {
  @Test("A box has its title in its edge and gives the room inside")
  func drawing() {
    var frame = Frame(columns: 12, rows: 4)
    frame.write("xxxxxxxxxxxx", at: Position(column: 0, row: 1))
    let inside = frame.drawBox(Rect(column: 1, row: 0, columns: 10, rows: 3), title: "Keys", glyphs: .unicode)
    #expect(inside == Rect(column: 3, row: 1, columns: 6, rows: 1))
    #expect(
      frame.text == """
         ┌─ Keys ─┐ \("")
        x│        │x
         └────────┘ \("")
                    \("")
        """)
  }

  @Test("A title too long for the box is cut before the corner")
  func longTitle() {
    var frame = Frame(columns: 10, rows: 3)
    _ = frame.drawBox(frame.bounds, title: "Messages, newest first", glyphs: .unicode)
    #expect(frame.text(row: 0) == "┌─ Mess…─┐")
  }

  @Test("A rectangle too small for a box is blanked and all of it is room", arguments: [(4, 5), (9, 2), (1, 1)])
  func tooSmall(columns: Int, rows: Int) {
    var frame = Frame(columns: 9, rows: 5)
    for row in 0..<5 { frame.write("xxxxxxxxx", at: Position(column: 0, row: row)) }
    let rect = Rect(column: 0, row: 0, columns: columns, rows: rows)
    #expect(frame.drawBox(rect, title: "Keys", glyphs: .unicode) == rect)
    #expect(frame.text(row: 0).hasPrefix(String(repeating: " ", count: columns)))
  }

  @Test("A box over wide characters leaves no half of one behind", arguments: 0...3)
  func overWide(column: Int) {
    var frame = Frame(columns: 14, rows: 3)
    for row in 0..<3 { frame.write("周建国周建国周", at: Position(column: 0, row: row)) }
    _ = frame.drawBox(Rect(column: column, row: 0, columns: 9, rows: 3), title: "T", glyphs: .unicode)
    #expect(frame.isWhole)
  }
}

struct RectTests {
  @Test("A rectangle never has a negative extent")
  func extent() {
    let rect = Rect(column: 0, row: 0, columns: 4, rows: 2)
    #expect(rect.dropping(top: 5).rows == 0)
    #expect(rect.dropping(bottom: 5).rows == 0)
    #expect(Rect(column: 0, row: 0, columns: -1, rows: -1) == Rect(column: 0, row: 0, columns: 0, rows: 0))
  }

  @Test("Dropping rows at the top moves the rectangle down, at the bottom it does not")
  func dropping() {
    let rect = Rect(column: 2, row: 3, columns: 4, rows: 5)
    #expect(rect.dropping(top: 2) == Rect(column: 2, row: 5, columns: 4, rows: 3))
    #expect(rect.dropping(bottom: 2) == Rect(column: 2, row: 3, columns: 4, rows: 3))
  }

  @Test("A centred rectangle stays within the other one, however large it was wanted")
  func centered() {
    let outer = Rect(column: 10, row: 5, columns: 20, rows: 8)
    #expect(outer.centered(columns: 10, rows: 4) == Rect(column: 15, row: 7, columns: 10, rows: 4))
    #expect(outer.centered(columns: 99, rows: 99) == outer)
  }
}
