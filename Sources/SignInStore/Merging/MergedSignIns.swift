import Elements
import SignInAnalysis

/// The lists of many tenants as one, the newest first. Tenants may be added while it is read.
///
/// It is complete down to a *line*: the latest of the times down to which each tenant's list is proven from its head.
/// What is strictly newer stands in its final place (`settledCount`); other rows may still come to stand below it. A
/// tenant whose list is not newest first, or could not be read, takes no part in the line and is named (`exclusions`);
/// what was read of it is shown.
///
/// All heads are read first. A tenant's next page is asked for only when the line has to sink below what somebody looks
/// at, and that tenant holds it up. What a page costs depends on the page, not on the rows or tenants that there are.
@MainActor
public final class MergedSignIns: SignInSource {
  public let scope: SignInScope
  public let changes = Observers<SignInListChange>()
  public private(set) var activity = HourlyTally()
  public private(set) var tenantTexts: [TenantNumber: TenantTexts] = [:]
  private var rows = TimedRows()
  private var tenants: [MergedTenant] = []
  /// By tenant number: the index among `tenants`.
  private var indices: [TenantNumber: Int] = [:]
  private var line = MergeLine()
  private var totals = MergeTotals()
  private var excluded: Set<Int> = []
  /// Those of them whose lists can be read on.
  private var leftovers: Set<Int> = []
  private var unanswered = 0
  /// As `readAt`; nil where it has to be found again.
  private var knownReadAt: Timestamp?
  /// Tenants that are asked to read on.
  private var reading: Set<Int> = []
  private var viewers = Viewers()
  private var isShown = false
  /// Puts what was read before in order, away from the main actor.
  private var gathering: Task<Void, Never>?
  /// Rows that have come meanwhile.
  private var meanwhile: [FleetRow] = []

  /// Up to this many rows are put in at once.
  private static let few = 4_000

  public init(_ scope: SignInScope) {
    self.scope = scope
  }

  deinit {
    gathering?.cancel()
  }

  // MARK: Tenants

  public var tenantCount: Int { tenants.count }

  /// Adds a tenant that is not part of it yet.
  /// - Parameter texts: its own texts, in which a filter looks.
  public func add(_ store: TenantStore, texts: TenantTexts? = nil) {
    add([(store, texts)])
  }

  public func add(_ stores: [(store: TenantStore, texts: TenantTexts?)]) {
    let known = indices.count
    for (store, texts) in stores where indices[store.number] == nil { enlist(store, texts) }
    guard indices.count > known else { return }
    var own = SignInListChange()
    if tenants[known...].reduce(0, { $0 + $1.list.loadedRows.count }) > Self.few {
      gather()
    } else {
      own.rows = takeIn(tenants[known...].flatMap { $0.list.loadedRows.all() })
    }
    if isShown { for index in known..<tenants.count { watch(index) } }
    readOn()
    changes.tell(own)
  }

  // MARK: What was read before

  /// Puts the loaded rows of all tenants in order anew; until that is done, those that were there are shown.
  private func gather() {
    gathering?.cancel()
    meanwhile = []
    let (lists, snapshot) = (tenants.map(\.list.loadedRows), snapshot)
    gathering = Task { [weak self] in
      let rows = await Self.inOrder(lists, in: snapshot)
      guard !Task.isCancelled else { return }
      self?.takeGathered(rows)
    }
  }

  @concurrent private nonisolated static func inOrder(
    _ lists: [LoadedRows], in snapshot: FleetSnapshot
  ) async -> TimedRows {
    var rows = TimedRows()
    rows.insert(contentsOf: lists.flatMap { $0.all() }) { snapshot.ticks(of: $0) }
    return rows
  }

  private func takeGathered(_ gathered: TimedRows) {
    gathering = nil
    rows = gathered
    for row in meanwhile where !rows.contains(row) { rows.insert(row, ticks) }
    meanwhile = []
    countActivity()
    readOn()
    changes.tell(SignInListChange(isRearranged: true))
  }

  private func countActivity() {
    activity = HourlyTally()
    for tenant in tenants { activity.add(tenant.list.activity) }
  }

  private func enlist(_ store: TenantStore, _ texts: TenantTexts?) {
    let index = tenants.count
    let tenant = MergedTenant(store, scope: scope, texts: texts)
    tenants.append(tenant)
    indices[store.number] = index
    if let texts { tenantTexts[store.number] = texts }
    totals.add(tenant.coverage)
    note(index, from: nil)
    tenant.list.changes.add(self) { [weak self] in self?.listChanged(index, $0) }
  }

  // MARK: Rows

