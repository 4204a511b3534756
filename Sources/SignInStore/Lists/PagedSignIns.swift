import Elements
import SignInAnalysis

/// One of a tenant's lists of sign-ins, read page by page as it is looked at.
///
/// It lets a `PageDriver` carry out what `PagingState` plans, and tells what each answer brought. Its rows are those of
/// its tenant's table, which it shares with the tenant's other list. It outlives the screens that show it: whoever
/// leaves takes the waiting calls back, never the rows, and what was sent is taken in when it comes.
@MainActor
public final class PagedSignIns: SignInSource {
  public let scope: SignInScope
  private(set) var state: PagingState
  /// Why pages could not be read, by page number; only those that `state` counts as failed.
  private var errors: [Int: ElementsError] = [:]
  private var viewers = Viewers()
  /// Nothing that was read stood below what is older.
  private(set) var isNewestFirst = true
  public private(set) var activity = HourlyTally()
  /// When the head was read last; nil before that.
  public private(set) var headReadAt: Timestamp?
  /// The page that was read last of the head; nil before that.
  private(set) var headPage: HeadPage?
  /// With which priority the head is being asked for.
  private var headPriority = RequestPriority.onScreen
  public let changes = Observers<SignInListChange>()
  private let table: TenantTable
  private let fetch: PageDriver.Fetch
  private let pageSize: Int
  private var driver: PageDriver
  /// Takes the answers of the driver in.
  private var intake: Task<Void, Never>?
  /// The table's numbers of the calls under way.
  private var numbers: [PageQuestion: Int] = [:]
  /// Calls that were asked for so far, those that were taken back among them.
  private(set) var callCount = 0

  init(
    scope: SignInScope, of table: TenantTable, pageSize: Int = PageRequest.largestSize,
    fetch: @escaping PageDriver.Fetch
  ) {
    self.scope = scope
    self.table = table
    self.fetch = fetch
    self.pageSize = pageSize
    driver = PageDriver(fetch: fetch)
    state = PagingState(pageSize: pageSize)
    table.changes.add(self) { [weak self] in self?.tableChanged($0.rows, by: $0.list) }
  }

  deinit {
    intake?.cancel()
  }

  // MARK: Rows

  public var length: Int { state.length }

  public func row(at place: Int) -> FleetRow? { state.row(at: place).map(fleetRow) }

  public func place(of row: FleetRow) -> Int? {
    row.tenant == table.number ? state.position(of: row.row) : nil
  }

  public func isSeam(above place: Int) -> Bool { state.isSeam(above: place) }

  public func error(at place: Int) -> ElementsError? {
    state.failure(at: place).flatMap { errors[$0.page] }
  }

  public func signIn(of row: FleetRow) -> SignIn? {
    row.tenant == table.number ? table.signIn(at: row.row) : nil
  }

  public var loadedRows: LoadedRows {
    let (blocks, tenant) = (state.loadedBlocks, table.number)
    return LoadedRows(count: state.loadedCount) {
      blocks.flatMap { $0.map { FleetRow(tenant: tenant, row: $0) } }
    }
  }

  public var snapshot: FleetSnapshot { FleetSnapshot([table.number: table.snapshot]) }

  /// When the sign-in of a row was, in ticks; `SignInChunk.noTime` where the server did not say.
  func ticks(of row: FleetRow) -> Int64 { table.time(at: row.row)?.ticks ?? SignInChunk.noTime }

  private func fleetRow(_ row: RowNumber) -> FleetRow { FleetRow(tenant: table.number, row: row) }

  // MARK: How much is known

  public var coverage: SignInCoverage {
    SignInCoverage(state, headReadAt: headReadAt, error: state.headTotal == nil ? errors[1] : nil)
  }

  public var firstUnreadPlace: Int? { state.firstUnreadPlace }

  /// Nil before the head was read.
  var headRun: HeadRun? {
    guard state.headTotal != nil else { return nil }
    guard let head = state.fragments.first, head.start == 0 else {
      return HeadRun(count: 0, isWhole: state.length == 0, oldest: nil)
    }
    let last = (max(0, head.count - pageSize)..<head.count).reversed().lazy.compactMap { [runs = state.runs, table] in
      runs.row(at: $0, of: head.run).flatMap(table.time)
    }
    return HeadRun(count: head.count, isWhole: head.count == state.length, oldest: last.first)
  }

  public func hasPassed(_ since: Timestamp) -> Bool {
    guard isNewestFirst, let head = state.fragments.first, head.start == 0, let last = state.runs.last(of: head.run),
      let time = table.time(at: last)
    else { return false }
    return time < since
  }

  /// Why the head could not be read last; nil where it could.
  var headError: ElementsError? { state.hasFailed(1) ? errors[1] : nil }

  /// The head is being read.
  var isHeadAwaited: Bool { state.inFlight[1] != nil || state.isRefreshing }

  /// No call is under way.
  var isIdle: Bool { driver.isIdle }

  public var isAsking: Bool { !state.inFlight.isEmpty }

