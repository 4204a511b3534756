import Elements
import SignInAnalysis
import SignInStore

/// How far the pages of a list have to be read for more matches.
struct Scan: Hashable, Sendable {
  /// The first place of the view that is not loaded and has not failed; nil where there is none.
  let nextPlace: Int?
  /// Everything read from the head on was newest first, and has gone past the filter's `since`.
  let isPastSince: Bool

  var isExhausted: Bool { nextPlace == nil || isPastSince }

  @MainActor
  init(_ list: PagedSignIns, since: Timestamp?) {
    nextPlace = list.firstUnreadPlace
    isPastSince = since.map(list.hasPassed) ?? false
  }
}
