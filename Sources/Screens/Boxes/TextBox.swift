import TerminalUI
import ViewModels

/// Lines of text in a box over a place, or in a panel beside it. Some may be out of sight: then the last line says
/// which are in sight.
struct TextBox {
  let title: String
  let lines: [[StyledText]]
  /// What stands below the lines while all are in sight.
  var footer: [StyledText] = []
  /// Cells inside, at most.
  let width: Int
  /// The line that the cursor stands at while it is in sight; nil for the first.
  var cursorLine: Int?

  private var footerRows: Int { footer.isEmpty ? 0 : 2 }

  /// Where it lies within a rectangle.
  func box(in bounds: Rect) -> Rect {
    bounds.centered(columns: width + 4, rows: lines.count + footerRows + 2)
  }

  /// Tells the text how many of its lines have room in a box.
  @MainActor
  func arrange(_ text: ScrolledText, in box: Rect) {
    text.resize(height: rows(inside: box.rows - 2), count: lines.count)
  }

  @MainActor
  func draw(_ text: ScrolledText, in box: Rect, into frame: inout Frame, glyphs: Glyphs) {
    let inside = frame.drawBox(box, title: title, glyphs: glyphs)
    let rows = rows(inside: inside.rows)
    let shown = lines.dropFirst(text.top).prefix(rows)
    for (line, pieces) in shown.enumerated() {
      frame.write(pieces, at: Position(column: inside.column, row: inside.row + line), columns: inside.columns)
    }
    let last = Position(column: inside.column, row: inside.row + inside.rows - 1)
    if rows < lines.count, rows < inside.rows {
      let reach = "lines \(text.top + 1) to \(text.top + shown.count) of \(lines.count)"
      frame.write([StyledText(reach, .quiet)], at: last, columns: inside.columns)
    } else if !footer.isEmpty, rows + footerRows <= inside.rows {
      frame.write(footer, at: last, columns: inside.columns)
    }
    let cursorRow = cursorLine.map { $0 - text.top }.flatMap { (0..<shown.count).contains($0) ? $0 : nil } ?? 0
    frame.cursor = Position(column: inside.column, row: inside.row + cursorRow)
  }

  /// How many lines are in sight at a time; a line is kept to say so where not all are.
  private func rows(inside rows: Int) -> Int {
    lines.count <= rows ? lines.count : max(1, rows - 1)
  }
}