  public var failure: ElementsError? { errors.min { $0.key < $1.key }?.value }

  // MARK: What to read

  public func show(_ window: PagingWindow, for viewer: AnyObject) {
    viewers.show(window, for: viewer)
    hastenHead(window.urgency)
    askForMore()
  }

  /// Nothing is asked twice while the head is being read.
  public func refresh() {
    guard !state.isRefreshing || driver.isIdle else { return }
    withdraw(Array(state.inFlight.values))
    errors = [:]
    state.refresh(visible: viewers.windows.first?.visible ?? 0..<0)
    askForMore()
  }

  public func leave(_ viewer: AnyObject) {
    viewers.leave(viewer)
    withdraw(state.unwanted(for: viewers.windows))
  }

  /// Nothing is known any more.
  func forget() {
    intake?.cancel()
    intake = nil
    driver = PageDriver(fetch: fetch)
    numbers = [:]
    state = PagingState(pageSize: pageSize)
    (errors, activity, headReadAt, headPage, isNewestFirst) = ([:], HourlyTally(), nil, nil, true)
    changes.tell(SignInListChange(isRearranged: true, isForgotten: true))
  }

  /// A call for the head that waits with a lower priority gives way to one that somebody looks for.
  private func hastenHead(_ urgency: RequestPriority) {
    guard let question = state.inFlight[1], headPriority < urgency, state.headTotal == nil || state.isRefreshing
    else { return }
    withdraw([question])
  }

  /// Takes back what was not sent.
  private func withdraw(_ questions: [PageQuestion]) {
    for question in questions where driver.withdraw(question) {
      numbers[question] = nil
      state.giveUp(question)
    }
  }

  private func askForMore() {
    let windows = viewers.windows
    guard !windows.isEmpty else { return }
    withdraw(state.superfluous(for: windows))
    for planned in state.plan(for: windows) {
      let call = state.call(planned)
      numbers[call.question] = table.nextCall()
      callCount += 1
      if planned.page == 1 { headPriority = planned.priority }
      driver.ask(call)
    }
    if !driver.isIdle, intake == nil { startIntake() }
  }

  private func startIntake() {
    intake = Task { [weak self, driver] in
      while let answer = await driver.next() { self?.take(answer) }
    }
  }

  // MARK: Answers

  private func take(_ answer: PageDriver.Answer) {
    let question = answer.call.question
    let number = numbers.removeValue(forKey: question) ?? 0
    var change = SignInListChange()
    switch answer.result {
    case .success(let page):
      if state.isAsked(question) { errors[question.page] = nil }
      change = takeIn(page, for: question, number: number)
    case .failure(let error) where error.reason == .cancelled:
      state.giveUp(question)
    case .failure(let error):
      if state.isAsked(question) { errors[question.page] = error }
      state.fail(question)
    }
    askForMore()
    changes.tell(change)
  }

  /// An answer to a question that is no longer asked, since the list is read anew, is kept in the table alone.
  private func takeIn(_ page: Page<SignIn>, for question: PageQuestion, number: Int) -> SignInListChange {
    let isAsked = state.isAsked(question)
    let taken = table.take(page.items, call: number)
    let rows = taken.rows
    if isAsked {
      for (row, signIn) in zip(rows, page.items) where !state.contains(row) { activity.count(signIn.loginTime) }
    }
    let arrangement = state.arrangement
    state.accept(PageAnswer(rows: rows, page, asked: state.pageSize), to: question)
    if isAsked {
      if question.page == 1 {
        headReadAt = table.now()
        headPage = HeadPage(
          call: number, times: rows.map(table.time), total: page.totalCount, unreadable: page.unreadable.count)
      }
      checkOrder(of: rows)
    }
    table.pageTaken()
    let changed = Dictionary(uniqueKeysWithValues: taken.changed.map { (fleetRow($0), $1) })
    if !changed.isEmpty { table.changes.tell((changed, self)) }
    return SignInListChange(
      rows: rows.map(fleetRow), changed: changed, isRearranged: state.arrangement != arrangement)
  }

  /// Looks at the rows of a page and at their neighbours.
  private func checkOrder(of rows: [RowNumber]) {
    guard isNewestFirst else { return }
    var order = NewestFirst()
    let above = rows.first.flatMap(state.position(of:)).flatMap { state.row(at: $0 - 1) }
    let below = rows.last.flatMap(state.position(of:)).flatMap { state.row(at: $0 + 1) }
    order.see([above].compactMap(\.self).map(table.time))
    order.see(rows.lazy.map(table.time))
    order.see([below].compactMap(\.self).map(table.time))
    isNewestFirst = order.holds
  }

  /// Rows have changed in the table by what another list read.
  private func tableChanged(_ rows: [FleetRow: SignIn], by list: PagedSignIns) {
    guard list !== self else { return }
    let own = rows.filter { state.contains($0.key.row) }
    if !own.isEmpty { changes.tell(SignInListChange(rows: Array(own.keys), changed: own)) }
  }
}
