import TerminalUI

/// How a screen's rows are shared out. A window too small for everything keeps the list and the status line.
struct ScreenLayout {
  let size: Size
  /// Only list and status line fit.
  let isSmallest: Bool

  init(size: Size) {
    self.size = size
    isSmallest = size.columns < 60 || size.rows < 12
  }

  /// The list with its headings, below `header` rows and above the status line.
  func list(below header: Int) -> Rect {
    let all = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    return all.dropping(top: isSmallest ? 0 : header).dropping(bottom: 1)
  }

  var statusRow: Int { size.rows - 1 }
}
