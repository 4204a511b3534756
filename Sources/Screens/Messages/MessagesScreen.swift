import TerminalUI
import ViewModels

/// The messages so far, the newest first, over a place.
@MainActor
struct MessagesScreen {
  let model: MessagesModel
  let surface: Surface

  func arrange(_ layout: ScreenLayout) {
    let box = textBox(layout)
    box.arrange(model.text, in: box.box(in: layout.overlay))
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let box = textBox(layout)
    box.draw(model.text, in: box.box(in: layout.overlay), into: &frame, glyphs: surface.glyphs)
  }

  private func textBox(_ layout: ScreenLayout) -> TextBox {
    let width = max(1, min(layout.size.columns, 110) - 4)
    let lines = model.log.history.reversed().flatMap { wrapped($0, width: width) }
    return TextBox(
      title: "Messages, newest first", lines: lines.isEmpty ? [[StyledText("no messages so far", .quiet)]] : lines,
      width: width)
  }

  private func wrapped(_ message: Message, width: Int) -> [[StyledText]] {
    let time = surface.clock(message.time)
    let indent = time.count + 2
    let texts = surface.text(message.text).wrapped(to: max(1, width - indent), glyphs: surface.glyphs)
    return texts.enumerated().map { index, text in
      [StyledText((index == 0 ? time : "").padded(to: indent), .quiet), StyledText(text, message.severity.style)]
    }
  }
}
