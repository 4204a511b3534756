import TerminalUI

/// How a window's rows and columns are shared out. One too small for everything keeps the list and the status line.
struct ScreenLayout {
  /// The column at which what stands behind a label of the header begins.
  static let labelled = 12
  /// From this width on the details stand beside the list.
  private static let widthForPanel = 150
  private static let panelWidth = 62

  let size: Size
  /// Only list and status line fit.
  let isSmallest: Bool
  /// Where the details stand beside the list; nil where they lie over it.
  let panel: Rect?
  /// The rows of the header, above the list.
  private let header: Int

  /// - Parameter hasPanel: there is something to show beside the list.
  init(size: Size, hasPanel: Bool = false) {
    self.size = size
    isSmallest = size.columns < 60 || size.rows < 12
    header = isSmallest ? 0 : 3
    panel =
      hasPanel && size.columns >= ScreenLayout.widthForPanel && !isSmallest
      ? Rect(
        column: size.columns - ScreenLayout.panelWidth, row: header, columns: ScreenLayout.panelWidth,
        rows: size.rows - header - 1) : nil
  }

  /// The row of the list's headings; nil where they would leave the list but a row.
  var headingsRow: Int? {
    size.rows > 3 ? header : nil
  }

  /// The rows of the list, below its headings and above the status line.
  var list: Rect {
    let all = Rect(column: 0, row: 0, columns: size.columns - (panel?.columns ?? 0), rows: size.rows)
    return all.dropping(top: header + (headingsRow == nil ? 0 : 1)).dropping(bottom: 1)
  }

  var statusRow: Int { size.rows - 1 }

  /// The room of what lies over a place: all but the status line.
  var overlay: Rect {
    Rect(column: 0, row: 0, columns: size.columns, rows: size.rows).dropping(bottom: 1)
  }
}
