import TerminalUI
import ViewModels

/// A few things to choose from, over a place.
@MainActor
struct ChoiceScreen {
  let model: ChoiceModel
  let surface: Surface

  func arrange(_ layout: ScreenLayout) {
    let height = max(1, box(layout).rows - 2)
    if model.viewport.height != height { model.resize(height: height) }
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let inside = frame.drawBox(box(layout), title: model.heading, glyphs: surface.glyphs)
    for (line, place) in model.viewport.visible.enumerated() where line < inside.rows {
      let row = inside.row + line
      frame.write(
        [StyledText(model.items[place].text)], at: Position(column: inside.column + 1, row: row),
        columns: inside.columns - 1)
      guard place == model.viewport.selected else { continue }
      frame.select(Rect(column: inside.column, row: row, columns: inside.columns, rows: 1))
      frame.cursor = Position(column: inside.column, row: row)
    }
  }

  /// The rows of the items, inside the box.
  func area(_ layout: ScreenLayout) -> Rect {
    let box = box(layout)
    return Rect(column: box.column + 1, row: box.row + 1, columns: box.columns - 2, rows: box.rows - 2)
  }

  private func box(_ layout: ScreenLayout) -> Rect {
    let width = model.items.map { StyledText($0.text).width(glyphs: surface.glyphs) }.max() ?? 0
    return layout.overlay.centered(columns: max(width, model.heading.count) + 8, rows: model.items.count + 2)
  }
}