  public var length: Int { rows.count }
  public func row(at place: Int) -> FleetRow? { rows[place] }
  public func place(of row: FleetRow) -> Int? { rows.place(of: row, ticks) }
  public func isSeam(above place: Int) -> Bool { false }
  public func error(at place: Int) -> ElementsError? { nil }
  public var loadedRows: LoadedRows { rows.all }

  public func signIn(of row: FleetRow) -> SignIn? {
    indices[row.tenant].flatMap { tenants[$0].list.signIn(of: row) }
  }

  public var snapshot: FleetSnapshot { snapshot(of: Set(indices.keys)) }

  public func snapshot(of numbers: Set<TenantNumber>) -> FleetSnapshot {
    FleetSnapshot(
      Dictionary(
        uniqueKeysWithValues: numbers.compactMap { number in
          indices[number].map { (number, tenants[$0].store.snapshot) }
        }))
  }

  private func ticks(of row: FleetRow) -> Int64 {
    indices[row.tenant].map { tenants[$0].list.ticks(of: row) } ?? SignInChunk.noTime
  }

  // MARK: How much is known

  public var coverage: SignInCoverage { totals.coverage(loaded: rows.count) }

  /// Rows that are strictly newer than the line.
  public var settledCount: Int {
    guard gathering == nil else { return 0 }
    guard let line = line.ticks else { return rows.count }
    return line == MergeLine.nothingKnown ? 0 : rows.count(newerThan: line, ticks)
  }

  /// Down to where it is complete. Nil while some tenant's head is not read, and when nothing holds it up any more.
  public var settledDownTo: Timestamp? {
    gathering == nil ? line.ticks.flatMap(Timestamp.init(ticks:)) : nil
  }

  /// Every list is read to its end, or can't be read on.
  public var isWhole: Bool { firstUnreadPlace == nil }

  public var firstUnreadPlace: Int? {
    line.isEmpty && leftovers.isEmpty && gathering == nil ? nil : settledCount
  }

  public func hasPassed(_ since: Timestamp) -> Bool {
    settledDownTo.map { $0 < since } ?? false
  }

  /// Tenants whose newest page was read, or could not be.
  public var answeredTenants: Int { tenants.count - unanswered }

  /// When the head was read that was read longest ago; nil before any was.
  public var readAt: Timestamp? {
    if let known = knownReadAt { return known }
    knownReadAt = tenants.compactMap(\.coverage.headReadAt).min()
    return knownReadAt
  }

  /// Tenants that take no part in the line, in the order in which they were added.
  public var exclusions: [(tenant: TenantReference, reason: MergeExclusion)] {
    excluded.sorted().compactMap { index in
      tenants[index].exclusion.map { (tenants[index].store.tenant, $0) }
    }
  }

  /// That of the first tenant that could not be read.
  public var failure: ElementsError? {
    exclusions.lazy.compactMap { if case .failed(let error) = $0.reason { error } else { nil } }.first
  }

  // MARK: Reading

  public func show(_ window: PagingWindow, for viewer: AnyObject) {
    viewers.show(window, for: viewer)
    if !isShown {
      isShown = true
      for index in tenants.indices {
        if tenants[index].isForgotten { readAnew(index) }
        watch(index)
      }
    }
    readOn()
  }

  public func leave(_ viewer: AnyObject) {
    viewers.leave(viewer)
    guard isShown else { return }
    guard viewers.windows.isEmpty else { return readOn() }
    isShown = false
    reading = []
    for tenant in tenants { tenant.list.leave(self) }
  }

  /// Old rows stay until the heads are read.
  public func refresh() {
    for index in tenants.indices {
      readAnew(index)
      tenants[index].list.refresh()
    }
    readOn()
  }

  private func readAnew(_ index: Int) {
    guard tenants[index].isStuck || tenants[index].isForgotten else { return }
    tenants[index].isStuck = false
    tenants[index].isForgotten = false
    assess(index)
  }

  /// Has a list's head read, and what else its viewers need.
  private func watch(_ index: Int) {
    guard !tenants[index].isForgotten else { return }
    tenants[index].list.show(PagingWindow(visible: 0..<0, ahead: 0..<0, urgency: .overview), for: self)
  }

  /// Asks those that hold the line up, as long as somebody looks at what is below it.
  private func readOn() {
    guard isShown, gathering == nil else { return }
    while true {
      let urgency = urgency
      let next = urgency == nil ? [] : nextTenants
      for index in reading.subtracting(next) { watch(index) }
      reading = Set(next)
      let stuck = next.filter { index in urgency.map { !read(index, $0) } ?? false }
      guard !stuck.isEmpty else { return }
      for index in stuck {
        tenants[index].isStuck = true
        assess(index)
      }
    }
  }

