import TerminalUI
import ViewModels

/// Days and hours: how many sign-ins an hour has as a level, and how many of them are risky as a digit.
@MainActor
struct HoursScreen {
  let model: HoursModel
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }
  private var chrome: ViewChrome { ViewChrome(surface: surface, kind: .hours, coverage: model.coverage) }

  func arrange(_ layout: ScreenLayout) {
    let height = max(1, area(layout).rows)
    if model.viewport.height != height { model.resize(height: height) }
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let area = area(layout)
    if !layout.isSmallest { chrome.drawHeader(lead: lead, remarks: remarks, into: &frame) }
    let geometry = layout.isSmallest ? nil : HoursGeometry(columns: area.columns)
    if let row = layout.headingsRow { drawHeadings(geometry, row: row, into: &frame) }
    for (line, place) in model.viewport.visible.enumerated() where line < area.rows {
      let isSelected = place == model.viewport.selected
      draw(model.grid.days[place], isSelected: isSelected, geometry, area.row + line, into: &frame)
    }
    if model.viewport.count == 0 { chrome.drawEmpty(in: area, into: &frame) }
    let place = model.viewport.count == 0 ? 0 : model.viewport.selected + 1
    chrome.drawStatus(
      place: "\(place.grouped) of \(model.viewport.count.counted("day"))", editor: model.filterPrompt,
      row: layout.statusRow, into: &frame)
  }

  /// The rows of the days; the prompt has a line above it.
  func area(_ layout: ScreenLayout) -> Rect {
    layout.list.dropping(bottom: model.filterPrompt.prompt == nil ? 0 : 1)
  }

  // MARK: Words

  /// The selected hour in full, then what the signs mean.
  private var lead: [StyledText] {
    guard let day = model.selected else { return [] }
    let (all, risky) = (day.all[model.selectedHour], day.risky[model.selectedHour])
    let when = "\(day.text(withYear: true)) \(model.selectedHour.twoDigits):00-\(model.selectedHour.twoDigits):59"
    let legend = "   \(glyphs.sparks[1])-\(glyphs.sparks[7]) 1-\(model.grid.most.grouped)  digit: risky"
    return [
      StyledText("\(when): \(all.counted("sign-in")), "),
      StyledText("\(risky.grouped) risky", risky > 0 ? .risk : .plain), StyledText(legend, .quiet),
    ]
  }

  private var remarks: [String] {
    let grid = model.grid
    let isWhole = model.coverage?.isComplete ?? true
    return [
      isWhole || grid.days.isEmpty ? nil : "an empty hour may be unread",
      grid.withoutTime > 0 ? "\(grid.withoutTime.grouped) without a time" : nil,
      grid.older > 0 ? "\(grid.older.grouped) before these days" : nil,
    ].compactMap { $0 }
  }

  // MARK: Rows

  private func drawHeadings(_ geometry: HoursGeometry?, row: Int, into frame: inout Frame) {
    guard let geometry else {
      frame.write("  DAY            SIGN-INS    RISKY", at: Position(column: 0, row: row), style: .quiet)
      return
    }
    frame.write("DAY", at: Position(column: geometry.label, row: row), style: .quiet)
    for hour in 0..<24 {
      let isSelected = hour == model.selectedHour
      frame.write(
        hour.twoDigits, at: Position(column: geometry.column(of: hour), row: row),
        style: isSelected ? .heading : .quiet)
    }
    if let total = geometry.total {
      frame.write("SIGN-INS    RISKY", at: Position(column: total, row: row), style: .quiet)
    }
  }

  private func draw(
    _ day: HoursDay, isSelected: Bool, _ geometry: HoursGeometry?, _ row: Int, into frame: inout Frame
  ) {
    if day.totalRisky > 0 { frame.write(glyphs.risk, at: Position(column: 0, row: row), width: 1, style: .risk) }
    guard let geometry else {
      frame.write(day.text(withYear: true), at: Position(column: 2, row: row))
      drawTotals(day, at: 15, row, into: &frame)
      if isSelected { select(row, 13, into: &frame) }
      return
    }
    if day.daysLeftOut > 0 { frame.write(glyphs.seam, at: Position(column: 1, row: row), width: 1, style: .quiet) }
    frame.write(day.text(withYear: false, short: geometry.isNarrow), at: Position(column: geometry.label, row: row))
    for hour in 0..<24 { drawCell(day, hour, isSelected: isSelected, geometry, row, into: &frame) }
    if let total = geometry.total { drawTotals(day, at: total, row, into: &frame) }
    if day.daysLeftOut > 0, let total = geometry.total {
      let words = "below: \(day.daysLeftOut.counted("day")) without any"
      frame.write(words, at: Position(column: total + 19, row: row), style: .quiet)
    }
    guard isSelected else { return }
    select(row, geometry.column(of: 0) - 1, into: &frame)
    let cell = Rect(column: geometry.column(of: model.selectedHour), row: row, columns: geometry.cell - 1, rows: 1)
    frame.select(cell)
    if !surface.dashboard.isTyping { frame.cursor = Position(column: cell.column, row: row) }
  }

  private func drawCell(
    _ day: HoursDay, _ hour: Int, isSelected: Bool, _ geometry: HoursGeometry, _ row: Int, into frame: inout Frame
  ) {
    let column = geometry.column(of: hour)
    let (all, risky) = (day.all[hour], day.risky[hour])
    guard all > 0 else {
      frame.write(glyphs.pending, at: Position(column: column, row: row), width: 1, style: .quiet)
      return
    }
    let level = glyphs.sparks[Gauge(share: Double(all) / Double(max(1, model.grid.most))).level(of: 7)]
    frame.write(
      String(repeating: level, count: geometry.cell - 2), at: Position(column: column, row: row),
      width: geometry.cell - 2)
    guard risky > 0 else { return }
    let digit = risky > 9 ? "+" : String(risky)
    frame.write(digit, at: Position(column: column + geometry.cell - 2, row: row), width: 1, style: .risk)
  }

  private func drawTotals(_ day: HoursDay, at column: Int, _ row: Int, into frame: inout Frame) {
    frame.write(
      day.total.grouped(within: 8), at: Position(column: column, row: row), width: 8, alignment: .trailing)
    frame.write(
      day.totalRisky.grouped(within: 8), at: Position(column: column + 9, row: row), width: 8, alignment: .trailing,
      style: day.totalRisky > 0 ? .risk : .plain)
  }

  private func select(_ row: Int, _ columns: Int, into frame: inout Frame) {
    frame.select(Rect(column: 0, row: row, columns: columns, rows: 1))
    if !surface.dashboard.isTyping { frame.cursor = Position(column: 0, row: row) }
  }
}

