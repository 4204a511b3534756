import TerminalUI
import ViewModels

/// All addresses that were seen, with how many customers, users and sign-ins each has.
@MainActor
struct AddressesScreen {
  let model: AddressesModel
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }

  func arrange(_ layout: ScreenLayout) {
    let height = max(1, area(layout).rows)
    if model.viewport.height != height { model.resize(height: height) }
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let area = area(layout)
    if !layout.isSmallest {
      Chrome(surface: surface).drawHeader(into: &frame)
      let columns = frame.size.columns - 2
      frame.write([StyledText(reach, .quiet)], at: Position(column: 1, row: 1), columns: columns)
    }
    let columns = AddressColumns.layout(width: area.columns, first: model.firstColumn)
    if let row = layout.headingsRow {
      AddressColumns.drawHeadings(columns, order: model.order, glyphs: glyphs, row: row, into: &frame)
    }
    drawRows(columns, in: area, into: &frame)
    if model.filterError != nil { frame.dim(area) }
    drawStatus(layout, into: &frame)
  }

  /// The prompt has a line above it.
  func area(_ layout: ScreenLayout) -> Rect {
    layout.list.dropping(bottom: model.editor.prompt == nil ? 0 : 1)
  }

  private var reach: String {
    let all = model.table.total
    let shown = model.filterText.isEmpty ? "" : ", \(model.table.count.grouped) of them shown"
    return "\(all.grouped) \(all == 1 ? "address" : "addresses") in the sign-ins read so far\(shown)"
  }

  private func drawRows(_ columns: ColumnLayout, in area: Rect, into frame: inout Frame) {
    let viewport = model.viewport
    for (line, place) in viewport.visible.enumerated() where line < area.rows {
      guard let address = model.table[place] else { continue }
      let row = area.row + line
      AddressRowView(address: address, times: surface.times, glyphs: glyphs).draw(columns, row: row, into: &frame)
      guard place == viewport.selected else { continue }
      Chrome(surface: surface).drawSelection(row: row, columns: columns.width(ofFirst: 1) + 2, in: area, into: &frame)
    }
    guard viewport.count == 0 else { return }
    Chrome(surface: surface).drawNotice([StyledText(emptyWords, .quiet)], column: 2, in: area, into: &frame)
    if !surface.dashboard.isTyping { frame.cursor = Position(column: 0, row: area.row) }
  }

  private var emptyWords: String {
    if model.isCounting { return "counting \(glyphs.ellipsis)" }
    if model.table.total == 0 { return "no sign-ins are read yet" }
    return surface.text("no address matches \"\(model.filterText)\"; \(.escape) clears the filter")
  }

  private func drawStatus(_ layout: ScreenLayout, into frame: inout Frame) {
    if let prompt = model.editor.prompt {
      FilterPromptView(surface: surface, editor: model.editor, prompt: prompt).draw(
        note: nil, saysFields: false, row: layout.statusRow, into: &frame)
      return
    }
    let selected = model.table.count == 0 ? 0 : model.viewport.selected + 1
    StatusLine(surface: surface, kind: .addresses).draw(
      place: "\(selected.grouped) of \(model.table.count.grouped)", note: { _ in note }, row: layout.statusRow,
      into: &frame)
  }

  private var note: StyledText? {
    let lookBack = model.lookBack.map { LookBackNote(model: $0, surface: surface) }
    if let running = lookBack?.running { return running }
    guard !model.filterText.isEmpty else { return lookBack?.stopped }
    return StyledText(surface.text("/\(model.filterText) \(glyphs.separator) \(.escape) clears"), .notice)
  }
}
