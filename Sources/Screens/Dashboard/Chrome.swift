import TerminalUI
import ViewModels

/// What all screens have around their lists: the header and the status line.
@MainActor
struct Chrome {
  let dashboard: DashboardModel
  let glyphs: Glyphs

  /// The first row: the program, where one is, where the data comes from, and the zone of the times.
  func drawHeader(_ place: [StyledText], into frame: inout Frame) {
    let zone = dashboard.times.isLocal ? "local time" : "UTC"
    frame.writeLine(
      row: 0, left: [StyledText("risktop  ", .title)] + place,
      right: [StyledText("\(dashboard.source) \(glyphs.separator) \(zone)", .quiet)], keeping: .right, glyphs: glyphs)
  }

  /// The last row: the prompt if one is open; else where one is in the list, that the server asks to wait, and the newest message. While there is neither,
  /// what the list has to say. Hints give way to all of it.
  func drawStatus(place: String, note: StyledText?, hints: String, row: Int, into frame: inout Frame) {
    if let prompt = dashboard.prompt {
      drawPrompt(prompt, note: note, row: row, into: &frame)
      return
    }
    let room = frame.size.columns - StyledText(place).width(glyphs: glyphs) - 5
    let said = message.map { [pause(within: 0), $0] } ?? [pause(within: room) ?? note]
    let left = [StyledText(place)] + said.compactMap { $0 }.flatMap { [StyledText("   "), $0] }
    frame.writeLine(row: row, left: left, right: [StyledText(hints, .quiet)], keeping: .left, glyphs: glyphs)
  }

  private var message: StyledText? {
    dashboard.messages.current.map { StyledText($0.text, Chrome.style($0.severity)) }
  }

  /// Until when all calls are held back, in full where there are cells enough; nil while they are not.
  private func pause(within room: Int) -> StyledText? {
    dashboard.heldBackUntil.map { end in
      let full = StyledText("the server asks to wait: going on at \(clock(end))", .failure)
      return full.width(glyphs: glyphs) <= room ? full : StyledText("waiting until \(clock(end))", .failure)
    }
  }

  /// The line being typed, and above it what is to be said about it: what is wrong, what else could stand there, or what was found.
  private func drawPrompt(_ prompt: FilterPrompt, note: StyledText?, row: Int, into frame: inout Frame) {
    let error = dashboard.filterError
    frame.drawPrompt(
      label: "/", text: prompt.line.text, cursor: prompt.line.cursor, problem: error?.range, row: row,
      columns: frame.size.columns, glyphs: glyphs)
    guard row > 1, prompt.target == .signIns || error != nil || !prompt.alternatives.isEmpty else { return }
    var remark = note
    if let error {
      remark = StyledText(error.message, .risk)
    } else if !prompt.alternatives.isEmpty {
      remark = StyledText("Tab: " + prompt.alternatives.prefix(8).joined(separator: "  "), .quiet)
    }
    frame.clear(Rect(column: 0, row: row - 1, columns: frame.size.columns, rows: 1))
    frame.write(
      [remark ?? StyledText(Chrome.fields, .quiet)], at: Position(column: 2, row: row - 1),
      columns: frame.size.columns - 3)
  }

  private static let fields =
    "words, user: ip: country: place: risky: since: hour: /expr/ -not or ( ) a,b  Tab completes"

  /// Sentences in the room of the list that are longer than a line.
  func drawNotice(_ lines: [StyledText], column: Int, in area: Rect, into frame: inout Frame) {
    let room = max(1, area.columns - column - 1)
    let wrapped = lines.flatMap { line in
      line.text.wrapped(to: room, glyphs: glyphs).map { StyledText($0, line.style) }
    }
    for (line, text) in wrapped.prefix(area.rows).enumerated() {
      frame.write([text], at: Position(column: column, row: area.row + line), columns: room)
    }
  }

  private func clock(_ time: Timestamp) -> String {
    String(dashboard.times.text(of: time, withYear: false).suffix(8))
  }

  static func style(_ severity: Message.Severity) -> Style {
    switch severity {
    case .note: .notice
    case .warning: .failure
    case .failure: .risk
    }
  }
}
