import Elements
import SignInAnalysis

/// The loaded rows of a list that a filter leaves, in the order that is asked for; grows as the list is read.
///
/// What a page costs depends on the page: its rows are judged, and those that match are put where they stand among the
/// matches. Only a page that makes rows go or change places is worked through from the start; more than some thousand
/// rows are so away from the main actor, on a snapshot.
///
/// It has the list read on only when `mayScan` says so, and until the screen of its viewers is full and one screen
/// more.
@MainActor
public final class NarrowedSignIns: SignInSource {
  public let narrowing: Narrowing
  public let changes = Observers<SignInListChange>()
  /// Pages may be read for more matches.
  public var mayScan = false {
    didSet { if mayScan != oldValue { readOn() } }
  }
  /// The user has ended the reading of pages for matches.
  public private(set) var isStopped = false

  private let list: any SignInSource
  private var rows = BlockedList<FleetRow>()
  private var shown = FleetRowSet()
  private var folds = SignalFolds()
  private let signals: SignalBasis?
  /// Signals have changed since work began.
  private var areSignalsStale = false
  private var matcher: FleetMatcher?
  /// Tenants whose texts the matcher looks in.
  private var tenantsKnown: Int
  private var keys: OrderKeys?
  private var viewers = Viewers()
  private var work: Task<Void, Never>?
  /// What has changed in the list while work was under way.
  private var meanwhile: SignInListChange?

  /// Work up to this many rows takes less time than a frame.
  private static let smallEnough = 4_000

  /// - Parameters:
  ///   - screenful: as many rows are worth being shown before all are known.
  ///   - signals: for what asks for them; without them no row has any.
  public init(
    _ narrowing: Narrowing, of list: any SignInSource, screenful: Int, signals: SignalBasis? = nil
  ) {
    self.narrowing = narrowing
    self.list = list
    self.signals = signals
    tenantsKnown = list.tenantTexts.count
    keys = narrowing.order.map { OrderKeys($0) }
    matcher = makeMatcher()
    list.changes.add(self) { [weak self] in self?.listChanged($0) }
    if narrowing.dependsOnSignals { signals?.index.changes.add(self) { [weak self] _ in self?.signalsChanged() } }
    start(screenful: screenful)
  }

  deinit {
    work?.cancel()
  }

  // MARK: Rows

  public var length: Int { rows.count }

  public func row(at place: Int) -> FleetRow? { rows[place] }

  public func place(of row: FleetRow) -> Int? {
    guard shown.contains(row) else { return nil }
    let index = index(of: row)
    return rows[index] == row ? index : nil
  }

  /// Of a row that is folded away, where the one is that stands for it. Nil in a sorted list for others.
  public func place(nearestTo row: FleetRow) -> Int? {
    if let standIn = folds.standIn(for: row) { return place(of: standIn) }
    guard narrowing.order == nil, !rows.isEmpty, let place = list.place(of: row) else { return nil }
    return min(count(above: place), rows.count - 1)
  }

  public func isSeam(above place: Int) -> Bool { false }
  public func error(at place: Int) -> ElementsError? { nil }
  public func signIn(of row: FleetRow) -> SignIn? { list.signIn(of: row) }
  public var snapshot: FleetSnapshot { list.snapshot }
  public var tenantTexts: [TenantNumber: TenantTexts] { list.tenantTexts }

  public var loadedRows: LoadedRows {
    let (rows, folds) = (rows, folds)
    return LoadedRows(count: rows.count + folds.count) {
      folds.count == 0 ? rows.all : rows.all.flatMap { [$0] + folds.rows(under: $0) }
    }
  }

  /// How many rows one stands for, itself included.
  public func foldedCount(of row: FleetRow) -> Int { 1 + folds.rows(under: row).count }

  // MARK: How much is known

  /// That of the list that is narrowed.
  public var coverage: SignInCoverage { list.coverage }

  public var narrowedCoverage: NarrowedCoverage {
    let coverage = list.coverage
    return NarrowedCoverage(
      matches: rows.count + folds.count, folded: folds.count, scanned: coverage.loaded, total: list.length,
      isScanning: scanPlace != nil || isWorking,
      isStopped: isStopped, isExhausted: hasNoMore,
      assumesNewestFirst: isPastSince, failedPages: coverage.failedPages)
  }

  /// Whether there can be more matches, or some are being looked for.
  public var mayGrow: Bool { isWorking || scanPlace != nil || !hasNoMore }