/// Where the hours stand.
private struct HoursGeometry {
  /// Columns of an hour, the last of them empty.
  let cell: Int
  let isNarrow: Bool
  let label = 2
  /// Where the day's totals begin; nil where there is no room for them.
  let total: Int?

  init(columns: Int) {
    isNarrow = columns < 86
    let start = isNarrow ? 8 : 13
    cell = max(3, min(5, (columns - start - 19) / 24))
    let end = start + 24 * cell
    total = end + 18 <= columns ? end + 1 : nil
  }

  func column(of hour: Int) -> Int { (isNarrow ? 8 : 13) + hour * cell }
}

extension Gauge {
  /// A step from 1 up to `steps`.
  fileprivate func level(of steps: Int) -> Int { min(steps, max(1, Int((share * Double(steps)).rounded()))) }
}

extension HoursDay {
  private static let weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]

  /// `Fr 11-20`, with the year `Fr 2026-11-20`, short `11-20`.
  fileprivate func text(withYear: Bool, short: Bool = false) -> String {
    let date = date
    let day = "\(date.month.twoDigits)-\(date.day.twoDigits)"
    if short { return day }
    // 1970-01-01 was a Thursday.
    let weekday = HoursDay.weekdays[Int(((number + 4) % 7 + 7) % 7)]
    return "\(weekday) \(withYear ? "\(date.year)-" : "")\(day)"
  }
}
