import TerminalUI
import ViewModels

/// The keys of the screen below, over it.
@MainActor
struct HelpScreen {
  let isTenant: Bool
  let glyphs: Glyphs

  private static let label = 10
  private static let entry = 44

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let bindings = KeyBinding.all.filter { $0.place != (isTenant ? .picker : .tenant) }
    let isWide = frame.size.columns >= 2 * HelpScreen.entry + 6
    let perColumn = isWide ? (bindings.count + 1) / 2 : bindings.count
    let box = frame.bounds.dropping(bottom: 1).centered(
      columns: (isWide ? 2 : 1) * HelpScreen.entry + 6, rows: perColumn + notes.count + 4)
    let inside = frame.drawBox(box, title: isTenant ? "Keys: a tenant" : "Keys: tenants", glyphs: glyphs)
    for (index, binding) in bindings.enumerated() {
      let row = index % perColumn
      guard row < inside.rows else { continue }
      draw(binding, at: Position(column: inside.column + index / perColumn * HelpScreen.entry, row: inside.row + row), into: &frame)
    }
    for (index, note) in notes.enumerated() where perColumn + 1 + index < inside.rows {
      let position = Position(column: inside.column, row: inside.row + perColumn + 1 + index)
      frame.write([StyledText(note, .quiet)], at: position, columns: inside.columns)
    }
    frame.cursor = Position(column: inside.column, row: inside.row)
  }

  private func draw(_ binding: KeyBinding, at position: Position, into frame: inout Frame) {
    frame.write(binding.label, at: position, width: HelpScreen.label, style: .heading)
    frame.write(
      binding.does, at: Position(column: position.column + HelpScreen.label, row: position.row),
      width: HelpScreen.entry - HelpScreen.label - 2)
  }

  private var notes: [String] {
    isTenant
      ? [
        "\(glyphs.risk) risky   \(glyphs.seam) rows may be missing above   \(glyphs.pending) not loaded yet",
        "Actions and sign-ins are different units. Risk is the partner's workflows' word.",
      ] : ["Counts are read for the tenants in view."]
  }
}
