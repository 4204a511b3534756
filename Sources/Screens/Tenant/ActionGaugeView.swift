import TerminalUI
import ViewModels

/// The risky-vs-normal bar. It is about actions, which are no sign-ins.
@MainActor
struct ActionGaugeView {
  let counts: Loadable<ActionCounts>
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }

  /// The widest bar worth looking at, and the narrowest that still says something.
  private static let widestBar = 42
  private static let narrowestBar = 10

  func draw(row: Int, into frame: inout Frame) {
    frame.write("Actions", at: Position(column: 1, row: row), style: .quiet)
    var column = ScreenLayout.labelled
    let room = frame.size.columns - column - 1
    guard let counts = counts.value, let share = counts.riskyShare else {
      frame.write(words, at: Position(column: column, row: row), columns: room)
      return
    }
    let figures = figures(counts) + [StyledText(" \(glyphs.separator) \(share.percentage)")]
    let bar = min(ActionGaugeView.widestBar, room - figures.width(glyphs: glyphs) - 3)
    if bar >= ActionGaugeView.narrowestBar {
      frame.draw(
        Gauge(share: share), at: Position(column: column, row: row), width: bar, glyphs: glyphs, style: .risk)
      column += bar + 3
    }
    frame.write(figures, at: Position(column: column, row: row), columns: frame.size.columns - column - 1)
  }

  /// `20 of 55 actions risky`.
  private func figures(_ counts: ActionCounts) -> [StyledText] {
    guard let risky = counts.risky, let normal = counts.normal else {
      let words = counts.risky.map { "\($0.grouped) risky actions, normal ones not given" }
      return [StyledText(words ?? "\((counts.normal ?? 0).grouped) normal actions, risky ones not given")]
    }
    let (all, isTooLarge) = risky.addingReportingOverflow(normal)
    return [
      StyledText(risky.grouped, risky > 0 ? .risk : .plain),
      StyledText(isTooLarge ? " actions risky" : " of \(all.counted("action")) risky"),
    ]
  }

  /// What stands in place of a bar.
  private var words: [StyledText] {
    switch counts {
    case .loading: [StyledText("reading \(glyphs.ellipsis)", .quiet)]
    case .failed(let error):
      [StyledText("\(error.happening) \(glyphs.separator) \(surface.text("\(.refresh) tries again"))", .failure)]
    case .loaded(let counts) where counts.risky == 0 && counts.normal == 0: [StyledText("no actions", .quiet)]
    case .loaded(let counts): figures(counts)
    }
  }
}
