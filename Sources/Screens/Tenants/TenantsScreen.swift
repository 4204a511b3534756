import TerminalUI
import ViewModels

/// The list of tenants: customers and their tenants, with what is known of the risk of each.
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
      frame.writeLine(row: 1, left: summary, right: progress, keeping: .right, glyphs: glyphs)
    }
    let columns = TenantColumns.layout(width: list.columns, first: model.firstColumn)
    if let row = layout.headingsRow {
      TenantColumns.drawHeadings(columns, order: model.order, glyphs: glyphs, row: row, into: &frame)
    }
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
      view(of: model.rows[place]).draw(columns, row: row, into: &frame)
      guard place == viewport.selected else { continue }
      Chrome(surface: surface).drawSelection(
        row: row, columns: columns.width(ofFirst: 1) + TenantColumns.gutter, in: area, into: &frame)
    }
    if model.rows.isEmpty { drawEmpty(in: area, into: &frame) }
  }

  private func view(of row: TenantRow) -> TenantRowView {
    let figures = model.figures(of: row)
    return TenantRowView(
      row: row, figures: figures, standsOut: model.standsOut(row, figures), isStarred: model.isStarred(row),
      signal: model.signal(of: row), times: surface.times, glyphs: glyphs)
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
    if model.unreadCandidates > 0 {
      let tenants = model.unreadCandidates.counted("tenant")
      return [StyledText("reading the figures of \(tenants) for \(filterWords) \(glyphs.ellipsis)", .quiet)]
    }
    if !model.filter.isEmpty || model.isRiskyOnly {
      let read = coverage.isLoading ? " of the \(model.tenantCount.grouped) read so far" : ""
      let remedy = model.filter.isEmpty ? "\(key(.riskyOnly)) shows all" : "\(key(.escape)) clears the filter"
      return [StyledText("no tenant\(read) matches \(filterWords); \(remedy)", .quiet), unread].compactMap { $0 }
    }
    return [StyledText("the server knows no customers for this registration", .quiet)]
  }

  /// How many tenants a filter can't tell of; nil where it can of all.
  private var unread: StyledText? {
    guard !missing.isEmpty else { return nil }
    let tenants = missing.reduce(0) { $0 + $1.count }.counted("tenant")
    let reasons = missing.map { "\($0.count.grouped) \($0.reason)" }.joined(separator: ", ")
    return StyledText("the sign-ins of \(tenants) could not be read (\(reasons))", .failure)
  }

  /// Tenants whose risky sign-ins could not be read, by why.
  private var missing: [(count: Int, reason: String)] {
    [(model.totals.refused, "refused"), (model.totals.failed, "failed")].filter { $0.0 > 0 }
  }

  /// What there is. What a narrow window cuts off is said by the list too, or is known.
  private var summary: [StyledText] {
    let coverage = model.coverage
    guard let total = coverage.total else { return [] }
    let customers =
      coverage.loaded < total
      ? "\(coverage.loaded.grouped) of \(total.grouped) customers read" : total.counted("customer")
    let isNarrowed = !model.filter.isEmpty || model.isRiskyOnly
    let parts = [
      coverage.loaded < total ? customers : nil, isNarrowed ? coverageOfFilter : nil, signals, risky,
      coverage.loaded < total ? nil : customers, model.tenantCount.counted("tenant"),
      model.hiddenCount > 0 ? "\(model.hiddenCount.grouped) hidden" : nil,
      coverage.unreadable > 0 ? "\(coverage.unreadable.grouped) could not be read" : nil,
    ]
    let words = StyledText(parts.compactMap { $0 }.joined(separator: " \(glyphs.separator) "), .quiet)
    guard let refusal = coverage.refusal else { return [words] }
    return [
      StyledText("those of the profile: listing customers is \(refusal.shortReason)", .notice),
      StyledText(" \(glyphs.separator) ", .quiet), words,
    ]
  }

  /// The risky sign-ins of all tenants.
  private var risky: String? {
    let totals = model.totals
    guard totals.asOf != nil else { return nil }
    let least = totals.isLeast ? "\(glyphs.atLeast) " : ""
    let tenants = totals.risky > 0 ? " at \(totals.risky.counted("tenant"))" : ""
    return "\(least)\(totals.lastDay.grouped) risky in 24 h\(tenants)"
  }

  /// The signals of all tenants that ask for attention.
  private var signals: String? {
    let counts = model.signalCounts
    let told = [(counts.high, SignalSeverity.high), (counts.medium, .medium)].filter { $0.0 > 0 }
      .map { "\($1.glyph(glyphs)) \($0.grouped) \($1.name)" }
    return told.isEmpty ? nil : told.joined(separator: " ")
  }

  /// How much has been read, and when: one time for all figures.
  private var progress: [StyledText] {
    let totals = model.totals
    guard totals.tenants > 0, totals.answered > 0 || totals.asOf != nil else { return [] }
    let read = StyledText("risky read \(totals.read.grouped) of \(totals.tenants.grouped)", .quiet)
    let reasons = missing.map { StyledText(" \(glyphs.separator) \($0.count.grouped) \($0.reason)", .failure) }
    return [read] + reasons + [asOf].compactMap { $0 }
  }

  private var asOf: StyledText? {
    let totals = model.totals
    guard let time = totals.asOf.map(surface.times.clock(of:)) else { return nil }
    return totals.isLive
      ? StyledText(" \(glyphs.separator) as of \(time)", .quiet)
      : StyledText(" \(glyphs.separator) NOT LIVE: last read \(time)", .failure)
  }

  private func key(_ command: CommandID) -> String { surface.keymap.name(of: command) }

  private var place: String {
    let count = model.rows.count
    let selected = count == 0 ? 0 : model.viewport.selected + 1
    return "\(selected.grouped) of \(count.grouped)"
  }

  /// How far a filter has come that asks for figures.
  private var filterProgress: String {
    let progress = model.figureProgress
    return "\(model.rows.count.grouped) so far, \(progress.read.grouped) of \(progress.candidates.grouped) read"
  }

  /// What is in force, as a sentence names it.
  private var filterWords: String {
    let filter = model.filter.isEmpty ? nil : "\"\(model.filter)\""
    return [model.isRiskyOnly ? "risky only" : nil, filter].compactMap { $0 }.joined(separator: " and ")
  }

  private var coverageOfFilter: String {
    "\(model.rows.count.grouped) of \(model.rowCount.counted("row")) shown"
  }

  private var note: StyledText? {
    if let error = model.coverage.error, !model.rows.isEmpty {
      return StyledText("\(error.happening) \(glyphs.separator) \(key(.refresh)) tries again", .failure)
    }
    if let error = model.selected.flatMap({ model.figures(of: $0).error }) {
      return StyledText(error.happening, .failure)
    }
    let lookBack = model.lookBack.map { LookBackNote(model: $0, surface: surface) }
    if let running = lookBack?.running { return running }
    if !model.filter.isEmpty || model.isRiskyOnly {
      let reading = model.unreadCandidates > 0 ? " \(glyphs.separator) \(filterProgress)" : ""
      let scope = model.isRiskyOnly ? ["risky only (\(key(.riskyOnly)) shows all)"] : []
      let filter = model.filter.isEmpty ? [] : ["/\(model.filter)"]
      let clears = model.filter.isEmpty ? "" : " \(glyphs.separator) \(key(.escape)) clears"
      let words = (scope + filter).joined(separator: " \(glyphs.separator) ")
      return StyledText(words + reading + clears, .notice)
    }
    if model.coverage.isLoading, model.rowCount > 0 {
      return StyledText("reading customers \(glyphs.ellipsis)", .quiet)
    }
    return lookBack?.stopped ?? lookBack?.reach
  }
}
