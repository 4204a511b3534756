import SafeText

/// Which end of a line keeps its text where there is no room for both.
public enum LineEnd: Hashable, Sendable {
  case left
  case right
}

extension Frame {
  /// Writes a line with one text at its left and one at its right.
  ///
  /// Where both do not fit, the end to keep decides: the right one stays whole and the left one is cut as long as it
  /// keeps a few cells, or the left one has the line to itself.
  public mutating func writeLine(
    row: Int, left: [StyledText], right: [StyledText], keeping kept: LineEnd, glyphs: Glyphs, margin: Int = 1
  ) {
    let rightWidth = right.width(glyphs: glyphs)
    let room = size.columns - 2 * margin
    let leastLeft = kept == .left ? left.width(glyphs: glyphs) : 10
    let fits = rightWidth > 0 && leastLeft + 2 + rightWidth <= room
    let leftRoom = fits ? room - rightWidth - 2 : room
    write(left, at: Position(column: margin, row: row), columns: leftRoom)
    if fits { write(right, at: Position(column: size.columns - margin - rightWidth, row: row), columns: rightWidth) }
  }
}
