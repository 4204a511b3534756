import TerminalUI
import ViewModels

/// The list of tenants: customers and their tenants, with the action counts of those in view.
@MainActor
struct TenantsScreen {
  let model: TenantsModel
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }

  func arrange(_ layout: ScreenLayout) {
    let height = max(1, area(layout).rows)
    if model.viewport.height != height { model.resize(height: height) }
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let list = area(layout)
    if !layout.isSmallest {
      Chrome(surface: surface).drawHeader(into: &frame)
      frame.write(summary, at: Position(column: 1, row: 1), columns: frame.size.columns - 2)
    }
    let columns = TenantColumns.layout(width: list.columns, first: model.firstColumn)
    if let row = layout.headingsRow { TenantColumns.drawHeadings(columns, row: row, into: &frame) }
    drawRows(columns, in: list, into: &frame)
    if model.filterError != nil { frame.dim(list) }
    drawStatus(layout, into: &frame)
  }

  /// The prompt has a line above it.
  func area(_ layout: ScreenLayout) -> Rect {
    layout.list.dropping(bottom: model.editor.prompt == nil ? 0 : 1)
  }

  private func drawStatus(_ layout: ScreenLayout, into frame: inout Frame) {
    if let prompt = model.editor.prompt {
      FilterPromptView(surface: surface, editor: model.editor, prompt: prompt).draw(
        note: nil, saysFields: false, row: layout.statusRow, into: &frame)
    } else {
      StatusLine(surface: surface, kind: .tenants).draw(
        place: place, note: { _ in note }, row: layout.statusRow, into: &frame)
    }
  }

  private func drawRows(_ columns: ColumnLayout, in area: Rect, into frame: inout Frame) {
    let viewport = model.viewport
    for (line, place) in viewport.visible.enumerated() where line < area.rows {
      let row = area.row + line
      let counts = counts(of: model.rows[place])
      let item = TenantRowView(
        row: model.rows[place], counts: counts, standsOut: counts?.value.map(model.standsOut) ?? false, glyphs: glyphs)
      item.draw(columns, row: row, into: &frame)
      guard place == viewport.selected else { continue }
      Chrome(surface: surface).drawSelection(row: row, columns: columns.width(ofFirst: 1) + 1, in: area, into: &frame)
    }
    if model.rows.isEmpty { drawEmpty(in: area, into: &frame) }
  }

  private func counts(of row: TenantRow) -> Loadable<ActionCounts>? {
    row.reference.flatMap { model.counts(of: $0) }
  }

  private func drawEmpty(in area: Rect, into frame: inout Frame) {
    Chrome(surface: surface).drawNotice(emptyLines, column: 1, in: area, into: &frame)
    frame.cursor = frame.cursor ?? Position(column: 0, row: area.row)
  }

  private var emptyLines: [StyledText] {
    let coverage = model.coverage
    if let error = coverage.error {
      return [
        StyledText(error.summary, .failure),
        StyledText((error.remedy.map { "\($0); " } ?? "") + surface.text("\(.refresh) tries again"), .quiet),
      ]
    }
    if coverage.isLoading, model.rowCount == 0 { return [StyledText("reading customers \(glyphs.ellipsis)", .quiet)] }
    if model.uncountedCandidates > 0 {
      let tenants = model.uncountedCandidates.counted("tenant")
      return [StyledText("reading the counts of \(tenants) for \"\(model.filter)\" \(glyphs.ellipsis)", .quiet)]
    }
    if !model.filter.isEmpty {
      let read = coverage.isLoading ? " of the \(model.tenantCount.grouped) read so far" : ""
      return [StyledText("no tenant\(read) matches \"\(model.filter)\"; \(key(.escape)) clears the filter", .quiet)]
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

  private func key(_ command: CommandID) -> String { surface.keymap.name(of: command) }

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
      return StyledText("\(error.happening) \(glyphs.separator) \(key(.refresh)) tries again", .failure)
    }
    if let reference = model.selected?.reference, let error = model.counts(of: reference)?.error {
      return StyledText(error.happening, .failure)
    }
    if !model.filter.isEmpty {
      let reading = model.uncountedCandidates > 0 ? " \(glyphs.separator) \(progress)" : ""
      return StyledText("/\(model.filter)\(reading) \(glyphs.separator) \(key(.escape)) clears", .notice)
    }
    return model.coverage.isLoading && model.rowCount > 0
      ? StyledText("reading customers \(glyphs.ellipsis)", .quiet) : nil
  }
}
