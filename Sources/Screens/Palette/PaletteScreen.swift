import TerminalUI
import ViewModels

/// The commands that fit what is being typed, over a place, with the line in the status line's row.
@MainActor
struct PaletteScreen {
  let model: PaletteModel
  let surface: Surface

  private static let widest = 76

  func arrange(_ layout: ScreenLayout) {
    let height = max(1, box(layout).rows - 2)
    if model.viewport.height != height { model.resize(height: height) }
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let inside = frame.drawBox(box(layout), title: "Commands", glyphs: surface.glyphs)
    for (line, place) in model.viewport.visible.enumerated() where line < inside.rows {
      let row = inside.row + line
      draw(model.matches[place], row: row, in: inside, into: &frame)
      if place == model.viewport.selected {
        frame.select(Rect(column: inside.column, row: row, columns: inside.columns, rows: 1))
      }
    }
    if model.matches.isEmpty {
      let words = StyledText("no command has these letters", .quiet)
      frame.write([words], at: Position(column: inside.column, row: inside.row), columns: inside.columns)
    }
    frame.clear(Rect(column: 0, row: layout.statusRow, columns: frame.size.columns, rows: 1))
    frame.drawPrompt(
      label: ":", text: model.typed.text, cursor: model.typed.cursor, row: layout.statusRow,
      columns: frame.size.columns, glyphs: surface.glyphs)
  }

  private func draw(_ match: PaletteModel.Match, row: Int, in inside: Rect, into frame: inout Frame) {
    let (title, keys) = words(of: match)
    let width = min(inside.columns, StyledText(keys).width(glyphs: surface.glyphs))
    frame.write(
      [StyledText(title)], at: Position(column: inside.column + 1, row: row), columns: inside.columns - width - 3)
    frame.write(
      [StyledText(keys, .quiet)], at: Position(column: inside.column + inside.columns - width - 1, row: row),
      columns: width)
  }

  private func words(of match: PaletteModel.Match) -> (title: String, keys: String) {
    switch match {
    case .row(let number): ("go to row \(number.grouped)", "Enter")
    case .tenant(let tenant): ("open \(tenant.customerText) › \(tenant.tenantText)", "Enter")
    case .filter(let name): ("filter: \(name)", "Enter")
    case .save(let name): (name.isEmpty ? "keep the filter: type a name" : "keep the filter as \(name)", "Enter")
    case .forget(let name): ("forget the filter \(name)", "Enter")
    case .command(let id):
      (Command.named(id).title, surface.keymap.keys(of: id).map(\.name).joined(separator: " "))
    }
  }

  /// At the bottom, above the line that is typed, as tall as all commands need: it does not jump while one types.
  private func box(_ layout: ScreenLayout) -> Rect {
    let rows = min(layout.overlay.rows, max(3, min(16, layout.overlay.rows - 4)))
    return layout.overlay.dropping(top: layout.overlay.rows - rows)
      .centered(columns: PaletteScreen.widest, rows: rows)
  }
}
