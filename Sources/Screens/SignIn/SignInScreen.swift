import TerminalUI
import ViewModels

/// All fields of one sign-in and its evidence, beside the list or over it.
@MainActor
struct SignInScreen {
  let model: SignInModel
  let surface: Surface

  private static let label = 16
  private static let widest = 96

  func arrange(_ layout: ScreenLayout) {
    let (box, place) = textBox(layout)
    box.arrange(model.text, in: place)
    model.reveal(box.cursorLine)
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let (box, place) = textBox(layout)
    box.draw(model.text, in: place, into: &frame, glyphs: surface.glyphs)
    if layout.panel == nil { drawStatus(layout, into: &frame) }
  }

  private func drawStatus(_ layout: ScreenLayout, into frame: inout Frame) {
    frame.clear(Rect(column: 0, row: layout.statusRow, columns: frame.size.columns, rows: 1))
    StatusLine(surface: surface, kind: .signIn).draw(
      place: "sign-in", note: { _ in nil }, row: layout.statusRow, into: &frame)
  }

  private func textBox(_ layout: ScreenLayout) -> (TextBox, Rect) {
    let width = max(1, layout.panel.map { $0.columns - 4 } ?? min(layout.size.columns - 4, SignInScreen.widest))
    let valueWidth = max(1, width - SignInScreen.label)
    let fields = SignInFields(signIn: model.selected, surface: surface).all.flatMap { field in
      wrapped(field.label, field.value, width: valueWidth)
    }
    let evidence = evidence(width: width)
    let box = TextBox(
      title: "Sign-in", lines: fields + evidence.lines, width: width,
      cursorLine: evidence.chosen.map { fields.count + $0 })
    return (box, layout.panel ?? box.box(in: layout.overlay))
  }

  /// Nothing for a row that is not read yet.
  private func evidence(width: Int) -> (lines: [[StyledText]], chosen: Int?) {
    guard model.selected != nil else { return ([], nil) }
    return EvidenceLines(evidence: model.evidence, chosen: model.chosen, surface: surface, width: width).all
  }

  private func wrapped(_ label: String, _ value: StyledText, width: Int) -> [[StyledText]] {
    value.text.wrapped(to: width, glyphs: surface.glyphs).enumerated().map { index, text in
      [StyledText((index == 0 ? label : "").padded(to: SignInScreen.label), .quiet), StyledText(text, value.style)]
    }
  }
}
