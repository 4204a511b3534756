import SafeText

/// What one cell shows.
public struct Cell: Hashable, Sendable {
  /// Nil in the second cell of a wide cluster.
  public let cluster: Cluster?
  public let style: Style

  /// Sanitised text; empty in the second cell of a wide cluster.
  public var text: String { cluster?.text ?? "" }
  /// 2 in the first cell of a wide cluster, 0 in its second.
  public var width: Int { cluster?.width ?? 0 }
}

/// Everything that a screen shows at one moment: a grid of cells and the place of the cursor.
///
/// Text enters it through SafeText alone, so that no cell can hold what a terminal would obey.
public struct Frame: Hashable, Sendable {
  public let size: Size
  /// Where the terminal's own cursor rests, so that screen readers and braille lines find the selected row.
  public var cursor: Position?
  /// A cursor that blinks in a prompt is seen; one that rests on a selected row is not.
  public var isCursorVisible = false
  private var cells: [Cell]
  private let repertoire: Repertoire

  public init(size: Size, glyphs: Glyphs) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    repertoire = glyphs.repertoire
    cells = Array(repeating: Frame.blank, count: self.size.columns * self.size.rows)
  }

  private static let blank = Cell(cluster: .blank, style: .plain)

  public var bounds: Rect {
    Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The cells of a row, from left to right.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Writes foreign text from a cell to the right, as far as `width` or the frame's edge.
  ///
  /// Without a width the text takes what it needs; with one it is cut with an ellipsis or padded with blanks.
  /// - Returns: the number of cells written.
  @discardableResult
  public mutating func write(
    _ text: String, at position: Position, width: Int? = nil, alignment: Alignment = .leading, style: Style = .plain
  ) -> Int {
    let room = size.columns - position.column
    guard position.row >= 0, position.row < size.rows, position.column >= 0, room > 0 else { return 0 }
    let needed = width ?? displayWidth(of: text, repertoire: repertoire)
    let width = max(0, min(needed, room))
    var index = position.row * size.columns + position.column
    blankHalves(cutBy: index..<index + width)
    for cluster in fitted(text, to: width, alignment: alignment, repertoire: repertoire) {
      cells[index] = Cell(cluster: cluster, style: style)
      if cluster.width == 2 { cells[index + 1] = Cell(cluster: nil, style: style) }
      index += cluster.width
    }
    return width
  }

  /// Writes pieces of text in different styles, one behind the other, no further than `columns` cells.
  public mutating func write(_ pieces: [StyledText], at position: Position, columns: Int) {
    var column = position.column
    let end = min(size.columns, position.column + columns)
    for piece in pieces where column < end {
      let needed = displayWidth(of: piece.text, repertoire: repertoire)
      column += write(
        piece.text, at: Position(column: column, row: position.row), width: min(needed, end - column),
        style: piece.style)
    }
  }

  /// Blanks a rectangle.
  public mutating func clear(_ rect: Rect, style: Style = .plain) {
    for cells in indices(of: rect) {
      blankHalves(cutBy: cells)
      for index in cells { self.cells[index] = Cell(cluster: .blank, style: style) }
    }
  }

  /// Lays the bar of the selected row over a rectangle, whatever stands in it; what is underlined stays so.
  public mutating func select(_ rect: Rect) {
    restyle(rect) { style in
      var selected = Style.selected
      selected.isUnderlined = style.isUnderlined
      return selected
    }
  }

  /// Shows that what stands in a rectangle no longer answers what is being asked.
  public mutating func dim(_ rect: Rect) {
    restyle(rect) { style in
      guard !style.isReversed else { return style }
      var dimmed = style
      dimmed.isDim = true
      dimmed.isBold = false
      dimmed.color = .standard
      return dimmed
    }
  }

  /// Underlines a part of a text that was written at a position in `width` cells: a range of its characters.
  public mutating func underline(_ range: Range<Int>, of text: String, at position: Position, width: Int) {
    let characters = Array(text)
    guard range.lowerBound < characters.count else { return }
    let before = displayWidth(of: String(characters[..<range.lowerBound]), repertoire: repertoire)
    let part = String(characters[range.clamped(to: 0..<characters.count)])
    let columns = min(displayWidth(of: part, repertoire: repertoire), width - before)
    restyle(Rect(column: position.column + before, row: position.row, columns: columns, rows: 1)) { style in
      var underlined = style
      underlined.isUnderlined = true
      return underlined
    }
  }

  mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    for index in indices(of: rect).joined() {
      cells[index] = Cell(cluster: cells[index].cluster, style: change(cells[index].style))
    }
  }

  /// The cells of a rectangle that lie within the frame, row by row.
  private func indices(of rect: Rect) -> [Range<Int>] {
    let columns = max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.column + rect.columns))
    let rows = max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.row + rect.rows))
    return rows.map { $0 * size.columns + columns.lowerBound..<$0 * size.columns + columns.upperBound }
  }

  /// Of a wide cluster that loses one of its cells to others, the other cell is blanked: half a character can't be
  /// shown, and a terminal that is sent the whole would shift the rest of the row.
  private mutating func blankHalves(cutBy range: Range<Int>) {
    guard !range.isEmpty else { return }
    if cells[range.lowerBound].cluster == nil, range.lowerBound % size.columns != 0 { blank(range.lowerBound - 1) }
    if range.upperBound % size.columns != 0, cells[range.upperBound].cluster == nil { blank(range.upperBound) }
  }

  private mutating func blank(_ index: Int) {
    cells[index] = Cell(cluster: .blank, style: cells[index].style)
  }
}