  public var firstUnreadPlace: Int? { mayGrow ? rows.count : nil }
  public func hasPassed(_ since: Timestamp) -> Bool { list.hasPassed(since) }
  public var activity: HourlyTally { list.activity }

  public var settledCount: Int {
    guard narrowing.order == nil, !hasNoMore, let unread = list.firstUnreadPlace else { return rows.count }
    return count(above: unread)
  }

  /// Rows are being looked at or sorted away from the main actor; `rows` holds what is known so far.
  public var isWorking: Bool { work != nil }

  /// Nothing that could be read would match.
  private var hasNoMore: Bool { isPastSince || narrowing.only != nil || list.firstUnreadPlace == nil }

  private var isPastSince: Bool { narrowing.filter?.since.map(list.hasPassed) ?? false }

  // MARK: Reading

  public func show(_ window: PagingWindow, for viewer: AnyObject) {
    viewers.show(window, for: viewer)
    readOn()
  }

  public func leave(_ viewer: AnyObject) {
    viewers.leave(viewer)
    if viewers.windows.isEmpty { list.leave(self) } else { readOn() }
  }

  public func refresh() { list.refresh() }

  /// Ends the reading of pages for matches. False if there was none.
  public func stopScan() -> Bool {
    guard scanPlace != nil else { return false }
    isStopped = true
    readOn()
    return true
  }

  public func resumeScan() {
    isStopped = false
    mayScan = true
    readOn()
  }

  private func readOn() {
    guard !viewers.windows.isEmpty else { return }
    list.show(PagingWindow(visible: 0..<0, ahead: 0..<0, sought: scanPlace), for: self)
  }

  /// The place to read for more matches. A sort alone reads nothing.
  private var scanPlace: Int? {
    let isWanted = viewers.windows.contains {
      $0.sought != nil || rows.count < $0.visible.upperBound + $0.visible.count
    }
    guard isWanted, mayScan, !isStopped, narrowing.filter != nil, !hasNoMore else { return nil }
    return list.firstUnreadPlace
  }

  // MARK: Places

  /// How many of the rows shown stand above a place of the list; meaningful in the list's own order.
  private func count(above place: Int) -> Int {
    rows.count { list.place(of: $0).map { $0 < place } ?? true }
  }

  /// Where a row stands, or would stand.
  /// - Parameter former: of rows that stand where they did before they changed, what they were then.
  private func index(of row: FleetRow, former: [FleetRow: SignIn] = [:], in snapshot: FleetSnapshot? = nil) -> Int {
    guard let place = list.place(of: row) else { return rows.count }
    guard narrowing.order != nil else {
      // Most rows come at the end.
      if let last = rows[rows.count - 1].flatMap(list.place(of:)), last < place { return rows.count }
      return count(above: place)
    }
    let snapshot = snapshot ?? list.snapshot
    guard let key = key(of: row, former, snapshot) else { return rows.count }
    return rows.count { other in
      self.key(of: other, former, snapshot)?.isAbove(key) ?? ((list.place(of: other) ?? 0) < place)
    }
  }

  private func key(of row: FleetRow, _ former: [FleetRow: SignIn], _ snapshot: FleetSnapshot) -> OrderKey? {
    if let signIn = former[row] { return keys?.key(of: signIn) }
    guard let table = snapshot[row.tenant], Int(row.row) < table.count else { return nil }
    return keys?.key(of: row.row, in: table)
  }

  // MARK: Following the list

  private func listChanged(_ change: SignInListChange) {
    var own = change
    if change.isForgotten || change.isRearranged, !isWorking || change.isForgotten {
      start(screenful: screenful)
      own = SignInListChange(isRearranged: true, isForgotten: change.isForgotten)
    } else if isWorking {
      meanwhile = (meanwhile ?? SignInListChange()).followed(by: change)
      own = SignInListChange()
    } else {
      own = takeIn(change)
    }
    readOn()
    changes.tell(own)
  }

  /// - Returns: what that has changed in this list.
  private func takeIn(_ change: SignInListChange) -> SignInListChange {
    meetTenants()
    // Only a sort compares with rows of other tenants.
    let snapshot = narrowing.order == nil ? list.snapshot(of: Set(change.rows.map(\.tenant))) : list.snapshot
    var own = SignInListChange()
    for row in change.changed.keys where shown.contains(row) {
      let isMatch = matcher?.holds(row, in: snapshot) ?? true
      if isMatch, narrowing.order == nil {
        own.rows.append(row)
      } else {
        remove(row, former: change.changed, in: snapshot)
        own.isRearranged = own.isRearranged || !isMatch
      }
    }
    // What was folded away stays so until signals are looked at anew.
    let candidates = narrowing.wanted(
      among: change.rows.filter { !shown.contains($0) && folds.standIn(for: $0) == nil })
    let matches = matcher?.matches(among: candidates[...], in: snapshot) ?? candidates
    for row in matches where !shown.contains(row) && list.place(of: row) != nil {
      rows.insert(row, at: index(of: row, in: snapshot))
      shown.insert(row)
      own.rows.append(row)
    }
    own.changed = change.changed.filter { shown.contains($0.key) }
    return own
  }

