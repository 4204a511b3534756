extension Frame {
  /// Clears a rectangle, draws a box along its edge with a title in it, and gives the room inside.
  ///
  /// A rectangle too small for a box is all room.
  public mutating func drawBox(_ rect: Rect, title: String, glyphs: Glyphs) -> Rect {
    clear(rect)
    guard rect.columns >= 5, rect.rows >= 3 else { return rect }
    let lines = glyphs.frame
    let edge = String(repeating: lines.horizontal, count: rect.columns - 2)
    let bottom = rect.row + rect.rows - 1
    write(lines.topLeft + edge + lines.topRight, at: Position(column: rect.column, row: rect.row), style: .quiet)
    write(lines.bottomLeft + edge + lines.bottomRight, at: Position(column: rect.column, row: bottom), style: .quiet)
    for row in rect.row + 1..<bottom {
      write(lines.vertical, at: Position(column: rect.column, row: row), style: .quiet)
      write(lines.vertical, at: Position(column: rect.column + rect.columns - 1, row: row), style: .quiet)
    }
    write(
      [StyledText(" \(title) ", .heading)], at: Position(column: rect.column + 2, row: rect.row),
      columns: rect.columns - 4)
    return Rect(
      column: rect.column + 2, row: rect.row + 1, columns: rect.columns - 4, rows: rect.rows - 2)
  }
}
