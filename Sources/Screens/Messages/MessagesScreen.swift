import TerminalUI
import ViewModels

/// The messages so far, the newest first, over a screen.
@MainActor
struct MessagesScreen {
  let messages: MessageLog
  let glyphs: Glyphs

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let width = min(frame.size.columns, 110)
    let lines = messages.history.reversed().flatMap { message in
      message.text.wrapped(to: max(1, width - 4), glyphs: glyphs).map { StyledText($0, Chrome.style(message.severity)) }
    }
    let shown = lines.isEmpty ? [StyledText("no messages so far", .quiet)] : lines
    let box = frame.bounds.dropping(bottom: 1).centered(columns: width, rows: shown.count + 2)
    let inside = frame.drawBox(box, title: "Messages, newest first", glyphs: glyphs)
    for (line, text) in shown.prefix(inside.rows).enumerated() {
      frame.write([text], at: Position(column: inside.column, row: inside.row + line), columns: inside.columns)
    }
    frame.cursor = Position(column: inside.column, row: inside.row)
  }
}
