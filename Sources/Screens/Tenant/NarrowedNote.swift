import TerminalUI
import ViewModels

/// What a filter or a sort has made of the list, and from how much of it.
@MainActor
struct NarrowedNote {
  let coverage: NarrowedCoverage
  let model: SignInListModel
  let glyphs: Glyphs

  var styled: StyledText {
    StyledText(parts.joined(separator: " \(glyphs.separator) "), coverage.failedPages > 0 ? .failure : .notice)
  }

  private var parts: [String] {
    let matches = model.filter == nil ? [] : [model.filterText, figures]
    return (matches + [sort, progress, failures]).compactMap { $0 }
  }

  private var figures: String {
    let matches = coverage.matches == 1 ? "1 match" : "\(coverage.matches.grouped) matches"
    let isAll = coverage.scanned >= coverage.total
    return isAll
      ? "\(matches) in all \(coverage.total.grouped)"
      : "\(matches) in \(coverage.scanned.grouped) of \(coverage.total.grouped) scanned"
  }

  private var sort: String? {
    guard let order = model.order else { return nil }
    let direction = order.isDescending ? "down" : "up"
    let reach = coverage.scanned < coverage.total ? ", of the \(coverage.scanned.grouped) loaded" : ""
    return "sorted by \(order.column.noun) \(direction)\(reach)"
  }

  private var progress: String? {
    if coverage.isScanning { return "reading on \(glyphs.ellipsis) Esc stops" }
    if coverage.assumesNewestFirst { return "assuming newest first" }
    if coverage.isStopped { return "stopped, n goes on" }
    return nil
  }

  private var failures: String? {
    guard coverage.failedPages > 0 else { return nil }
    return coverage.failedPages == 1
      ? "1 page failed, r tries again" : "\(coverage.failedPages) pages failed, r tries again"
  }
}
