import TerminalUI

/// How a screen's rows are shared out. A window too small for everything keeps the list and the status line.
struct ScreenLayout {
  /// The column at which what stands behind a label of the header begins.
  static let labelled = 12

  let size: Size
  /// Only list and status line fit.
  let isSmallest: Bool
  /// The rows of the header, above the list.
  private let header: Int

  init(size: Size) {
    self.size = size
    isSmallest = size.columns < 60 || size.rows < 12
    header = isSmallest ? 0 : 3
  }

  /// The row of the list's headings; nil where they would leave the list but a row.
  var headingsRow: Int? {
    size.rows > 3 ? header : nil
  }

  /// The rows of the list, below its headings and above the status line.
  var list: Rect {
    let all = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    return all.dropping(top: header + (headingsRow == nil ? 0 : 1)).dropping(bottom: 1)
  }

  var statusRow: Int { size.rows - 1 }
}
