import TerminalUI
import ViewModels

/// The sign-ins of a list, counted by the values of a field.
@MainActor
struct TallyScreen {
  let model: TallyModel
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }
  private var columns: TallyColumns { TallyColumns(fields: model.fields) }
  private var chrome: ViewChrome { ViewChrome(surface: surface, kind: .tally, coverage: model.coverage) }

  func arrange(_ layout: ScreenLayout) {
    let height = max(1, area(layout).rows)
    if model.viewport.height != height { model.resize(height: height) }
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let area = area(layout)
    if !layout.isSmallest { chrome.drawHeader(lead: [lead], remarks: [], into: &frame) }
    let slots = columns.layout(width: area.columns, first: model.firstColumn)
    if let row = layout.headingsRow {
      columns.drawHeadings(slots, order: model.order, glyphs: glyphs, row: row, into: &frame)
    }
    drawRows(slots, in: area, into: &frame)
    let place = model.tally.count == 0 ? 0 : model.viewport.selected + 1
    chrome.drawStatus(
      place: "\(place.grouped) of \(model.tally.count.grouped)", editor: model.filterPrompt, row: layout.statusRow,
      into: &frame)
  }

  /// The rows of the tally; the prompt has a line above it.
  func area(_ layout: ScreenLayout) -> Rect {
    layout.list.dropping(bottom: model.filterPrompt.prompt == nil ? 0 : 1)
  }

  private var lead: StyledText {
    let counted = model.tally.count
    let nouns =
      model.fields.count > 1
      ? "pairs of \(model.fields.map(\.noun).joined(separator: " and "))"
      : model.fields.map { counted == 1 ? $0.noun : $0.plural }.joined()
    return StyledText(
      "\(counted.grouped) \(nouns) \(glyphs.separator) stayed: users seen there for 30 min or more, a hint and no proof",
      .quiet)
  }

  private func drawRows(_ slots: ColumnLayout, in area: Rect, into frame: inout Frame) {
    let viewport = model.viewport
    let contents = columns.contents
    for (line, place) in viewport.visible.enumerated() where line < area.rows {
      guard let value = model.tally[place] else { continue }
      let row = area.row + line
      TallyRowView(row: value, model: model, times: surface.times, glyphs: glyphs)
        .draw(contents, slots, at: row, into: &frame)
      guard place == viewport.selected else { continue }
      Chrome(surface: surface).drawSelection(row: row, columns: slots.width(ofFirst: 1) + 2, in: area, into: &frame)
    }
    if viewport.count == 0 { chrome.drawEmpty(in: area, into: &frame) }
  }
}

extension TallyField {
  fileprivate var plural: String {
    switch self {
    case .user, .network, .tenant: "\(noun)s"
    case .address: "addresses"
    case .country: "countries"
    case .city: "cities"
    case .hour: "hours of the day"
    }
  }
}
