import TerminalUI
import ViewModels

/// One line of the list of tenants.
struct TenantRowView {
  let row: TenantRow
  let figures: TenantFigures
  /// Whether the figures are such that one should look.
  let standsOut: Bool
  let isStarred: Bool
  let signal: ShownSignal?
  let times: TimeDisplay
  let glyphs: Glyphs

  /// Cells of `33 of 93`, before its bar.
  private static let shareText = 13
  private static let leastBar = 4

  func draw(_ layout: ColumnLayout, row line: Int, into frame: inout Frame) {
    let style: Style = row.tenant == nil ? .quiet : .plain
    for slot in layout.slots {
      guard let column = TenantColumn(rawValue: slot.index) else { continue }
      let cells = Cells(position: Position(column: slot.column + TenantColumns.gutter, row: line), width: slot.width)
      switch column {
      case .customer:
        let name = row.customer.organization
        write(name.isEmpty ? row.customer.id : name, in: cells, style: style, into: &frame)
      case .tenant: write(tenantName, in: cells, style: style, into: &frame)
      case .country: write(row.customer.countryOrRegion ?? "", in: cells, style: .quiet, into: &frame)
      case .lastDay: drawLastDay(in: cells, into: &frame)
      case .change: if let change = figures.change { drawChange(change, in: cells, into: &frame) }
      case .last: if let risk = figures.risk?.value { drawLast(risk, in: cells, into: &frame) }
      case .total: if let risk = figures.risk?.value { drawTotal(risk, in: cells, into: &frame) }
      case .actions: drawActions(in: cells, into: &frame)
      case .why: if let why = signal?.briefText(glyphs) { write(why.text, in: cells, style: why.style, into: &frame) }
      }
    }
    drawMarks(row: line, into: &frame)
    drawReason(layout, row: line, into: &frame)
  }

  /// Where a figure stands.
  private struct Cells {
    let position: Position
    let width: Int
  }

  private func write(
    _ text: String, in cells: Cells, isTrailing: Bool = false, style: Style = .plain, into frame: inout Frame
  ) {
    frame.write(
      text, at: cells.position, width: cells.width, alignment: isTrailing ? .trailing : .leading, style: style)
  }

  /// Nothing is told by colour alone.
  private func drawMarks(row line: Int, into frame: inout Frame) {
    if isStarred { frame.write(glyphs.favourite, at: Position(column: 2, row: line), width: 1, style: .notice) }
    if standsOut { frame.write(glyphs.risk, at: Position(column: 1, row: line), width: 1, style: .risk) }
  }

  private var tenantName: String {
    guard let tenant = row.tenant else { return "no tenants" }
    return row.alias ?? (tenant.name.isEmpty ? tenant.id : tenant.name.tenantName)
  }

  private func drawLastDay(in cells: Cells, into frame: inout Frame) {
    switch figures.risk {
    case .loaded(let risk):
      let least = risk.isLeast ? "\(glyphs.atLeast) " : ""
      let number = risk.lastDay.grouped(within: cells.width - least.count)
      write(least + number, in: cells, isTrailing: true, style: standsOut ? .risk : .plain, into: &frame)
    case .loading: write(glyphs.ellipsis, in: cells, isTrailing: true, style: .quiet, into: &frame)
    case .failed, nil: break
    }
  }

  private func drawChange(_ change: Int, in cells: Cells, into frame: inout Frame) {
    let number = change.magnitude > 999 ? "999" : String(change.magnitude)
    let text = change == 0 ? "0" : (change > 0 ? "+" : "-") + number
    write(text, in: cells, isTrailing: true, style: change > 0 ? .plain : .quiet, into: &frame)
  }

  /// Of the 24 hours before the reading the hour says enough; before that the day counts more.
  private func drawLast(_ risk: RiskFigures, in cells: Cells, into frame: inout Frame) {
    guard let last = risk.last else {
      let text = risk.total == 0 ? "none" : "n/a"
      return write(text, in: cells, style: .quiet, into: &frame)
    }
    let isRecent = last.unixSeconds > risk.readAt.unixSeconds - 86_400
    write(isRecent ? times.clock(of: last) : times.dayAndClock(of: last), in: cells, into: &frame)
  }

  private func drawTotal(_ risk: RiskFigures, in cells: Cells, into frame: inout Frame) {
    let text = risk.total?.grouped(within: cells.width) ?? "n/a"
    write(text, in: cells, isTrailing: true, style: risk.total == nil ? .quiet : .plain, into: &frame)
  }

  private func drawActions(in cells: Cells, into frame: inout Frame) {
    switch figures.counts {
    case .loaded(let counts): drawActions(counts, in: cells, into: &frame)
    case .loading: write(glyphs.ellipsis, in: cells, style: .quiet, into: &frame)
    case .failed(let error):
      if figures.risk?.error == nil { write(error.shortReason, in: cells, style: .failure, into: &frame) }
    case nil: break
    }
  }

  private func drawActions(_ counts: ActionCounts, in cells: Cells, into frame: inout Frame) {
    guard let risky = counts.risky, let normal = counts.normal else {
      let text = counts.risky.map { "\($0.grouped) risky" } ?? "not given"
      return write(text, in: cells, style: counts.risky == nil ? .quiet : .plain, into: &frame)
    }
    let (all, isOverflowing) = risky.addingReportingOverflow(normal)
    guard let share = counts.riskyShare, !isOverflowing else {
      return write("no actions", in: cells, style: .quiet, into: &frame)
    }
    let texts = [(9, 9), (6, 6), (5, 4)].map { "\(risky.grouped(within: $0.0)) of \(all.grouped(within: $0.1))" }
    let text = texts.first { $0.count <= TenantRowView.shareText } ?? texts[2]
    let textCells = Cells(position: cells.position, width: min(cells.width, TenantRowView.shareText))
    write(text, in: textCells, isTrailing: true, into: &frame)
    let bar = cells.width - TenantRowView.shareText - 2
    guard bar >= TenantRowView.leastBar else { return }
    let start = Position(column: cells.position.column + TenantRowView.shareText + 2, row: cells.position.row)
    frame.draw(Gauge(share: share), at: start, width: min(bar, 12), glyphs: glyphs, style: .risk)
  }

  /// Where there are no figures, the reason takes their place.
  private func drawReason(_ layout: ColumnLayout, row line: Int, into frame: inout Frame) {
    let ofRisk = layout.slots.filter { (TenantColumn.lastDay.rawValue...TenantColumn.last.rawValue).contains($0.index) }
    guard let error = figures.risk?.error, let first = ofRisk.first, let last = ofRisk.last else { return }
    let isSame = figures.counts == nil || figures.counts?.error != nil
    let end = isSame ? layout.slots.last { $0.index <= TenantColumn.actions.rawValue } : last
    let width = (end ?? last).column + (end ?? last).width - first.column
    frame.write(
      error.shortReason, at: Position(column: first.column + TenantColumns.gutter, row: line), width: width,
      style: .failure)
  }
}
