import TerminalUI
import ViewModels

/// How many sign-ins there are, how many of them are loaded, and when they happened.
@MainActor
struct SignInSummaryView {
  let model: SignInListModel
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }

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
    guard coverage.isBegun else { return [] }
    var pieces = [StyledText(amount(coverage))]
    func add(_ text: String, _ style: Style) {
      pieces += [StyledText(" \(glyphs.separator) ", .quiet), StyledText(text, style)]
    }
    if let doubt = coverage.doubt.flatMap(words(for:)) { add(doubt, .failure) }
    if coverage.arrivals > 0 {
      let least = coverage.hasMoreArrivals ? "at least " : ""
      add(surface.text("\(least)\(coverage.arrivals.grouped) new: press \(.refresh)"), .notice)
    }
    if let marks = model.markWords { add(marks, .notice) }
    if coverage.unreadable > 0 { add("\(coverage.unreadable.grouped) could not be read", .failure) }
    return pieces
  }

  /// `100 of 3,000 read`.
  private func amount(_ coverage: SignInCoverage) -> String {
    let read = coverage.loaded.grouped
    if case .wrongTotal(let total) = coverage.doubt {
      return "\(read) read \(glyphs.separator) more than the \(total.grouped) that the server counts"
    }
    if coverage.isComplete, coverage.loaded > 0 { return "all \(read) read" }
    guard let total = coverage.total else {
      return "\(read) read \(glyphs.separator) the server does not say how many there are"
    }
    if total == 0 { return "none" }
    return "\(read) of \(total.grouped) read"
  }

  /// Nil where the amount says it.
  private func words(for doubt: SignInListDoubt) -> String? {
    switch doubt {
    case .repeatedPages: "pages repeat: rows are missing"
    case .wrongTotal: nil
    case .shortPages: "pages came with too few rows"
    case .changingOrder: "the order changes: rows may be missing"
    }
  }

  /// With and without its caption: the figures come first.
  private var charts: [[StyledText]] {
    let activity = model.hourlyActivity
    guard !activity.isEmpty else { return [] }
    let chart = StyledText(Sparkline(values: activity).text(glyphs: glyphs))
    return [
      [chart, StyledText("  sign-ins per hour, last 24 h read", .quiet)], [chart, StyledText("  24 h", .quiet)],
    ]
  }
}
