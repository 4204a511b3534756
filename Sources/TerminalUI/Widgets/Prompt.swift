import SafeText

extension Frame {
  /// Draws a prompt line and puts the terminal's cursor where the next character goes.
  ///
  /// `problem` are the characters that can't be read. A text longer than the line is shown from where its cursor stays
  /// visible.
  public mutating func drawPrompt(
    label: String, text: String, cursor: Int, problem: Range<Int>? = nil, row: Int, columns: Int, glyphs: Glyphs
  ) {
    guard size.columns > 0 else { return }
    let repertoire = glyphs.repertoire
    let start = write(label, at: Position(column: 1, row: row), style: .heading) + 1
    let room = max(1, columns - start - 1)
    var hidden = 0
    let characters = Array(text)
    var before = characters.prefix(cursor)
    while displayWidth(of: String(before), repertoire: repertoire) >= room, !before.isEmpty {
      before.removeFirst()
      hidden += 1
    }
    let shown = String(characters.dropFirst(hidden))
    write(shown, at: Position(column: start, row: row), width: room)
    if let problem {
      mark(problem, of: characters, hidden: hidden, at: Position(column: start, row: row), room, repertoire)
    }
    let column = start + displayWidth(of: String(before), repertoire: repertoire)
    self.cursor = Position(column: min(size.columns - 1, column), row: row)
    isCursorVisible = true
  }

  /// Shows which characters can't be read; an end that is missing is shown as the cell behind the text.
  private mutating func mark(
    _ problem: Range<Int>, of characters: [Character], hidden: Int, at start: Position, _ room: Int,
    _ repertoire: Repertoire
  ) {
    let first = min(max(problem.lowerBound, hidden), characters.count)
    let last = min(max(problem.upperBound, first), characters.count)
    let before = displayWidth(of: String(characters[hidden..<max(hidden, first)]), repertoire: repertoire)
    let width = max(1, displayWidth(of: String(characters[first..<last]), repertoire: repertoire))
    guard before < room else { return }
    let rect = Rect(column: start.column + before, row: start.row, columns: min(width, room - before), rows: 1)
    restyle(rect) { _ in Style(color: .red, isBold: true, isUnderlined: true) }
  }
}
