import TerminalUI
import ViewModels

/// The risky-vs-normal bar. It is about actions, which are no sign-ins.
struct ActionGaugeView {
  let counts: Loadable<ActionCounts>
  let glyphs: Glyphs

  private static let label = 11

  func draw(row: Int, into frame: inout Frame) {
    frame.write("Actions", at: Position(column: 1, row: row), width: ActionGaugeView.label - 1, style: .quiet)
    let column = ActionGaugeView.label
    let room = frame.size.columns - column - 1
    guard let counts = counts.value, let share = counts.riskyShare else {
      frame.write([words], at: Position(column: column, row: row), columns: room)
      return
    }
    let bar = min(42, max(10, room - 40))
    frame.draw(Gauge(share: share), at: Position(column: column, row: row), width: bar, glyphs: glyphs, style: .risk)
    frame.write(
      figures(counts, share), at: Position(column: column + bar + 3, row: row), columns: room - bar - 3)
  }

  private func figures(_ counts: ActionCounts, _ share: Double) -> [StyledText] {
    let risky = StyledText("\(counts.risky?.grouped ?? "n/a") risky", (counts.risky ?? 0) > 0 ? .risk : .plain)
    return [
      risky,
      StyledText(
        " \(glyphs.separator) \(counts.normal?.grouped ?? "n/a") normal \(glyphs.separator) \(share.percentage) risky"),
    ]
  }

  private var words: StyledText {
    switch counts {
    case .loading: StyledText("reading \(glyphs.ellipsis)", .quiet)
    case .failed(let error): StyledText("\(error.summary) \(glyphs.separator) r tries again", .failure)
    case .loaded(let counts) where counts.risky == 0 && counts.normal == 0: StyledText("no actions", .quiet)
    case .loaded(let counts):
      StyledText(
        "\(counts.risky?.grouped ?? "an unknown number of") risky \(glyphs.separator) "
          + "\(counts.normal?.grouped ?? "an unknown number of") normal")
    }
  }
}
