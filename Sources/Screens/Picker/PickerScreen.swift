import TerminalUI
import ViewModels

/// The tenant picker: customers and their tenants, with the action counts of those in view.
@MainActor
struct PickerScreen {
  let dashboard: DashboardModel
  let model: TenantPickerModel
  let glyphs: Glyphs

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let list = layout.list(below: 3)
    model.resize(height: list.rows - 1)
    let chrome = Chrome(dashboard: dashboard, glyphs: glyphs)
    if !layout.isSmallest {
      chrome.drawHeader([StyledText("Tenants", .heading)], into: &frame)
      frame.write(summary, at: Position(column: 1, row: 1), columns: frame.size.columns - 2)
    }
    let columns = ColumnLayout(PickerColumns.all, width: list.columns - 2)
    PickerColumns.drawHeadings(columns, row: list.row, into: &frame)
    drawRows(columns, in: list.dropping(top: 1), into: &frame)
    chrome.drawStatus(
      place: place, note: note, hints: "/ filter  Enter open  ? help", row: layout.statusRow, into: &frame)
  }

  private func drawRows(_ columns: ColumnLayout, in area: Rect, into frame: inout Frame) {
    let viewport = model.viewport
    for (line, place) in viewport.visible.enumerated() where line < area.rows {
      let row = area.row + line
      let item = PickerRowView(row: model.rows[place], counts: counts(of: model.rows[place]), glyphs: glyphs)
      item.draw(columns, row: row, into: &frame)
      if place == viewport.selected {
        frame.reverse(Rect(column: 0, row: row, columns: area.columns, rows: 1))
        if dashboard.prompt == nil { frame.cursor = Position(column: 0, row: row) }
      }
    }
    if model.rows.isEmpty { drawEmpty(in: area, into: &frame) }
  }

  private func counts(of row: PickerRow) -> Loadable<ActionCounts>? {
    row.reference.flatMap { model.counts(of: $0) }
  }

  private func drawEmpty(in area: Rect, into frame: inout Frame) {
    let lines = emptyLines.prefix(area.rows)
    for (line, text) in lines.enumerated() {
      frame.write([text], at: Position(column: 1, row: area.row + line), columns: area.columns - 2)
    }
    frame.cursor = frame.cursor ?? Position(column: 0, row: area.row)
  }

  private var emptyLines: [StyledText] {
    let coverage = model.coverage
    if let error = coverage.error {
      return [
        StyledText(error.summary, .failure),
        StyledText(error.remedy.map { "\($0); r tries again" } ?? "r tries again", .quiet),
      ]
    }
    if coverage.isLoading { return [StyledText("reading customers \(glyphs.ellipsis)", .quiet)] }
    if !model.filter.isEmpty {
      return [StyledText("no tenant matches \u{201C}\(model.filter)\u{201D}; Esc clears the filter", .quiet)]
    }
    return [StyledText("the server knows no customers for this registration", .quiet)]
  }

  private var summary: [StyledText] {
    let coverage = model.coverage
    guard let total = coverage.total else { return [] }
    let customers =
      coverage.loaded < total
      ? "\(coverage.loaded.grouped) of \(total.grouped) customers read" : "\(total.grouped) customers"
    return [StyledText("\(customers) \(glyphs.separator) \(model.tenantCount.grouped) tenants", .quiet)]
  }

  private var place: String {
    let count = model.rows.count
    let selected = count == 0 ? 0 : model.viewport.selected + 1
    return "\(selected.grouped) of \(count.grouped)"
  }

  private var note: StyledText? {
    if let error = model.coverage.error, !model.rows.isEmpty {
      return StyledText("\(error.summary) \(glyphs.separator) r tries again", .failure)
    }
    if !model.filter.isEmpty {
      return StyledText("/\(model.filter)  \(model.rows.count.grouped) of \(model.rowCount.grouped) shown", .notice)
    }
    return model.coverage.isLoading && model.rowCount > 0
      ? StyledText("reading customers \(glyphs.ellipsis)", .quiet) : nil
  }
}
