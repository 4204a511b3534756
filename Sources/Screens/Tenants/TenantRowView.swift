import TerminalUI
import ViewModels

/// One line of the list of tenants.
struct TenantRowView {
  let row: TenantRow
  let counts: Loadable<ActionCounts>?
  /// Whether the counts are such that one should look.
  let standsOut: Bool
  let glyphs: Glyphs

  func draw(_ layout: ColumnLayout, row line: Int, into frame: inout Frame) {
    let style: Style = row.tenant == nil ? .quiet : .plain
    for slot in layout.slots {
      guard let column = TenantColumn(rawValue: slot.index) else { continue }
      let position = Position(column: slot.column + 1, row: line)
      switch column {
      case .customer:
        let name = row.customer.organization
        frame.write(name.isEmpty ? row.customer.id : name, at: position, width: slot.width, style: style)
      case .tenant:
        frame.write(tenantName, at: position, width: slot.width, style: style)
      case .country:
        frame.write(row.customer.countryOrRegion ?? "", at: position, width: slot.width, style: .quiet)
      case .risky: drawRisky(slot, at: position, into: &frame)
      case .normal:
        if let counts = counts?.value { drawNumber(counts.normal, slot, at: position, style: .plain, into: &frame) }
      case .share:
        if let counts = counts?.value { drawShare(counts, at: position, width: slot.width, into: &frame) }
      }
    }
    if row.isFavourite { frame.write(glyphs.favourite, at: Position(column: 0, row: line), width: 1, style: .notice) }
    drawReason(layout, row: line, into: &frame)
  }

  private var tenantName: String {
    guard let tenant = row.tenant else { return "no tenants" }
    return tenant.name.isEmpty ? tenant.id : tenant.name.tenantName
  }

  private func drawRisky(_ slot: ColumnLayout.Slot, at position: Position, into frame: inout Frame) {
    switch counts {
    case .loaded(let counts):
      drawNumber(counts.risky, slot, at: position, style: standsOut ? .risk : .plain, into: &frame)
      if standsOut { drawAlarm(beside: counts.risky, slot, at: position, into: &frame) }
    case .loading:
      frame.write(glyphs.ellipsis, at: position, width: slot.width, alignment: .trailing, style: .quiet)
    case .failed, nil: break
    }
  }

  private func drawNumber(
    _ number: Int?, _ slot: ColumnLayout.Slot, at position: Position, style: Style, into frame: inout Frame
  ) {
    frame.write(
      number?.grouped(within: slot.width) ?? "n/a", at: position, width: slot.width, alignment: .trailing,
      style: number == nil ? .quiet : style)
  }

  /// Nothing is told by colour alone. A number that fills its column says enough by its size.
  private func drawAlarm(
    beside number: Int?, _ slot: ColumnLayout.Slot, at position: Position, into frame: inout Frame
  ) {
    let free = slot.width - (number?.grouped(within: slot.width) ?? "").count
    guard free >= 2 else { return }
    frame.write(
      glyphs.risk, at: Position(column: position.column + free - 2, row: position.row), width: 1, style: .risk)
  }

  private func drawShare(_ counts: ActionCounts, at position: Position, width: Int, into frame: inout Frame) {
    guard let share = counts.riskyShare else {
      let text = counts.risky == 0 && counts.normal == 0 ? "no actions" : "not given"
      frame.write(text, at: position, width: width, style: .quiet)
      return
    }
    let percentage = share.percentage
    let figures = 6
    let bar = width - figures
    frame.draw(Gauge(share: share), at: position, width: bar, glyphs: glyphs, style: .risk)
    frame.write(
      percentage, at: Position(column: position.column + bar, row: position.row), width: figures, alignment: .trailing)
  }

  /// Where there are no counts, the reason takes their place.
  private func drawReason(_ layout: ColumnLayout, row line: Int, into frame: inout Frame) {
    let ofCounts = layout.slots.filter {
      (TenantColumn.risky.rawValue...TenantColumn.share.rawValue).contains($0.index)
    }
    guard let error = counts?.error, let first = ofCounts.first, let last = ofCounts.last else { return }
    frame.write(
      error.shortReason, at: Position(column: first.column + 1, row: line),
      width: last.column + last.width - first.column, style: .failure)
  }
}
