/// Extent in cells.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells; never of negative extent.
public struct Rect: Hashable, Sendable {
  public let column: Int
  public let row: Int
  public let columns: Int
  public let rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The rectangle without its first `count` rows.
  public func dropping(top count: Int) -> Rect {
    Rect(column: column, row: row + count, columns: columns, rows: rows - count)
  }

  /// The rectangle without its last `count` rows.
  public func dropping(bottom count: Int) -> Rect {
    Rect(column: column, row: row, columns: columns, rows: rows - count)
  }

  /// A rectangle of at most the given extent in the middle of this one.
  public func centered(columns wanted: Int, rows wantedRows: Int) -> Rect {
    let inner = Size(columns: min(columns, wanted), rows: min(rows, wantedRows))
    return Rect(
      column: column + (columns - inner.columns) / 2, row: row + (rows - inner.rows) / 2,
      columns: inner.columns, rows: inner.rows)
  }
}
