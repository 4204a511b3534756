import Elements
import SignInAnalysis

/// The loaded rows of a list that a filter leaves, in the order that is asked for; grows as pages are read.
@MainActor
final class NarrowedSignIns {
  let narrowing: Narrowing
  /// The rows to show, in order.
  private(set) var rows: [RowNumber] = []
  /// Rows are being looked at or sorted away from the main actor; `rows` holds what is known so far.
  private(set) var isWorking = false
  /// `rows` has changed.
  var onChange: @MainActor () -> Void = {}

  private let pager: SignInPager
  private var verdicts = Verdicts()
  private var matcher: FilterMatcher?
  private var work: Task<Void, Never>?
  /// Pages came while work was under way.
  private var isStale = false

  /// Work up to this many rows takes less time than a frame.
  private static let smallEnough = 4_000

  init(_ narrowing: Narrowing, pager: SignInPager) {
    self.narrowing = narrowing
    self.pager = pager
    matcher = narrowing.filter.map { FilterMatcher($0) }
  }

  /// Looks at everything that is loaded; at once where that is little.
  func start(screenful: Int) {
    let loaded = pager.state.loadedRows
    guard loaded.count > NarrowedSignIns.smallEnough else {
      judge(loaded)
      rebuild(screenful: screenful)
      return
    }
    begin(loaded, screenful: screenful)
  }

  /// Takes in the rows of a page that was just read.
  func pageArrived(_ pageRows: [RowNumber], screenful: Int) {
    guard !isWorking else {
      isStale = true
      return
    }
    judge(pageRows)
    rebuild(screenful: screenful)
  }

  /// Where the list goes on behind a row that it does not hold; nil in a sorted list, where there is no such place.
  func place(nearestTo row: RowNumber) -> Int? {
    guard narrowing.order == nil, !rows.isEmpty else { return nil }
    var place = 0
    for loaded in pager.state.loadedRows {
      if loaded == row { break }
      if verdicts.isMatch(loaded) { place += 1 }
    }
    return min(place, rows.count - 1)
  }

  func cancel() {
    work?.cancel()
    work = nil
    isWorking = false
  }

  private func judge(_ candidates: [RowNumber]) {
    let snapshot = pager.snapshot
    for row in candidates { verdicts.note(row, isMatch: matcher?.holds(row, in: snapshot) ?? true) }
  }

  private func rebuild(screenful: Int) {
    let matches = pager.state.loadedRows.filter { verdicts.isMatch($0) }
    guard let order = narrowing.order else {
      rows = matches
      return
    }
    guard matches.count > NarrowedSignIns.smallEnough else {
      rows = order.sorted(matches, in: pager.snapshot) { false } ?? matches
      return
    }
    begin(pager.state.loadedRows, screenful: screenful)
  }

  private func begin(_ loaded: [RowNumber], screenful: Int) {
    work?.cancel()
    isWorking = true
    isStale = false
    let job = NarrowingWork(narrowing: narrowing, snapshot: pager.snapshot, rows: loaded, screenful: screenful)
    work = Task { [weak self] in
      let outcome = await Self.run(job) { [weak self] partial in await self?.take(partial, of: job) }
      guard let outcome, !Task.isCancelled else { return }
      self?.finish(outcome, of: job)
    }
  }

  private nonisolated static func run(
    _ job: NarrowingWork, first: @escaping @Sendable (NarrowingWork.Outcome) async -> Void
  ) async -> NarrowingWork.Outcome? {
    await job.run(first: first)
  }

  private func take(_ outcome: NarrowingWork.Outcome, of job: NarrowingWork) {
    guard isWorking else { return }
    rows = outcome.shown
    onChange()
  }

  private func finish(_ outcome: NarrowingWork.Outcome, of job: NarrowingWork) {
    verdicts.note(outcome.matches, among: job.rows)
    isWorking = false
    work = nil
    rows = outcome.shown
    if isStale { takeInWhatCameMeanwhile(screenful: job.screenful) }
    onChange()
  }

  private func takeInWhatCameMeanwhile(screenful: Int) {
    isStale = false
    judge(pager.state.loadedRows.filter { !verdicts.isKnown($0) })
    rebuild(screenful: screenful)
  }
}
