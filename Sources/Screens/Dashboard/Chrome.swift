import TerminalUI
import ViewModels

/// What all places have around their lists: the header and the status line.
@MainActor
struct Chrome {
  let surface: Surface

  private var dashboard: DashboardModel { surface.dashboard }
  private var glyphs: Glyphs { surface.glyphs }

  /// The first row: the program, the roots or the way from one of them to where one is, where the data comes from, and
  /// the zone of the times.
  func drawHeader(into frame: inout Frame) {
    let zone = surface.times.isLocal ? "local time" : "UTC"
    let right = [StyledText("\(dashboard.source) \(glyphs.separator) \(zone)", .quiet)]
    let room = frame.size.columns - 15 - right.width(glyphs: glyphs)
    let navigator = dashboard.navigator
    let way = navigator.trail.isEmpty ? roots : [root(navigator.root), between] + trail(columns: room - 16)
    frame.writeLine(
      row: 0, left: [StyledText("risktop  ", .heading)] + way, right: right, keeping: .right, glyphs: glyphs)
  }

  private var between: StyledText { StyledText(" \(glyphs.within) ", .quiet) }

  /// `1 Tenants  2 Sign-ins`, the one that one is at in bold.
  private var roots: [StyledText] {
    Root.allCases.filter { dashboard.navigator.has($0) }.map { root in
      let isHere = root == dashboard.navigator.root
      let text = self.root(root).text
      return StyledText(text + "  ", isHere ? .heading : .quiet)
    }
  }

  private func root(_ root: Root) -> StyledText {
    StyledText("\(surface.keymap.name(of: root.command)) \(root.title)")
  }

  /// The places on the way. Where there is no room for all, the first go, and long names are cut so that the last,
  /// which is where one is, stays.
  private func trail(columns: Int) -> [StyledText] {
    var names = dashboard.navigator.trail
    func width() -> Int { names.map { StyledText($0).width(glyphs: glyphs) + 3 }.reduce(-3, +) }
    while names.count > 2, width() > columns { names.removeFirst() }
    let last = names.last.map { StyledText($0, .heading).shortened(to: max(12, columns - 15), glyphs: glyphs) }
    let room = max(12, columns - (last?.width(glyphs: glyphs) ?? 0) - 3 * max(1, names.count - 1))
    let others = names.dropLast().map { name in
      StyledText(name, .heading).shortened(to: max(12, room / max(1, names.count - 1)), glyphs: glyphs)
    }
    return others.flatMap { [$0, between] } + [last].compactMap { $0 }
  }

  // MARK: Notices

  /// Sentences in the room of the list that are longer than a line.
  func drawNotice(_ lines: [StyledText], column: Int, in area: Rect, into frame: inout Frame) {
    let room = max(1, area.columns - column - 1)
    let wrapped = lines.flatMap { line in
      line.text.wrapped(to: room, glyphs: glyphs).map { StyledText($0, line.style) }
    }
    for (line, text) in wrapped.prefix(area.rows).enumerated() {
      frame.write([text], at: Position(column: column, row: area.row + line), columns: room)
    }
  }

  /// The bar over the beginning of the selected row, and a mark at its end, so that the eye finds the way between.
  func drawSelection(row: Int, columns: Int, in area: Rect, into frame: inout Frame) {
    frame.select(Rect(column: area.column, row: row, columns: columns, rows: 1))
    guard area.columns > 20 else { return cursor(at: row, in: area, into: &frame) }
    let end = Position(column: area.column + area.columns - 1, row: row)
    frame.write(glyphs.selectionEnd, at: end, width: 1)
    cursor(at: row, in: area, into: &frame)
  }

  private func cursor(at row: Int, in area: Rect, into frame: inout Frame) {
    if !dashboard.isTyping { frame.cursor = Position(column: area.column, row: row) }
  }
}
