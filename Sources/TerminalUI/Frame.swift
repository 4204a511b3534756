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
    let clusters = fitted(text, to: min(needed, room), alignment: alignment, repertoire: repertoire)
    var index = position.row * size.columns + position.column
    for cluster in clusters {
      cells[index] = Cell(cluster: cluster, style: style)
      if cluster.width == 2 { cells[index + 1] = Cell(cluster: nil, style: style) }
      index += cluster.width
    }
    return min(needed, room)
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
    restyle(rect) { _ in Cell(cluster: .blank, style: style) }
  }

  /// Puts a rectangle in reverse video, whatever stands in it.
  public mutating func reverse(_ rect: Rect) {
    restyle(rect) { Cell(cluster: $0.cluster, style: $0.style.reversed) }
  }

  private mutating func restyle(_ rect: Rect, _ change: (Cell) -> Cell) {
    for row in max(0, rect.row)..<max(0, min(size.rows, rect.row + rect.rows)) {
      for column in max(0, rect.column)..<max(0, min(size.columns, rect.column + rect.columns)) {
        cells[row * size.columns + column] = change(cells[row * size.columns + column])
      }
    }
  }
}

/// A text with its style.
public struct StyledText: Hashable, Sendable {
  public let text: String
  public let style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
