import SafeText

extension Frame {
  /// Writes a line with one text at its left and one at its right; the left one gives way.
  public mutating func writeLine(
    row: Int, left: [StyledText], right: [StyledText], glyphs: Glyphs, margin: Int = 1
  ) {
    let rightWidth = right.reduce(0) { $0 + displayWidth(of: $1.text, repertoire: glyphs.repertoire) }
    let room = size.columns - 2 * margin
    let fits = rightWidth > 0 && rightWidth + 12 <= room
    let leftRoom = fits ? room - rightWidth - 2 : room
    write(left, at: Position(column: margin, row: row), columns: leftRoom)
    if fits { write(right, at: Position(column: size.columns - margin - rightWidth, row: row), columns: rightWidth) }
  }
}
