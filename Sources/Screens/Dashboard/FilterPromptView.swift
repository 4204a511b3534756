import TerminalUI
import ViewModels

/// The filter being typed, in the status line, and above it what is to be said about it: what is wrong, what else could
/// stand there, or what was found.
@MainActor
struct FilterPromptView {
  let surface: Surface
  let editor: FilterEditor
  let prompt: FilterPrompt

  private static let fields =
    "words, user: ip: country: place: risky: since: hour: /expr/ -not or ( ) a,b  Tab completes"

  /// - Parameter note: what was found.
  func draw(note: StyledText?, saysFields: Bool, row: Int, into frame: inout Frame) {
    let glyphs = surface.glyphs
    frame.drawPrompt(
      label: "/", text: prompt.line.text, cursor: prompt.line.cursor, problem: editor.error?.range, row: row,
      columns: frame.size.columns, glyphs: glyphs)
    guard row > 1, let remark = remark ?? note ?? (saysFields ? StyledText(FilterPromptView.fields, .quiet) : nil)
    else { return }
    frame.clear(Rect(column: 0, row: row - 1, columns: frame.size.columns, rows: 1))
    frame.write([remark], at: Position(column: 2, row: row - 1), columns: frame.size.columns - 3)
  }

  private var remark: StyledText? {
    if let error = editor.error { return StyledText(error.message, .risk) }
    guard !prompt.alternatives.isEmpty else { return nil }
    return StyledText("Tab: " + prompt.alternatives.prefix(8).joined(separator: "  "), .quiet)
  }
}