  /// Tenants may come while the list is read.
  private func meetTenants() {
    guard list.tenantTexts.count != tenantsKnown else { return }
    matcher = makeMatcher()
    tenantsKnown = list.tenantTexts.count
  }

  private func makeMatcher() -> FleetMatcher? {
    narrowing.filter.map {
      FleetMatcher($0, tenants: list.tenantTexts, signals: table, networks: signals?.networks ?? LabelledNetworks())
    }
  }

  /// Empty where nothing is known of signals.
  private var table: SignalTable { signals?.index.table ?? SignalTable() }

  /// All rows are judged anew; until that is done, what is shown stays.
  private func signalsChanged() {
    guard !isWorking else {
      areSignalsStale = true
      return
    }
    matcher = makeMatcher()
    start(screenful: .max)
    readOn()
    guard !isWorking else { return }
    changes.tell(SignInListChange(isRearranged: true))
  }

  private func remove(_ row: FleetRow, former: [FleetRow: SignIn], in snapshot: FleetSnapshot) {
    let index = index(of: row, former: former, in: snapshot)
    guard rows[index] == row else { return }
    rows.remove(at: index)
    shown.remove(row)
  }

  // MARK: From the start

  private var screenful: Int { 2 * (viewers.windows.first?.visible.count ?? 1) }

  /// Looks at everything that is loaded; at once where that is little.
  private func start(screenful: Int) {
    work?.cancel()
    work = nil
    meanwhile = nil
    meetTenants()
    let loaded = list.loadedRows
    guard loaded.count <= NarrowedSignIns.smallEnough else { return begin(loaded, screenful: screenful) }
    let snapshot = list.snapshot
    let all = narrowing.wanted(among: loaded.all())
    let matches = matcher?.matches(among: all[...], in: snapshot) ?? all
    let sorted = narrowing.order.flatMap { $0.sorted(matches, in: snapshot) } ?? matches
    take(NarrowingWork.Outcome(sorted, narrowing, table))
  }

  private func take(_ outcome: NarrowingWork.Outcome) {
    rows = BlockedList(outcome.rows)
    shown = outcome.shown
    folds = outcome.folds
  }

  private func begin(_ loaded: LoadedRows, screenful: Int) {
    let job = NarrowingWork(
      narrowing: narrowing, tenantTexts: list.tenantTexts, signals: table,
      networks: signals?.networks ?? LabelledNetworks(), snapshot: list.snapshot, rows: loaded, screenful: screenful)
    work = Task { [weak self] in
      let outcome = await Self.run(job) { [weak self] partial in await self?.takePartial(partial) }
      guard let outcome, !Task.isCancelled else { return }
      self?.finish(outcome)
    }
  }

  private nonisolated static func run(
    _ job: NarrowingWork, first: @escaping @Sendable (NarrowingWork.Outcome) async -> Void
  ) async -> NarrowingWork.Outcome? {
    await job.run(first: first)
  }

  private func takePartial(_ outcome: NarrowingWork.Outcome) {
    guard isWorking, !Task.isCancelled else { return }
    take(outcome)
    changes.tell(SignInListChange(isRearranged: true))
  }

  private func finish(_ outcome: NarrowingWork.Outcome) {
    work = nil
    take(outcome)
    let change = meanwhile
    meanwhile = nil
    if let change {
      if change.isRearranged { start(screenful: screenful) } else { _ = takeIn(change) }
    }
    if areSignalsStale, !isWorking {
      areSignalsStale = false
      matcher = makeMatcher()
      start(screenful: .max)
    }
    readOn()
    changes.tell(SignInListChange(isRearranged: true))
  }
}

extension SignInListChange {
  /// Both changes as one. What a row was before both counts.
  fileprivate func followed(by later: SignInListChange) -> SignInListChange {
    SignInListChange(
      rows: rows + later.rows, changed: changed.merging(later.changed) { first, _ in first },
      isRearranged: isRearranged || later.isRearranged, isForgotten: isForgotten || later.isForgotten)
  }
}