  /// False where the list knows nothing more to ask.
  private func read(_ index: Int, _ urgency: RequestPriority) -> Bool {
    let list = tenants[index].list
    guard let place = tenants[index].nextPlace else { return false }
    list.show(
      PagingWindow(visible: place..<place + 1, ahead: place + 1..<place + 1, urgency: urgency), for: self)
    return list.isAsking
  }

  private var nextTenants: [Int] {
    guard !line.isEmpty else { return leftovers.min().map { [$0] } ?? [] }
    // Heads are under way.
    return line.ticks == MergeLine.nothingKnown ? [] : line.tenants
  }

  /// For what the line has to sink; nil where it need not.
  private var urgency: RequestPriority? {
    let (settled, windows) = (settledCount, viewers.windows)
    return windows.compactMap { window in
      let most: RequestPriority? =
        if !window.visible.isEmpty, window.visible.upperBound > settled {
          .onScreen
        } else if !window.ahead.isEmpty, window.ahead.upperBound > settled {
          .prefetch
        } else {
          window.sought.flatMap { $0 >= settled ? .scan : nil }
        }
      return most.map { min($0, window.urgency) }
    }.max()
  }

  // MARK: Following the lists

  private func listChanged(_ index: Int, _ change: SignInListChange) {
    var own = SignInListChange()
    if change.isForgotten {
      forget(index)
      own = SignInListChange(isRearranged: true, isForgotten: true)
    } else {
      move(change.changed, &own)
      if change.isRearranged { removeGone(of: index, &own) }
      let candidates = change.isRearranged ? tenants[index].list.loadedRows.all() : change.rows
      own.rows += takeIn(candidates.filter { isNew($0, index) })
      if gathering != nil { meanwhile += own.rows }
      own.changed = change.changed.filter { rows.contains($0.key) }
      own.rows += own.changed.keys
    }
    let isOtherwise = change.isForgotten || change.isRearranged || !change.changed.isEmpty
    if gathering != nil, isOtherwise { gather() }
    assess(index)
    readOn()
    changes.tell(own)
  }

  private func isNew(_ row: FleetRow, _ index: Int) -> Bool {
    !rows.contains(row) && tenants[index].list.place(of: row) != nil
  }

  private func takeIn(_ new: [FleetRow]) -> [FleetRow] {
    // A page may hold a row twice.
    for row in new where !rows.contains(row) {
      rows.insert(row, ticks)
      activity.count(Timestamp(ticks: ticks(of: row)))
    }
    return new
  }

  /// Puts rows whose times have changed where they stand now.
  private func move(_ changed: [FleetRow: SignIn], _ own: inout SignInListChange) {
    let former = changed.filter { rows.contains($0.key) }
      .mapValues { $0.loginTime?.ticks ?? SignInChunk.noTime }
      .filter { $0.value != ticks(of: $0.key) }
    guard !former.isEmpty else { return }
    for row in former.keys { rows.remove(row) { former[$0] ?? self.ticks(of: $0) } }
    for row in former.keys { rows.insert(row, ticks) }
    own.isRearranged = true
  }

  /// Walks through the rows of a tenant.
  private func removeGone(of index: Int, _ own: inout SignInListChange) {
    let list = tenants[index].list
    let gone = (0..<RowNumber(tenants[index].store.rowCount)).lazy
      .map { FleetRow(tenant: self.tenants[index].store.number, row: $0) }
      .filter { self.rows.contains($0) && list.place(of: $0) == nil }
    for row in Array(gone) {
      rows.remove(row, ticks)
      own.isRearranged = true
    }
  }

  private func forget(_ index: Int) {
    rows.removeAll(of: tenants[index].store.number)
    // Otherwise what is read again would make others be forgotten, without end.
    tenants[index].isForgotten = true
    tenants[index].list.leave(self)
    reading.remove(index)
    countActivity()
  }

  /// Follows what is known of a list.
  private func assess(_ index: Int) {
    let old = tenants[index]
    tenants[index].assess()
    knownReadAt = nil
    totals.remove(old.coverage)
    totals.add(tenants[index].coverage)
    note(index, from: old)
  }

  private func set(_ index: Int, in indices: inout Set<Int>, _ isIn: Bool) {
    if isIn { indices.insert(index) } else { indices.remove(index) }
  }

  private func note(_ index: Int, from old: MergedTenant?) {
    let new = tenants[index]
    line.move(index, from: old?.bound, to: new.bound)
    unanswered += (new.isAnswered ? 0 : 1) - (old.map { $0.isAnswered ? 0 : 1 } ?? 0)
    set(index, in: &excluded, new.exclusion != nil)
    set(index, in: &leftovers, new.exclusion != nil && new.nextPlace != nil)
  }
}
