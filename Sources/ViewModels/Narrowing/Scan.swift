import Elements
import SignInAnalysis

/// How far the pages of a list have to be read for more matches.
struct Scan: Hashable, Sendable {
  /// The first place of the view that is not loaded and has not failed; nil where there is none.
  let nextPlace: Int?
  /// Everything read from the head on was newest first, and has gone past the filter's `since`.
  let isPastSince: Bool

  var isExhausted: Bool { nextPlace == nil || isPastSince }

  @MainActor
  init(_ pager: SignInPager, since: Timestamp?) {
    nextPlace = pager.state.firstUnreadPlace
    isPastSince = since.map { Scan.hasPassed($0, pager) } ?? false
  }

  @MainActor
  private static func hasPassed(_ since: Timestamp, _ pager: SignInPager) -> Bool {
    guard let head = pager.state.fragments.first, head.start == 0 else { return false }
    let snapshot = pager.snapshot
    var newest = Timestamp.range.upperBound
    for row in pager.state.runs.rows(0..<head.count, of: head.run) {
      guard let time = snapshot[row].loginTime else { continue }
      guard time.ticks <= newest else { return false }
      newest = time.ticks
    }
    return newest < since.ticks
  }
}
