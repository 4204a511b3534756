import TerminalUI
import ViewModels

/// The last row: the prompt if one is open; else where one is in the list, that the server asks to wait, and the newest
/// message or, while there is none, what the list has to say; then the keys that matter most here.
@MainActor
struct StatusLine {
  let surface: Surface
  let kind: Place.Kind

  private var dashboard: DashboardModel { surface.dashboard }
  private var glyphs: Glyphs { surface.glyphs }

  /// - Parameters:
  ///   - place: where one is in the list.
  ///   - note: what the list has to say, in so many cells.
  func draw(place: String, note: (Int) -> StyledText?, row: Int, into frame: inout Frame) {
    let columns = frame.size.columns - 2
    let start = StyledText(place)
    // One key is always told, the one that tells all others; only the moment at which the server may be asked again
    // is worth more.
    let least = hint(.help).width(glyphs: glyphs) + 2
    let room = columns - start.width(glyphs: glyphs) - 3 - least
    let news = message ?? export
    let pause = pause(within: news == nil ? room : 0)
    let said = [pause, news ?? (pause == nil ? note(room) ?? lookBack : nil)].compactMap { $0 }
    let left = [start] + said.flatMap { [StyledText("   "), $0] }
    let needed = pause.map { start.width(glyphs: glyphs) + 3 + $0.width(glyphs: glyphs) } ?? 0
    let hasHints = columns > 24 && needed + least <= columns
    let used = min(left.width(glyphs: glyphs), hasHints ? columns - least : columns)
    frame.write(left, at: Position(column: 1, row: row), columns: used)
    guard hasHints else { return }
    let hints = hints(within: columns - used - 2)
    let width = hints.width(glyphs: glyphs)
    frame.write([hints], at: Position(column: frame.size.columns - 1 - width, row: row), columns: width)
  }

  private var message: StyledText? {
    dashboard.messages.current.map { StyledText(surface.text($0.text), $0.severity.style) }
  }

  /// How far back all tenants are read by now, while that is under way.
  private var lookBack: StyledText? {
    LookBackNote(model: dashboard.lookBack, surface: surface).runningElsewhere
  }

  /// How far the export has come that is under way.
  private var export: StyledText? {
    dashboard.exports.progress.map { StyledText(surface.text($0.words), .notice) }
  }

  /// As many hints as fit, the most important first; the help's is always there.
  private func hints(within columns: Int) -> StyledText {
    let commands = StatusLine.hinted(in: kind)
    for count in stride(from: commands.count, to: 0, by: -1) {
      let text = commands.prefix(count - 1) + [CommandID.help]
      let hints = StyledText(text.map { hint($0).text }.joined(separator: "  "), .quiet)
      if hints.width(glyphs: glyphs) <= columns { return hints }
    }
    return hint(.help)
  }

  private func hint(_ id: CommandID) -> StyledText {
    StyledText("\(surface.keymap.name(of: id)) \(Command.named(id).hint)", .quiet)
  }

  /// The commands that the status line tells of, the most important first, and help.
  private static func hinted(in kind: Place.Kind) -> [CommandID] {
    switch kind {
    case .tenants: [.filter, .openTenant, .lookFurther, .palette, .help]
    case .tenant: [.filter, .nextSignal, .riskyOnly, .nextRisky, .help]
    case .signIns: [.filter, .riskyOnly, .openSignIn, .help]
    case .whereElse: [.openItsTenant, .lookFurther, .filter, .help]
    case .addresses: [.openAddress, .sort, .filter, .help]
    case .tally: [.narrow, .view, .sort, .filter, .help]
    case .hours: [.narrow, .view, .table, .filter, .help]
    case .map: [.narrow, .zoomIn, .zoomOut, .view, .table, .help]
    case .signIn: [.nextNamed, .openNamed, .down, .help]
    case .choice: [.choose, .help]
    case .help, .messages: [.escape, .help]
    case .palette: [.help]
    }
  }

  /// Until when all calls are held back, in full where there are cells enough; nil while they are not.
  private func pause(within room: Int) -> StyledText? {
    dashboard.holdUp.map { holdUp in
      let full = StyledText(surface.text(holdUp.words), .failure)
      let brief = StyledText("waiting until \(surface.clock(holdUp.end))", .failure)
      return full.width(glyphs: glyphs) <= room ? full : brief
    }
  }
}

extension Message.Severity {
  var style: Style {
    switch self {
    case .note: .notice
    case .warning: .failure
    case .failure: .risk
    }
  }
}
