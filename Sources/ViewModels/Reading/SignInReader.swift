import Elements
import SignInAnalysis

/// One of a tenant's sign-in lists, read from its head down, each row once.
///
/// ```swift
/// var reader = SignInReader(of: tenant, .risky, client: client)
/// while let rows = try await reader.next() { print(rows.count, reader.coverage) }
/// ```
///
/// What is read is the list as it was when its first page was. Sign-ins that arrive meanwhile shift the pages; they are neither handed out nor do they
/// hide or repeat a row: `PagingState` decides which pages to ask for and which rows are proven to follow one another. What stays unproven
/// is handed out too, and counted in `coverage`. A page is asked for no sooner than the rows before it were wanted, and rows that were handed out are forgotten but for their ids.
public struct SignInReader: AsyncIteratorProtocol {
  public private(set) var coverage = ReadingCoverage()
  private let call: ElementsCall
  private var state: PagingState
  private var numbers = RowNumbers()
  /// Sign-ins that were read and not yet handed out.
  private var waiting: [RowNumber: SignIn] = [:]
  /// By row number.
  private var isDelivered: [Bool] = []
  private var unreadable = UnreadableRows()
  private var errors: [Int: ElementsError] = [:]
  private let limit: Int
  private let pagesAhead: Int
  private let calls: PageCalls
  private var gap = ReadingGap()
  private var isOver = false

  /// - Parameters:
  ///   - limit: the most rows to hand out; no page is asked for that they do not need.
  ///   - pagesAhead: how many pages may be under way at once, in 1...4.
  ///   - pageSize: rows a page to ask for, in 1...100; the server may give fewer.
  public init(
    of tenant: TenantReference, _ scope: SignInScope = .all, client: ElementsClient, limit: Int? = nil,
    pagesAhead: Int = 4, pageSize: Int = PageRequest.largestSize
  ) {
    call = .signIns(tenant, scope, page: 1)
    self.limit = limit ?? .max
    self.pagesAhead = min(max(1, pagesAhead), PagingState.mostInFlight)
    state = PagingState(pageSize: min(max(1, pageSize), PageRequest.largestSize))
    calls = PageCalls { request, priority throws(ElementsError) in
      try await client.signIns(tenant, request, scope, priority)
    }
  }

  /// Asks for the first page and waits for nothing, so that many lists can be begun at once.
  public mutating func begin() {
    guard state.headTotal == nil, calls.isIdle, limit > 0, !isOver else { return }
    ask(from: 0)
  }

  /// The next rows of the list, at least one; nil at its end, or when as many were handed out as were asked for.
  ///
  /// Throws the error of a page that could not be read, once everything above it was handed out, and `cancelled` when its task was.
  /// After that it gives nil.
  public mutating func next() async throws(ElementsError) -> [SignIn]? {
    while !isOver, coverage.delivered < limit {
      let frontier = state.frontier { isDelivered[Int($0)] }
      switch frontier {
      case .proven(let rows): return deliver(rows)
      case .end: return finish()
      case .unproven(_, let place), .gap(let place, _, _):
        if !gap.isHopeless { ask(from: place + gap.skipped) }
        if calls.isIdle {
          if let rows = try goOn(at: frontier) { return rows }
        } else {
          guard let answer = await calls.next() else { throw fail(ElementsError(call: call, reason: .cancelled)) }
          try take(answer)
        }
      }
    }
    return finish()
  }

  private mutating func ask(from place: Int) {
    let wanted = min(pagesAhead * state.pageSize, limit - coverage.delivered)
    let window = PagingWindow(visible: place..<place + wanted, ahead: place..<place)
    for planned in state.plan(for: window) {
      let request = PageRequest(index: planned.page, size: state.pageSize)
      calls.ask(state.nextQuestion(page: planned.page), request, planned.priority)
    }
  }

  // MARK: Answers

  private mutating func take(_ answer: PageCalls.Answer) throws(ElementsError) {
    switch answer.result {
    case .success(let page): take(page, to: answer.question)
    case .failure(let error) where error.reason == .cancelled: throw fail(error)
    case .failure(let error):
      errors[answer.question.page] = error
      state.fail(answer.question)
    }
  }

  private mutating func take(_ page: Page<SignIn>, to question: PageQuestion) {
    let rows = page.items.map { number($0) }
    let answer = PageAnswer(rows: rows, page, asked: state.pageSize)
    state.accept(answer, to: question)
    // What is not part of the view has arrived since its head was read.
    for row in rows where !state.contains(row) { waiting[row] = nil }
    let above = (question.page - 1) * state.pageSize
    unreadable.note(page.unreadable, page: question.page, distance: answer.total - above, headTotal: state.headTotal)
    gap.note(isFruitful: rows.contains { waiting[$0] != nil }, unreadable: page)
    coverage.total = state.headTotal
    coverage.isInconsistent = state.hasInconsistency
    coverage.unreadableCount = unreadable.count
    coverage.unreadable = unreadable.first
  }

  private mutating func number(_ signIn: SignIn) -> RowNumber {
    let row = numbers.number(of: signIn.id)
    if Int(row) == isDelivered.count { isDelivered.append(false) }
    if !isDelivered[Int(row)] { waiting[row] = signIn }
    return row
  }

  // MARK: Handing out

  /// Goes on where nothing more can be learned; nil where it is to be looked at again.
  private mutating func goOn(at frontier: PagingState.Frontier) throws(ElementsError) -> [SignIn]? {
    if let page = errors.keys.min(), let error = errors[page] { throw fail(error) }
    switch frontier {
    case .unproven(let rows, _):
      coverage.unprovenSeams += 1
      return deliver(rows)
    case .gap(let place, let rows, let placeBelow):
      // A page without a row to hand out hides what is below it from a reader that asks for one page at a time.
      if rows.isEmpty, gap.skip(state.pageSize, within: placeBelow - place) { return nil }
      coverage.missing += gap.missing(of: placeBelow - place)
      if !rows.isEmpty { return deliver(rows) }
    case .proven, .end: break
    }
    isOver = true
    return nil
  }

  private mutating func deliver(_ rows: [RowNumber]) -> [SignIn] {
    let rows = rows.prefix(limit - coverage.delivered)
    let signIns = rows.compactMap { waiting.removeValue(forKey: $0) }
    for row in rows { isDelivered[Int(row)] = true }
    coverage.delivered += signIns.count
    gap.close()
    state.forget(keeping: 2 * state.pageSize) { isDelivered[Int($0)] }
    return signIns
  }

  private mutating func finish() -> [SignIn]? {
    isOver = true
    calls.cancel()
    return nil
  }

  private mutating func fail(_ error: ElementsError) -> ElementsError {
    _ = finish()
    return error
  }
}
