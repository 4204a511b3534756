import TerminalUI
import ViewModels

/// How many sign-ins there are, how many of them are loaded, and when they happened.
@MainActor
struct SignInSummaryView {
  let model: SignInListModel
  let glyphs: Glyphs

  func draw(row: Int, into frame: inout Frame) {
    let label = model.scope == .risky ? "Risky only" : "Sign-ins"
    frame.write(label, at: Position(column: 1, row: row), style: model.scope == .risky ? .risk : .quiet)
    let pieces = pieces
    let start = ScreenLayout.labelled
    frame.write(pieces, at: Position(column: start, row: row), columns: frame.size.columns - start - 1)
    guard frame.size.columns >= 100 else { return }
    let room = frame.size.columns - start - pieces.width(glyphs: glyphs) - 3
    guard let chart = charts.first(where: { $0.width(glyphs: glyphs) <= room }) else { return }
    let column = frame.size.columns - 1 - chart.width(glyphs: glyphs)
    frame.write(chart, at: Position(column: column, row: row), columns: frame.size.columns)
  }

  private var pieces: [StyledText] {
    let coverage = model.coverage
    guard let total = coverage.total else { return [] }
    var pieces = [StyledText("\(total.grouped) in all")]
    func add(_ text: String, _ style: Style) {
      pieces += [StyledText(" \(glyphs.separator) ", .quiet), StyledText(text, style)]
    }
    if total > 0 { add(coverage.isComplete ? "all loaded" : "\(coverage.loaded.grouped) loaded", .plain) }
    if coverage.arrivals > 0 { add("\(coverage.arrivals.grouped) new \(glyphs.separator) r", .notice) }
    if !model.marked.isEmpty { add("\(model.marked.count.grouped) marked", .notice) }
    if coverage.unreadable > 0 { add("\(coverage.unreadable.grouped) could not be read", .failure) }
    return pieces
  }

  /// With and without its caption: the figures come first.
  private var charts: [[StyledText]] {
    let activity = model.hourlyActivity
    guard !activity.isEmpty else { return [] }
    let chart = StyledText(Sparkline(values: activity).text(glyphs: glyphs))
    return [[chart, StyledText("  newest 24 h of what is loaded", .quiet)], [chart, StyledText("  24 h", .quiet)]]
  }
}
