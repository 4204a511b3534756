import TerminalUI
import ViewModels

/// What a filter or a sort has made of the list, and from how much of it.
@MainActor
struct NarrowedNote {
  let coverage: NarrowedCoverage
  let model: SignInListModel
  let surface: Surface

  /// The filter is what is cut where there is no room: the figures are worth more.
  func styled(within columns: Int) -> StyledText {
    let between = " \(surface.glyphs.separator) "
    let parts = [
      model.isMarkedOnly ? "marked only" : nil, hasFigures ? figures : nil, folded, sort, progress, failures,
    ]
    let said = parts.compactMap { $0 }.joined(separator: between)
    let style: Style = coverage.failedPages > 0 ? .failure : .notice
    guard model.filter != nil else { return StyledText(said, style) }
    let room = columns - StyledText(between + said).width(glyphs: surface.glyphs)
    let filter = StyledText(model.filterText).shortened(to: max(12, room), glyphs: surface.glyphs).text
    return StyledText(filter + between + said, style)
  }

  private var hasFigures: Bool { model.filter != nil || model.isMarkedOnly }

  private var figures: String {
    let matches = coverage.matches == 1 ? "1 match" : "\(coverage.matches.grouped) matches"
    if model.isMarkedOnly { return matches }
    let isAll = coverage.scanned >= coverage.total
    return isAll
      ? "\(matches) in all \(coverage.total.grouped)"
      : "\(matches) in \(coverage.scanned.grouped) of \(coverage.total.grouped) read"
  }

  private var folded: String? {
    guard model.isFolded else { return nil }
    return surface.text("\(coverage.folded.grouped) folded away, \(.fold) unfolds")
  }

  private var sort: String? {
    guard let order = model.order else { return nil }
    let reach = coverage.scanned < coverage.total ? ", of the \(coverage.scanned.grouped) read" : ""
    return order.words + reach
  }

  private var progress: String? {
    if coverage.isScanning { return surface.text("reading on \(surface.glyphs.ellipsis) \(.escape) stops") }
    if coverage.assumesNewestFirst { return "older pages skipped: the list looks newest first" }
    if coverage.isStopped { return surface.text("stopped, \(.nextRisky) goes on") }
    return nil
  }

  private var failures: String? {
    guard coverage.failedPages > 0 else { return nil }
    let pages = coverage.failedPages.counted("page")
    return surface.text("\(pages) failed, \(.refresh) tries again")
  }
}
