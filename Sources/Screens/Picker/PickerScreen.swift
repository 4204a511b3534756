import TerminalUI
import ViewModels

/// The tenant picker: customers and their tenants, with the action counts of those in view.
@MainActor
struct PickerScreen {
  let dashboard: DashboardModel
  let model: TenantPickerModel
  let glyphs: Glyphs

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let list = layout.list
    model.resize(height: list.rows)
    let chrome = Chrome(dashboard: dashboard, glyphs: glyphs)
    if !layout.isSmallest {
      chrome.drawHeader([StyledText("Tenants", .heading)], into: &frame)
      frame.write(summary, at: Position(column: 1, row: 1), columns: frame.size.columns - 2)
    }
    let columns = PickerColumns.layout(width: list.columns)
    if let row = layout.headingsRow { PickerColumns.drawHeadings(columns, row: row, into: &frame) }
    drawRows(columns, in: list, into: &frame)
    chrome.drawStatus(
      place: place, note: note, hints: "/ filter  Enter open  ? help", row: layout.statusRow, into: &frame)
  }

  private func drawRows(_ columns: ColumnLayout, in area: Rect, into frame: inout Frame) {
    let viewport = model.viewport
    for (line, place) in viewport.visible.enumerated() where line < area.rows {
      let row = area.row + line
      let counts = counts(of: model.rows[place])
      let item = PickerRowView(
        row: model.rows[place], counts: counts, standsOut: counts?.value.map(model.standsOut) ?? false, glyphs: glyphs)
      item.draw(columns, row: row, into: &frame)
      if place == viewport.selected {
        frame.select(Rect(column: 0, row: row, columns: columns.width(ofFirst: 2) + 1, rows: 1))
        if dashboard.prompt == nil { frame.cursor = Position(column: 0, row: row) }
      }
    }
    if model.rows.isEmpty { drawEmpty(in: area, into: &frame) }
  }

  private func counts(of row: PickerRow) -> Loadable<ActionCounts>? {
    row.reference.flatMap { model.counts(of: $0) }
  }

  private func drawEmpty(in area: Rect, into frame: inout Frame) {
    Chrome(dashboard: dashboard, glyphs: glyphs).drawNotice(emptyLines, column: 1, in: area, into: &frame)
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
    if coverage.isLoading, model.rowCount == 0 { return [StyledText("reading customers \(glyphs.ellipsis)", .quiet)] }
    if model.uncountedCandidates > 0 {
      let tenants = model.uncountedCandidates.counted("tenant")
      return [StyledText("reading the counts of \(tenants) for \"\(model.filter)\" \(glyphs.ellipsis)", .quiet)]
    }
    if !model.filter.isEmpty {
      let read = coverage.isLoading ? " of the \(model.tenantCount.grouped) read so far" : ""
      return [StyledText("no tenant\(read) matches \"\(model.filter)\"; Esc clears the filter", .quiet)]
    }
    return [StyledText("the server knows no customers for this registration", .quiet)]
  }

  private var summary: [StyledText] {
    let coverage = model.coverage
    guard let total = coverage.total else { return [] }
    let customers =
      coverage.loaded < total
      ? "\(coverage.loaded.grouped) of \(total.grouped) customers read" : total.counted("customer")
    let tenants = model.tenantCount.counted("tenant")
    let shown = model.filter.isEmpty ? "" : " \(glyphs.separator) \(coverageOfFilter)"
    let unreadable =
      coverage.unreadable > 0 ? " \(glyphs.separator) \(coverage.unreadable.grouped) could not be read" : ""
    let summary = [StyledText("\(customers) \(glyphs.separator) \(tenants)\(unreadable)\(shown)", .quiet)]
    guard let refusal = coverage.refusal else { return summary }
    return summary + [
      StyledText(" \(glyphs.separator) those of the profile: listing customers is \(refusal.shortReason)", .notice)
    ]
  }

  private var place: String {
    let count = model.rows.count
    let selected = count == 0 ? 0 : model.viewport.selected + 1
    return "\(selected.grouped) of \(count.grouped)"
  }

  /// How far a filter has come that asks for counts.
  private var progress: String {
    let progress = model.countProgress
    return "\(model.rows.count.grouped) so far, \(progress.counted.grouped) of \(progress.candidates.grouped) counted"
  }

  private var coverageOfFilter: String {
    "\(model.rows.count.grouped) of \(model.rowCount.counted("row")) shown"
  }

  private var note: StyledText? {
    if let error = model.coverage.error, !model.rows.isEmpty {
      return StyledText("\(error.happening) \(glyphs.separator) r tries again", .failure)
    }
    if let reference = model.selected?.reference, let error = model.counts(of: reference)?.error {
      return StyledText(error.happening, .failure)
    }
    if !model.filter.isEmpty {
      let reading = model.uncountedCandidates > 0 ? " \(glyphs.separator) \(progress)" : ""
      return StyledText("/\(model.filter)\(reading) \(glyphs.separator) Esc clears", .notice)
    }
    return model.coverage.isLoading && model.rowCount > 0
      ? StyledText("reading customers \(glyphs.ellipsis)", .quiet) : nil
  }
}
