import Elements
import SignInAnalysis

/// One of a tenant's lists of sign-ins, read page by page as it is looked at.
///
/// It carries out what `PagingState` plans, and tells what each answer brought. Its rows are those of its tenant's
/// table, which it shares with the tenant's other list. It outlives the screens that show it: whoever leaves takes
/// the waiting calls back, never the rows.
@MainActor
public final class PagedSignIns {
  public let scope: SignInScope
  private(set) var state: PagingState
  /// Why pages could not be read, by page number; only those that `state` counts as failed.
  private var errors: [Int: ElementsError] = [:]
  private var window = PagingWindow(visible: 0..<0, ahead: 0..<0)
  private var calls: [PageQuestion: Task<Void, Never>] = [:]
  private var order = HeadOrder()
  /// The sign-ins that were read, by the hour.
  public private(set) var activity = HourlyTally()
  /// Called after each answer, with what it changed.
  public var onChange: @MainActor (SignInListChange) -> Void = { _ in }
  private unowned let store: TenantStore
  private let fetch: Fetch

  typealias Fetch = @Sendable (PageRequest, RequestPriority) async throws(ElementsError) -> Page<SignIn>

  init(scope: SignInScope, of store: TenantStore, pageSize: Int = PageRequest.largestSize, fetch: @escaping Fetch) {
    self.scope = scope
    self.store = store
    self.fetch = fetch
    state = PagingState(pageSize: pageSize)
  }

  // MARK: What there is

  /// Rows of the list as it was when its head was read, loaded or not.
  public var length: Int { state.length }
  public var loadedCount: Int { state.loadedCount }
  /// Pages that could not be read.
  public var failedPages: Int { state.failures.count }
  /// The list's head was read.
  public var isBegun: Bool { state.headTotal != nil }
  var isBusy: Bool { !calls.isEmpty }

  public var coverage: SignInCoverage { SignInCoverage(state, error: headError) }

  /// The row at a place; nil where it is not loaded.
  public func row(at place: Int) -> RowNumber? { state.row(at: place) }

  /// Where a row stands; nil where it is not part of the list.
  public func place(of row: RowNumber) -> Int? { state.position(of: row) }

  /// Whether the row at this place may not be the neighbour of the one above it.
  public func isSeam(above place: Int) -> Bool { state.isSeam(above: place) }

  /// The loaded rows from the head down.
  public var loadedRows: [RowNumber] { state.loadedRows }

  /// The first place from the head down that is neither loaded nor failed; nil where there is none.
  public var firstUnreadPlace: Int? { state.firstUnreadPlace }

  public func signIn(of row: RowNumber) -> SignIn { store.table[row] }

  /// All that was read of the tenant, as it is now.
  public var snapshot: SignInSnapshot { store.table.snapshot() }

  /// Why the row at a place could not be loaded; nil where it can, or is.
  public func error(at place: Int) -> ElementsError? {
    state.failure(at: place).flatMap { errors[$0.page] }
  }

  /// Why nothing at all is known of the list.
  public var headError: ElementsError? {
    isBegun ? nil : errors[1]
  }

  /// Whether everything read from the head on came newest first and has gone past a time.
  public func hasPassed(_ since: Timestamp) -> Bool {
    guard order.holds, let head = state.fragments.first, head.start == 0, let last = state.runs.last(of: head.run),
      let time = store.table[last].loginTime
    else { return false }
    return time < since
  }

  // MARK: What to read

  /// Says what is on the screen, so that it gets loaded.
  public func show(_ window: PagingWindow) {
    self.window = window
    askForMore()
  }

  /// Reads the head and what is on the screen anew, and tries again what failed. Nothing is asked twice while the
  /// head is being read.
  public func refresh() {
    guard !state.isRefreshing || calls.isEmpty else { return }
    withdrawCalls()
    errors = [:]
    state.refresh(visible: window.visible)
    askForMore()
  }

  /// Nobody looks any more: nothing further is asked for until something is shown again.
  public func leave() {
    window = PagingWindow(visible: 0..<0, ahead: 0..<0)
    withdrawCalls()
  }

  private func withdrawCalls() {
    for (question, call) in calls {
      call.cancel()
      state.giveUp(question)
    }
    calls = [:]
  }

  private func askForMore() {
    for question in state.superfluous(for: window) {
      calls.removeValue(forKey: question)?.cancel()
      state.giveUp(question)
    }
    for planned in state.plan(for: window) { ask(planned) }
  }

  private func ask(_ planned: PlannedPage) {
    let question = state.nextQuestion(page: planned.page, from: planned.from)
    let request = PageRequest(index: planned.page, size: state.pageSize)
    let number = store.nextCall()
    let fetch = fetch
    calls[question] = Task { [weak self] in
      let result: Result<Page<SignIn>, ElementsError>
      do throws(ElementsError) {
        result = .success(try await fetch(request, planned.priority))
      } catch {
        result = .failure(error)
      }
      self?.take(result, for: question, number: number)
    }
  }

  private func take(_ result: Result<Page<SignIn>, ElementsError>, for question: PageQuestion, number: Int) {
    // An answer to a question that is no longer asked changes nothing.
    guard calls.removeValue(forKey: question) != nil else { return }
    var change = SignInListChange()
    switch result {
    case .success(let page):
      errors[question.page] = nil
      change = takeIn(page, for: question, number: number)
    case .failure(let error) where error.reason == .cancelled:
      state.giveUp(question)
    case .failure(let error):
      errors[question.page] = error
      state.fail(question)
    }
    askForMore()
    onChange(change)
  }

  private func takeIn(_ page: Page<SignIn>, for question: PageQuestion, number: Int) -> SignInListChange {
    let taken = store.take(page.items, call: number)
    let rows = taken.rows
    for (row, signIn) in zip(rows, page.items) where !state.contains(row) { activity.count(signIn.loginTime) }
    let arrangement = state.arrangement
    state.accept(PageAnswer(rows: rows, page, asked: state.pageSize), to: question)
    order.check(rows, in: state) { store.table[$0].loginTime }
    store.tellOthers(than: self, changed: taken.changed)
    return SignInListChange(rows: rows, isRearranged: state.arrangement != arrangement)
  }

  /// Rows of the list have changed in the table.
  func rowsChanged(_ rows: [RowNumber]) {
    let own = rows.filter(state.contains)
    if !own.isEmpty { onChange(SignInListChange(rows: own)) }
  }
}

/// What an answer changed in a list.
public struct SignInListChange: Sendable {
  /// Rows of the answer, which may be new, known, or changed.
  public var rows: [RowNumber] = []
  /// Rows have gone from the list, or stand in another order: places that were known mean nothing any more.
  public var isRearranged = false

  public init(rows: [RowNumber] = [], isRearranged: Bool = false) {
    self.rows = rows
    self.isRearranged = isRearranged
  }
}

/// Whether the rows from a list's head on are newest first, learned from the rows of each page and their neighbours.
struct HeadOrder: Sendable {
  private(set) var holds = true

  mutating func check(_ rows: [RowNumber], in state: PagingState, time: (RowNumber) -> Timestamp?) {
    guard holds, let head = state.fragments.first else { return }
    for row in rows {
      guard let place = state.position(of: row), place < head.end, let own = time(row) else { continue }
      if place > 0, let above = state.row(at: place - 1).flatMap(time), above < own { holds = false }
      if let below = state.row(at: place + 1).flatMap(time), place + 1 < head.end, below > own { holds = false }
    }
  }
}
