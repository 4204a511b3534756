import TerminalUI
import Testing

struct FrameWritingTests {
  @Test("Text without a width takes what it needs")
  func plain() {
    var frame = Frame(columns: 10)
    #expect(frame.write("abc", at: .at(2)) == 3)
    #expect(frame.text == "  abc     ")
  }

  @Test("Text in a width is padded with blanks, over what stood there")
  func padding() {
    var frame = Frame(columns: 8)
    frame.write("xxxxxxxx", at: .at(0))
    frame.write("ab", at: .at(1), width: 4)
    #expect(frame.text == "xab  xxx")
    frame.write("ab", at: .at(1), width: 4, alignment: .trailing)
    #expect(frame.text == "x  abxxx")
  }

  @Test("Text longer than its width is cut with an ellipsis")
  func cutting() {
    var frame = Frame(columns: 8)
    #expect(frame.write("abcdefgh", at: .at(1), width: 5) == 5)
    #expect(frame.text == " abcd…  ")
  }

  @Test("Text that reaches the frame's edge is cut there")
  func edge() {
    var frame = Frame(columns: 6)
    #expect(frame.write("abcdef", at: .at(3)) == 3)
    #expect(frame.text == "   ab…")
    #expect(frame.write("abcdef", at: .at(3), width: 99) == 3)
    #expect(frame.text == "   ab…")
  }

  @Test("A wide character takes two cells and is never halved at an edge")
  func wide() {
    var frame = Frame(columns: 6)
    frame.write("周建国", at: .at(0))
    #expect(frame.row(0).map(\.width) == [2, 0, 2, 0, 2, 0])
    frame.write("周建国", at: .at(1))
    #expect(frame.text == " 周建…")
    #expect(frame.isWhole)
  }

  @Test("Writing over half of a wide character blanks its other half", arguments: 0...6)
  func halves(column: Int) {
    var frame = Frame(columns: 8)
    frame.write("周建国周", at: .at(0))
    frame.write("x", at: .at(column))
    #expect(frame.isWhole)
    frame.write("界", at: .at(column))
    #expect(frame.isWhole)
    #expect(frame.row(0).reduce(0) { $0 + $1.width } == 8)
  }

  @Test("Blanking over half of a wide character blanks its other half")
  func clearing() {
    var frame = Frame(columns: 6, rows: 2)
    frame.write("周建国", at: Position(column: 0, row: 1))
    frame.clear(Rect(column: 1, row: 0, columns: 2, rows: 2))
    #expect(frame.isWhole)
    #expect(frame.text(row: 1) == "    国")
  }

  @Test("What lies outside of the frame is harmless", arguments: [-1, 0, 3, 99], [-1, 0, 2, 99])
  func outside(column: Int, row: Int) {
    var frame = Frame(columns: 3, rows: 2)
    let position = Position(column: column, row: row)
    frame.write("abcdef", at: position)
    frame.write("abcdef", at: position, width: -3)
    frame.write([StyledText("ab"), StyledText("cd")], at: position, columns: 9)
    frame.clear(Rect(column: column, row: row, columns: 9, rows: 9))
    frame.select(Rect(column: column, row: row, columns: 9, rows: 9))
    frame.writeLine(row: row, left: [StyledText("a")], right: [StyledText("b")], keeping: .left, glyphs: .unicode)
    _ = frame.drawBox(Rect(column: column, row: row, columns: 9, rows: 9), title: "title", glyphs: .unicode)
    #expect(frame.isWhole)
  }

  @Test(
    "A frame of no or negative extent takes everything and shows nothing",
    arguments: [(0, 0), (0, 5), (5, 0), (-2, -2)])
  func nothing(columns: Int, rows: Int) {
    var frame = Frame(columns: columns, rows: rows)
    frame.write("abc", at: .at(0))
    frame.drawPrompt(label: "/", text: "abc", cursor: 3, row: rows - 1, columns: columns, glyphs: .unicode)
    frame.clear(frame.bounds)
    #expect(frame.size.columns >= 0 && frame.size.rows >= 0)
  }

  @Test("Pieces of text follow one another, and the last that has room is cut")
  func pieces() {
    var frame = Frame(columns: 12)
    frame.write([StyledText("ab", .risk), StyledText("周", .quiet), StyledText("cdef")], at: .at(1), columns: 7)
    #expect(frame.text == " ab周cd…    ")
    #expect(frame.row(0).map(\.style)[1] == .risk)
    #expect(frame.row(0).map(\.style)[4] == .quiet)
  }

  @Test("Nothing that a terminal would obey gets into a cell")
  func hostile() {
    var frame = Frame(columns: 40)
    frame.write("\u{1B}[2J\u{9B}31m\r\n\t\u{202E}evil\u{7}", at: .at(0))
    let controls = frame.text.unicodeScalars.filter { $0.properties.generalCategory == .control || $0 == "\u{202E}" }
    #expect(controls.isEmpty)
    #expect(frame.text.contains("evil"))
  }

  @Test("The bar over a selected row leaves the row's text as it is")
  func selecting() {
    var frame = Frame(columns: 4)
    frame.write("周a", at: .at(0), style: .risk)
    frame.select(Rect(column: 0, row: 0, columns: 3, rows: 1))
    #expect(frame.text == "周a ")
    #expect(frame.row(0).map(\.style) == [.selected, .selected, .selected, .plain])
  }
}
