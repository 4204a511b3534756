import SafeText

extension Frame {
  /// Draws a prompt line and puts the terminal's cursor where the next character goes.
  ///
  /// A text longer than the line is shown from where its cursor stays visible.
  public mutating func drawPrompt(
    label: String, text: String, cursor: Int, row: Int, columns: Int, glyphs: Glyphs
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
    let column = start + displayWidth(of: String(before), repertoire: repertoire)
    self.cursor = Position(column: min(size.columns - 1, column), row: row)
    isCursorVisible = true
  }
}
