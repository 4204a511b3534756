import TerminalUI
import ViewModels

/// How many sign-ins there are, how many of them are loaded, and when they happened.
@MainActor
struct SignInSummaryView {
  let model: SignInListModel
  let glyphs: Glyphs

  func draw(row: Int, into frame: inout Frame) {
    let label = model.scope == .risky ? "Risky only" : "Sign-ins"
    frame.write(label, at: Position(column: 1, row: row), width: 10, style: model.scope == .risky ? .risk : .quiet)
    let chart = sparkline(columns: frame.size.columns)
    let room = frame.size.columns - 12 - chart.reduce(0) { $0 + $1.text.count }
    frame.write(pieces, at: Position(column: 11, row: row), columns: max(0, room))
    frame.write(chart, at: Position(column: 11 + max(0, room), row: row), columns: frame.size.columns)
  }

  private var pieces: [StyledText] {
    let coverage = model.coverage
    guard let total = coverage.total else { return [] }
    var pieces = [StyledText("\(total.grouped) in all")]
    func add(_ text: String, _ style: Style) {
      pieces += [StyledText(" \(glyphs.separator) ", .quiet), StyledText(text, style)]
    }
    add(coverage.isComplete ? "all loaded" : "\(coverage.loaded.grouped) loaded", .plain)
    if coverage.arrivals > 0 { add("\(coverage.arrivals.grouped) new \(glyphs.separator) r", .notice) }
    if coverage.unreadable > 0 { add("\(coverage.unreadable.grouped) could not be read", .failure) }
    return pieces
  }

  /// Nothing where the window is narrow: the figures come first.
  private func sparkline(columns: Int) -> [StyledText] {
    let activity = model.hourlyActivity
    guard columns >= 100, !activity.isEmpty else { return [] }
    return [
      StyledText(Sparkline(values: activity).text(glyphs: glyphs)),
      StyledText("  newest 24 h of what is loaded", .quiet),
    ]
  }
}
