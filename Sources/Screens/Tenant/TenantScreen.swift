import TerminalUI
import ViewModels

/// One tenant: the action gauge, the summary of its sign-ins, and their list.
@MainActor
struct TenantScreen {
  let dashboard: DashboardModel
  let model: TenantModel
  let glyphs: Glyphs

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let list = layout.list.dropping(bottom: dashboard.prompt?.target == .signIns ? 1 : 0)
    model.signIns.resize(height: list.rows)
    let chrome = Chrome(dashboard: dashboard, glyphs: glyphs)
    if !layout.isSmallest {
      chrome.drawHeader(name(columns: layout.size.columns), into: &frame)
      ActionGaugeView(counts: model.gauge.counts, glyphs: glyphs).draw(row: 1, into: &frame)
      SignInSummaryView(model: model.signIns, glyphs: glyphs).draw(row: 2, into: &frame)
    }
    let columns = SignInColumns.layout(width: list.columns, first: model.signIns.firstColumn)
    if let row = layout.headingsRow {
      SignInColumns.drawHeadings(
        columns, zone: dashboard.times.heading, order: model.signIns.order, glyphs: glyphs, row: row, into: &frame)
    }
    drawRows(columns, in: list, into: &frame)
    chrome.drawStatus(
      place: place, note: note, hints: "/ filter  R risky only  n next risky  ? help", row: layout.statusRow,
      into: &frame)
  }

  private func drawRows(_ columns: ColumnLayout, in area: Rect, into frame: inout Frame) {
    let viewport = model.signIns.viewport
    guard viewport.count > 0 else {
      drawEmpty(in: area, into: &frame)
      return
    }
    var above: SignInRow?
    for (line, place) in viewport.visible.enumerated() where line < area.rows {
      let item = model.signIns.row(at: place)
      let view = SignInRowView(
        row: item, times: dashboard.times, glyphs: glyphs, repeatsFailure: item == above, filter: model.signIns.filter)
      view.draw(columns, row: area.row + line, into: &frame)
      above = item
      guard place == viewport.selected else { continue }
      let bar = columns.width(ofFirst: 2) + SignInColumns.gutter
      frame.select(Rect(column: 0, row: area.row + line, columns: bar, rows: 1))
      frame.cursor = Position(column: 0, row: area.row + line)
    }
  }

  private func drawEmpty(in area: Rect, into frame: inout Frame) {
    let coverage = model.signIns.coverage
    let what = model.signIns.scope == .risky ? "risky sign-ins" : "sign-ins"
    var lines = [StyledText("reading \(what) \(glyphs.ellipsis)", .quiet)]
    if let error = coverage.error {
      let remedy = error.remedy.map { "\($0); r tries again" } ?? "r tries again"
      lines = [StyledText(error.summary, .failure), StyledText(remedy, .quiet)]
    } else if let narrowed = model.signIns.narrowedCoverage, coverage.total ?? 0 > 0 {
      lines = [NarrowedNote(coverage: narrowed, model: model.signIns, glyphs: glyphs).styled]
    } else if coverage.total == 0 {
      lines = [StyledText("the server has no \(what) for this tenant", .quiet)]
    }
    Chrome(dashboard: dashboard, glyphs: glyphs).drawNotice(lines, column: SignInColumns.gutter, in: area, into: &frame)
    frame.cursor = Position(column: 0, row: area.row)
  }

  /// Customer and tenant, or their ids where they have no names. A long customer's name is cut so that the tenant's has room.
  private func name(columns: Int) -> [StyledText] {
    let identity = model.identity
    let tenant = StyledText(identity.tenantName.named ?? identity.reference.tenantID, .heading)
    let customer = StyledText(identity.customerName.named ?? identity.reference.customerID, .heading)
    let room = max(12, columns - 35 - tenant.width(glyphs: glyphs))
    return [customer.shortened(to: room, glyphs: glyphs), StyledText(" \(glyphs.within) ", .quiet), tenant]
  }

  private var place: String {
    let viewport = model.signIns.viewport
    let selected = viewport.count == 0 ? 0 : viewport.selected + 1
    return "\(selected.grouped) of \(viewport.count.grouped)"
  }

  private var note: StyledText? {
    let signIns = model.signIns
    if let seek = signIns.seek {
      let progress = "\(seek.examined.grouped) looked at, reading row \((seek.place + 1).grouped)"
      let wanted = seek.direction > 0 ? "next risky" : "previous risky"
      return StyledText("\(wanted): \(progress) \(glyphs.ellipsis) Esc stops", .notice)
    }
    if let narrowed = signIns.narrowedCoverage {
      return NarrowedNote(coverage: narrowed, model: signIns, glyphs: glyphs).styled
    }
    let visible = signIns.viewport.visible.map(signIns.row(at:))
    if visible.contains(where: \.isFailed) {
      return StyledText("a page could not be read \(glyphs.separator) r tries again", .failure)
    }
    if visible.contains(where: \.isSeam) {
      return StyledText("rows may be missing above \(glyphs.seam) \(glyphs.separator) r reads again", .failure)
    }
    return nil
  }
}

extension SignInRow {
  fileprivate var isFailed: Bool { if case .failed = self { true } else { false } }
  fileprivate var isSeam: Bool { if case .signIn(_, isSeam: true, _) = self { true } else { false } }
}

extension String? {
  /// Nil for an empty text too.
  fileprivate var named: String? { flatMap { $0.isEmpty ? nil : $0 } }
}
