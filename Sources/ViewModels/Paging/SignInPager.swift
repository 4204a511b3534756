import Elements
import SignInAnalysis

/// One of a tenant's sign-in lists, read page by page as it is looked at.
///
/// The face of the paging: it carries out what `PagingState` plans, and tells when something is newly known.
@MainActor
public final class SignInPager {
  public typealias Fetch = @Sendable (PageRequest, RequestPriority) async throws(ElementsError) -> Page<SignIn>

  private(set) var state: PagingState
  /// Why pages could not be read, by page number; only those that `state` counts as failed.
  private var errors: [Int: ElementsError] = [:]
  private var table: SignInTable
  private var window = PagingWindow(visible: 0..<0, ahead: 0..<0)
  private var calls: [PageQuestion: Task<Void, Never>] = [:]
  /// The sign-ins that were read, by the hour.
  private(set) var activity = HourlyTally()
  /// Called after each answer, with the rows that it held.
  var onChange: @MainActor ([RowNumber]) -> Void = { _ in }
  private let fetch: Fetch

  init(pageSize: Int = PageRequest.largestSize, fetch: @escaping Fetch) {
    state = PagingState(pageSize: pageSize)
    table = SignInTable()
    self.fetch = fetch
  }

  /// The sign-in at a place of the view; nil where it is not loaded.
  func signIn(at place: Int) -> SignIn? {
    state.row(at: place).map { table[$0] }
  }

  func signIn(of row: RowNumber) -> SignIn {
    table[row]
  }

  /// All that was read of the list, as it is now.
  var snapshot: SignInSnapshot { table.snapshot() }

  /// Why the row at a place could not be loaded; nil where it can, or is.
  func error(at place: Int) -> ElementsError? {
    state.failure(at: place).flatMap { errors[$0.page] }
  }

  /// Why nothing at all is known of the list.
  var headError: ElementsError? {
    state.headTotal == nil ? errors[1] : nil
  }

  var isBusy: Bool { !calls.isEmpty }

  /// Says what is on the screen, so that it gets loaded.
  func show(_ window: PagingWindow) {
    self.window = window
    askForMore()
  }

  /// Reads the head and what is on the screen anew, and tries again what failed.
  func refresh() {
    cancelCalls()
    errors = [:]
    state.refresh(visible: window.visible)
    askForMore()
  }

  /// Ends all calls. Nothing more is asked for until something is shown again.
  func cancelCalls() {
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
    let fetch = fetch
    calls[question] = Task { [weak self] in
      let result: Result<Page<SignIn>, ElementsError>
      do throws(ElementsError) {
        result = .success(try await fetch(request, planned.priority))
      } catch {
        result = .failure(error)
      }
      self?.take(result, for: question)
    }
  }

  private func take(_ result: Result<Page<SignIn>, ElementsError>, for question: PageQuestion) {
    // An answer to a question that is no longer asked changes nothing.
    guard calls.removeValue(forKey: question) != nil else { return }
    var rows: [RowNumber] = []
    switch result {
    case .success(let page):
      errors[question.page] = nil
      let answer = answer(page)
      rows = answer.rows
      state.accept(answer, to: question)
    case .failure(let error) where error.reason == .cancelled:
      state.giveUp(question)
    case .failure(let error):
      errors[question.page] = error
      state.fail(question)
    }
    askForMore()
    onChange(rows)
  }

  private func answer(_ page: Page<SignIn>) -> PageAnswer {
    let known = table.count
    let rows = table.insert(contentsOf: page.items)
    for (row, signIn) in zip(rows, page.items) where Int(row) >= known { activity.count(signIn.loginTime) }
    return PageAnswer(rows: rows, page, asked: state.pageSize)
  }
}
