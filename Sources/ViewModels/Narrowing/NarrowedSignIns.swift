import Elements
import SignInAnalysis
import SignInStore

/// The loaded rows of a list that a filter leaves, in the order that is asked for; grows as pages are read.
///
/// What a page costs depends on the page: its rows are judged, and those that match are put where they stand among
/// the matches. Only a page that makes rows go or change places, and a sort of many rows, is worked through from the
/// start, away from the main actor.
@MainActor
final class NarrowedSignIns {
  let narrowing: Narrowing
  /// The rows to show, in order.
  private(set) var rows: [RowNumber] = []
  /// Rows are being looked at or sorted away from the main actor; `rows` holds what is known so far.
  private(set) var isWorking = false
  /// `rows` has changed.
  var onChange: @MainActor () -> Void = {}

  private let list: PagedSignIns
  private var verdicts = Verdicts()
  private var matcher: FilterMatcher?
  private var work: Task<Void, Never>?
  /// Rows that came while work was under way.
  private var cameMeanwhile: [RowNumber] = []
  private var isRearranged = false

  /// Work up to this many rows takes less time than a frame.
  private static let smallEnough = 4_000

  init(_ narrowing: Narrowing, list: PagedSignIns) {
    self.narrowing = narrowing
    self.list = list
    matcher = narrowing.filter.map { FilterMatcher($0) }
  }

  /// Looks at everything that is loaded; at once where that is little.
  func start(screenful: Int) {
    guard list.loadedCount > NarrowedSignIns.smallEnough else {
      let loaded = list.loadedRows
      judge(loaded)
      show(loaded.filter(verdicts.isMatch), screenful: screenful)
      return
    }
    begin(screenful: screenful)
  }

  /// Takes in what a page that was just read has changed.
  func pageArrived(_ change: SignInListChange, screenful: Int) {
    guard !isWorking else {
      cameMeanwhile += change.rows
      isRearranged = isRearranged || change.isRearranged
      return
    }
    guard !change.isRearranged else { return start(screenful: screenful) }
    let before = change.rows.filter(isShown)
    judge(change.rows)
    let changed = Set(before).symmetricDifference(change.rows.filter(isShown))
    guard !changed.isEmpty else { return }
    guard narrowing.order == nil else { return resort(before: before, rows: change.rows, screenful: screenful) }
    for row in changed { if verdicts.isMatch(row) { insert(row) } else { remove(row) } }
  }

  // MARK: Places

  /// Where a row stands among those shown; nil where it is not among them.
  func place(of row: RowNumber) -> Int? {
    guard isShown(row) else { return nil }
    guard narrowing.order == nil, let place = list.place(of: row) else { return rows.firstIndex(of: row) }
    let index = count(above: place)
    return index < rows.count && rows[index] == row ? index : nil
  }

  /// Where the list goes on behind a row that it does not hold; nil in a sorted list, where there is no such place.
  func place(nearestTo row: RowNumber) -> Int? {
    guard narrowing.order == nil, !rows.isEmpty, let place = list.place(of: row) else { return nil }
    return min(count(above: place), rows.count - 1)
  }

  /// How many of the rows shown stand above a place of the list; meaningful in the list's own order.
  func count(above place: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if list.place(of: rows[middle]).map({ $0 < place }) ?? true { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func cancel() {
    work?.cancel()
    work = nil
    isWorking = false
  }

  // MARK: Judging

  private func isShown(_ row: RowNumber) -> Bool {
    verdicts.isMatch(row) && list.place(of: row) != nil
  }

  private func judge(_ candidates: [RowNumber]) {
    let snapshot = list.snapshot
    for row in candidates { verdicts.note(row, isMatch: matcher?.holds(row, in: snapshot) ?? true) }
  }

  private func insert(_ row: RowNumber) {
    guard let place = list.place(of: row) else { return }
    let index = count(above: place)
    if index == rows.count || rows[index] != row { rows.insert(row, at: index) }
  }

  private func remove(_ row: RowNumber) {
    if let index = rows.firstIndex(of: row) { rows.remove(at: index) }
  }

  private func show(_ matches: [RowNumber], screenful: Int) {
    guard let order = narrowing.order else {
      rows = matches
      return
    }
    guard matches.count > NarrowedSignIns.smallEnough else {
      rows = order.sorted(matches, in: list.snapshot) { false } ?? matches
      return
    }
    begin(screenful: screenful)
  }

  private func resort(before: [RowNumber], rows changed: [RowNumber], screenful: Int) {
    let gone = Set(before).subtracting(changed.filter(isShown))
    let new = changed.filter(isShown).filter { !before.contains($0) }
    show(rows.filter { !gone.contains($0) } + new, screenful: screenful)
  }

  // MARK: Work away from the main actor

  private func begin(screenful: Int) {
    work?.cancel()
    isWorking = true
    cameMeanwhile = []
    isRearranged = false
    let job = NarrowingWork(
      narrowing: narrowing, snapshot: list.snapshot, rows: list.loadedRows, screenful: screenful)
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
    if isRearranged || !cameMeanwhile.isEmpty {
      let change = SignInListChange(rows: cameMeanwhile, isRearranged: isRearranged)
      (cameMeanwhile, isRearranged) = ([], false)
      pageArrived(change, screenful: job.screenful)
    }
    onChange()
  }
}
