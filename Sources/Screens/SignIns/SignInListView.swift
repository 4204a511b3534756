import TerminalUI
import ViewModels

/// A list of sign-ins: its headings, its rows, and what stands there while there are none.
@MainActor
struct SignInListView {
  let model: SignInListModel
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }

  func arrange(in area: Rect) {
    let height = max(1, area.rows)
    if model.viewport.height != height { model.resize(height: height) }
  }

  func draw(headingsRow: Int?, in area: Rect, into frame: inout Frame) {
    let columns = SignInColumnWidths.layout(
      width: area.columns, first: model.firstColumn, hasTenants: model.hasTenants)
    if let headingsRow {
      SignInColumnWidths.drawHeadings(
        columns, zone: surface.times.heading, hasTenants: model.hasTenants, order: model.order, glyphs: glyphs,
        row: headingsRow, into: &frame)
    }
    if model.viewport.count > 0 {
      drawRows(columns, in: area, into: &frame)
      // What is shown is what the last filter left that could be read.
      if model.filterError != nil { frame.dim(area) }
    } else {
      Chrome(surface: surface).drawNotice(
        emptyLines(columns: area.columns), column: SignInColumnWidths.gutter, in: area, into: &frame)
      if !surface.dashboard.isTyping { frame.cursor = Position(column: 0, row: area.row) }
    }
  }

  private func drawRows(_ columns: ColumnLayout, in area: Rect, into frame: inout Frame) {
    let viewport = model.viewport
    var above: SignInRow?
    for (line, place) in viewport.visible.enumerated() where line < area.rows {
      let item = model.row(at: place)
      let view = SignInRowView(
        row: item, tenant: model.hasTenants ? model.tenant(at: place) : nil, signal: model.signal(at: place),
        foldedCount: model.foldedCount(at: place), times: surface.times, glyphs: glyphs,
        repeatsFailure: item == above, filter: model.filter)
      view.draw(columns, row: area.row + line, columns: area.columns, into: &frame)
      if model.isUnsettled(place) {
        frame.dim(Rect(column: 0, row: area.row + line, columns: area.columns, rows: 1))
      }
      above = item
      guard place == viewport.selected else { continue }
      Chrome(surface: surface).drawSelection(
        row: area.row + line, columns: columns.width(ofFirst: 1) + SignInColumnWidths.gutter, in: area, into: &frame)
    }
  }

  private func emptyLines(columns: Int) -> [StyledText] {
    let coverage = model.coverage
    let what = model.scope == .risky ? "risky sign-ins" : "sign-ins"
    if let error = coverage.error {
      let remedy = error.remedy.map { "\($0); " } ?? ""
      return [
        StyledText(error.summary, .failure), StyledText(remedy + surface.text("\(.refresh) tries again"), .quiet),
      ]
    }
    if let narrowed = model.narrowedCoverage, coverage.total ?? 0 > 0 {
      return [NarrowedNote(coverage: narrowed, model: model, surface: surface).styled(within: columns - 4)]
    }
    if coverage.total == 0 {
      return [StyledText("the server has no \(what) for \(model.hasTenants ? "these tenants" : "this tenant")", .quiet)]
    }
    return [StyledText("reading \(what) \(glyphs.ellipsis)", .quiet)]
  }

  /// The rows of the list; the prompt has a line above it.
  func area(_ layout: ScreenLayout) -> Rect {
    layout.list.dropping(bottom: model.filterEditor.prompt == nil ? 0 : 1)
  }

  // MARK: The status line

  /// The filter while it is typed, else what the list has to say.
  func drawStatus(
    kind: Place.Kind, lookBack: LookBackModel?, _ layout: ScreenLayout, into frame: inout Frame
  ) {
    let editor = model.filterEditor
    if let prompt = editor.prompt {
      FilterPromptView(surface: surface, editor: editor, prompt: prompt).draw(
        note: note(within: frame.size.columns - 3), saysFields: true, row: layout.statusRow, into: &frame)
    } else {
      let lookBack = lookBack.map { LookBackNote(model: $0, surface: surface) }
      StatusLine(surface: surface, kind: kind).draw(
        place: place,
        note: { room in
          (isReadingOn ? nil : lookBack?.running) ?? note(within: room) ?? lookBack?.stopped
            ?? selectedSignal(in: area(layout), within: room)
        },
        row: layout.statusRow, into: &frame)
    }
  }

  /// That of the selected row, where there is no room for the column of all.
  private func selectedSignal(in area: Rect, within room: Int) -> StyledText? {
    let place = model.viewport.selected
    let columns = SignInColumnWidths.layout(
      width: area.columns, first: model.firstColumn, hasTenants: model.hasTenants)
    guard !SignInColumnWidths.isSignalShown(in: columns, hasTenants: model.hasTenants),
      let signal = model.signal(at: place)
    else { return nil }
    let count = model.foldedCount(at: place)
    let text = signal.text(glyphs, width: room)
    return StyledText((count > 1 ? "\(glyphs.times)\(count.grouped) " : "") + text.text, text.style)
  }

  /// Escape would end that first.
  private var isReadingOn: Bool { model.seek != nil || model.narrowedCoverage?.isScanning ?? false }

  /// Where one is in the list.
  var place: String {
    let viewport = model.viewport
    let selected = viewport.count == 0 ? 0 : viewport.selected + 1
    return "\(selected.grouped) of \(viewport.count.grouped)"
  }

  /// What the list has to say.
  func note(within columns: Int) -> StyledText? {
    if let seek = model.seek {
      let progress = "\(seek.examined.grouped) looked at, reading row \((seek.place + 1).grouped)"
      let wanted = seek.direction > 0 ? "next risky" : "previous risky"
      let words = surface.text("\(wanted): \(progress) \(glyphs.ellipsis) \(.escape) stops")
      return StyledText(words, .notice)
    }
    if let narrowed = model.narrowedCoverage {
      return NarrowedNote(coverage: narrowed, model: model, surface: surface).styled(within: columns)
    }
    let visible = model.viewport.visible.map(model.row(at:))
    if visible.contains(where: \.isFailed) {
      let words = surface.text("a page could not be read \(glyphs.separator) \(.refresh) tries again")
      return StyledText(words, .failure)
    }
    if visible.contains(where: \.isSeam) {
      let words = surface.text("rows may be missing above \(glyphs.seam) \(glyphs.separator) \(.refresh) reads again")
      return StyledText(words, .failure)
    }
    return nil
  }
}

extension SignInRow {
  fileprivate var isFailed: Bool { if case .failed = self { true } else { false } }
  fileprivate var isSeam: Bool { if case .signIn(_, isSeam: true, _) = self { true } else { false } }
}
