import TerminalUI
import ViewModels

/// The keys of the screen below, over it.
@MainActor
struct HelpScreen {
  let isTenant: Bool
  let glyphs: Glyphs

  private static let label = 9
  private static let entry = 38

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let bindings = KeyBinding.all.filter { $0.place != (isTenant ? .picker : .tenant) && !$0.label.isEmpty }
    let isWide = frame.size.columns >= 2 * HelpScreen.entry + 4
    let rows = isWide ? (bindings.count + 1) / 2 : bindings.count
    let box = frame.bounds.dropping(bottom: 1).centered(
      columns: (isWide ? 2 : 1) * HelpScreen.entry + 4, rows: rows + notes.count + 3)
    let inside = frame.drawBox(
      box, title: isTenant ? "Keys on a tenant" : "Keys on the list of tenants", glyphs: glyphs)
    let shownRows = rows > inside.rows ? max(0, inside.rows - 1) : rows
    for (index, binding) in bindings.enumerated() where index % rows < shownRows {
      let column = inside.column + index / rows * HelpScreen.entry
      draw(binding, at: Position(column: column, row: inside.row + index % rows), in: inside, into: &frame)
    }
    let hidden = bindings.indices.count { $0 % rows >= shownRows }
    draw(
      hidden > 0 ? ["\(hidden.counted("more key")): enlarge the window"] : [""] + notes, below: shownRows, in: inside,
      into: &frame)
    frame.cursor = Position(column: inside.column, row: inside.row)
  }

  private func draw(_ binding: KeyBinding, at position: Position, in box: Rect, into frame: inout Frame) {
    let room = min(HelpScreen.entry, box.column + box.columns - position.column)
    let label = binding.label.padding(to: HelpScreen.label)
    frame.write([StyledText(label, .heading), StyledText(binding.does)], at: position, columns: room)
  }

  private func draw(_ notes: [String], below rows: Int, in box: Rect, into frame: inout Frame) {
    for (line, note) in notes.enumerated() where rows + line < box.rows {
      let position = Position(column: box.column, row: box.row + rows + line)
      frame.write([StyledText(note, .quiet)], at: position, columns: box.columns)
    }
  }

  private var notes: [String] {
    isTenant
      ? [
        "\(glyphs.risk) risky   \(glyphs.unknownRisk) not known   \(glyphs.seam) rows may be missing above   \(glyphs.pending) not loaded yet",
        "Actions and sign-ins are different units, each with figures of its own.",
        "The partner's workflows decide what is risky, not Microsoft Entra.",
      ] : ["Counts are read for the tenants in view."]
  }
}

extension String {
  /// With blanks up to a width, for text of the program's own.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
