import TerminalUI
import ViewModels

/// One tenant: the action gauge, the summary of its sign-ins, and their list.
@MainActor
struct TenantScreen {
  let model: TenantModel
  let surface: Surface

  private var list: SignInListView { SignInListView(model: model.signInList, surface: surface) }

  func arrange(_ layout: ScreenLayout) {
    list.arrange(in: area(layout))
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    if !layout.isSmallest {
      Chrome(surface: surface).drawHeader(into: &frame)
      ActionGaugeView(counts: model.gauge.counts, surface: surface).draw(row: 1, into: &frame)
      SignInSummaryView(model: model.signInList, surface: surface).draw(row: 2, into: &frame)
    }
    list.draw(headingsRow: layout.headingsRow, in: area(layout), into: &frame)
    drawStatus(layout, into: &frame)
  }

  private func drawStatus(_ layout: ScreenLayout, into frame: inout Frame) {
    let editor = model.signInList.filterEditor
    if let prompt = editor.prompt {
      FilterPromptView(surface: surface, editor: editor, prompt: prompt).draw(
        note: list.note(within: frame.size.columns - 3), saysFields: true, row: layout.statusRow, into: &frame)
    } else {
      StatusLine(surface: surface, kind: .tenant).draw(
        place: list.place, note: list.note, row: layout.statusRow, into: &frame)
    }
  }

  /// The prompt has a line above it.
  func area(_ layout: ScreenLayout) -> Rect {
    layout.list.dropping(bottom: model.signInList.filterEditor.prompt == nil ? 0 : 1)
  }
}
