import TerminalUI

extension Frame {
  /// What a row shows, blanks at its end included.
  func text(row: Int) -> String {
    self.row(row).map(\.text).joined()
  }

  /// All rows, one a line.
  var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }

  /// Whether every wide cluster has its two cells, and no second cell stands without its first.
  var isWhole: Bool {
    (0..<size.rows).allSatisfy { row in
      let widths = self.row(row).map(\.width)
      return widths.indices.allSatisfy { index in
        let followsWide = index > 0 && widths[index - 1] == 2
        return followsWide == (widths[index] == 0) && (widths[index] < 2 || index + 1 < widths.count)
      }
    }
  }

  init(columns: Int, rows: Int = 1, glyphs: Glyphs = .unicode) {
    self.init(size: Size(columns: columns, rows: rows), glyphs: glyphs)
  }
}

extension Position {
  /// A column of the first row.
  static func at(_ column: Int) -> Position {
    Position(column: column, row: 0)
  }
}
