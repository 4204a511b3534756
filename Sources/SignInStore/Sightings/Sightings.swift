import Elements
import SignInAnalysis

/// Where else: the sign-ins of an address or a user in all tenants of a fleet, from everything that was read, newest
/// first. It follows whatever is read of any tenant; `FleetReading` reads more.
///
/// What was read before is searched away from the main actor, on a snapshot; what comes later costs what each page
/// brings.
@MainActor
public final class Sightings: SignInSource {
  public let subject: SightingSubject
  public let changes = Observers<SignInListChange>()
  public private(set) var summary = SightingSummary()
  public private(set) var activity = HourlyTally()
  public let tenantTexts: [TenantNumber: TenantTexts]
  private let fleet: Fleet
  private var rows = TimedRows()
  private var matcher: SightingMatcher
  private var search: Task<Void, Never>?
  /// What has come while everything is being searched.
  private var meanwhile: [TableChange] = []

  /// - Parameter texts: of tenants, for filters on what is found.
  public init(of subject: SightingSubject, in fleet: Fleet, texts: [TenantNumber: TenantTexts] = [:]) {
    self.subject = subject
    self.fleet = fleet
    tenantTexts = texts
    matcher = SightingMatcher(subject)
    fleet.tableChanges.add(self) { [weak self] in self?.tableChanged($0) }
    start()
  }

  deinit {
    search?.cancel()
  }

  /// What was read is still being searched.
  public var isSearching: Bool { search != nil }

  // MARK: Rows

  public var length: Int { rows.count }
  public func row(at place: Int) -> FleetRow? { rows[place] }
  public func place(of row: FleetRow) -> Int? { rows.place(of: row, ticks) }
  public func isSeam(above place: Int) -> Bool { false }
  public func error(at place: Int) -> ElementsError? { nil }
  public func signIn(of row: FleetRow) -> SignIn? { fleet.store(row.tenant)?.table.signIn(at: row.row) }
  public var loadedRows: LoadedRows { rows.all }
  public var snapshot: FleetSnapshot { fleet.snapshot(of: summary.tenants) }
  public func snapshot(of tenants: Set<TenantNumber>) -> FleetSnapshot { fleet.snapshot(of: tenants) }

  private func ticks(of row: FleetRow) -> Int64 {
    fleet.store(row.tenant)?.table.time(at: row.row)?.ticks ?? SignInChunk.noTime
  }

  // MARK: How much is known

  /// Says nothing of the servers' lists, of which it knows only what was read.
  public var coverage: SignInCoverage {
    SignInCoverage(
      total: nil, isBegun: !isSearching, headReadAt: nil, loaded: rows.count, arrivals: 0, hasMoreArrivals: false,
      unreadable: 0, failedPages: 0, isComplete: false, doubt: nil, error: nil)
  }

  public var firstUnreadPlace: Int? { nil }
  public func hasPassed(_ since: Timestamp) -> Bool { false }

  // MARK: Reading

  /// It reads nothing by itself.
  public func show(_ window: PagingWindow, for viewer: AnyObject) {}
  public func leave(_ viewer: AnyObject) {}
  public func refresh() {}

  // MARK: Searching

  private func start() {
    search?.cancel()
    meanwhile = []
    let (snapshot, matcher) = (fleet.snapshot, SightingMatcher(subject))
    search = Task { [weak self] in
      let found = await Self.find(matcher, in: snapshot)
      guard !Task.isCancelled else { return }
      self?.take(found)
    }
  }

  private struct Found: Sendable {
    var matcher: SightingMatcher
    var rows = TimedRows()
    var summary = SightingSummary()
    var activity = HourlyTally()
  }

  @concurrent private nonisolated static func find(_ matcher: SightingMatcher, in snapshot: FleetSnapshot) async
    -> Found
  {
    var found = Found(matcher: matcher)
    var all: [FleetRow] = []
    for tenant in snapshot.tenants {
      guard let table = snapshot[tenant], !Task.isCancelled else { continue }
      let rows = found.matcher.matches(among: 0..<RowNumber(table.count), in: table)
      all += rows.map { FleetRow(tenant: tenant, row: $0) }
    }
    for row in all {
      found.summary.add(row, in: snapshot)
      found.activity.count(Timestamp(ticks: snapshot.ticks(of: row)))
    }
    found.rows.insert(contentsOf: all) { snapshot.ticks(of: $0) }
    return found
  }

  private func take(_ found: Found) {
    search = nil
    (matcher, rows, summary, activity) = (found.matcher, found.rows, found.summary, found.activity)
    let later = meanwhile
    meanwhile = []
    for change in later { _ = takeIn(change) }
    changes.tell(SignInListChange(isRearranged: true))
  }

  // MARK: Following what is read

  private func tableChanged(_ change: TableChange) {
    guard !change.isForgotten else { return forget(change.tenant) }
    guard !isSearching else { return meanwhile.append(change) }
    let own = takeIn(change)
    if !own.rows.isEmpty || own.isRearranged { changes.tell(own) }
  }

  private func forget(_ tenant: TenantNumber) {
    if isSearching { return start() }
    guard summary.tenants.contains(tenant) else { return }
    rows.removeAll(of: tenant)
    sumUp()
    changes.tell(SignInListChange(isRearranged: true, isForgotten: true))
  }

  private func takeIn(_ change: TableChange) -> SignInListChange {
    var own = SignInListChange()
    guard let table = fleet.store(change.tenant)?.snapshot else { return own }
    let new = matcher.matches(among: change.new, in: table).map { FleetRow(tenant: change.tenant, row: $0) }
    let snapshot = FleetSnapshot([change.tenant: table])
    for row in new where !rows.contains(row) {
      rows.insert(row, ticks)
      summary.add(row, in: snapshot)
      activity.count(Timestamp(ticks: ticks(of: row)))
      own.rows.append(row)
    }
    follow(change, in: table, &own)
    return own
  }

  /// Rows that have changed may be the subject's no longer, or only now, or of another time.
  private func follow(_ change: TableChange, in table: SignInSnapshot, _ own: inout SignInListChange) {
    guard !change.changed.isEmpty else { return }
    let former = Dictionary(
      uniqueKeysWithValues: change.changed.map { (FleetRow(tenant: change.tenant, row: $0), $1) })
    let known = former.keys.filter { rows.contains($0) }
    for row in known {
      rows.remove(row) { former[$0].map { $0.loginTime?.ticks ?? SignInChunk.noTime } ?? self.ticks(of: $0) }
    }
    let matches = former.keys.filter { !matcher.matches(among: $0.row..<$0.row + 1, in: table).isEmpty }
    for row in matches { rows.insert(row, ticks) }
    guard !known.isEmpty || !matches.isEmpty else { return }
    own.rows += matches
    own.changed = former.filter { rows.contains($0.key) }
    own.isRearranged = true
    sumUp()
  }

  /// Goes through all that was found.
  private func sumUp() {
    let (all, snapshot) = (rows.all.all(), snapshot)
    summary = SightingSummary()
    activity = HourlyTally()
    for row in all {
      summary.add(row, in: snapshot)
      activity.count(Timestamp(ticks: ticks(of: row)))
    }
  }
}
