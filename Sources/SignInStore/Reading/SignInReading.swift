import Elements
import SignInAnalysis

/// The decisions of a `SignInReader`: a pure value that says which pages to ask for, takes answers, and hands rows out.
struct SignInReading: Sendable {
  enum Step: Sendable {
    case rows([SignIn])
    /// Nothing can be handed out before another answer: `takeCalls` says what to ask, unless calls are under way.
    case wait
    /// A page could not be read, and everything above it was handed out.
    case failed(ElementsError)
    case over
  }

  private(set) var coverage = ReadingCoverage()
  private var state: PagingState
  private var numbers = IDIndex()
  /// Sign-ins that were read and not yet handed out.
  private var waiting = WaitingSignIns()
  /// By row number.
  private var isDelivered: [Bool] = []
  private var unreadable = UnreadableRows()
  private var errors: [Int: ElementsError] = [:]
  private let limit: Int
  private let chains: Int
  /// Calls that `takeCalls` gives next.
  private var planned: [PageCall] = []
  private var asked = 0
  private var unprovenSeams = 0
  private var isOver = false

  init(limit: Int?, chains: Int, pageSize: Int) {
    self.limit = limit ?? .max
    // With a limit nobody knows whether rows further down are wanted.
    self.chains = limit == nil ? max(1, chains) : 1
    state = PagingState(pageSize: min(max(1, pageSize), PageRequest.largestSize), isReadOnce: true)
  }

  var hasBegun: Bool { asked > 0 || limit == 0 || isOver }

  mutating func step() -> Step {
    while !isOver, coverage.delivered < limit {
      let frontier = state.frontier { isDelivered[Int($0)] }
      if case .proven(let rows, let isLate) = frontier { return .rows(deliver(rows, isLate: isLate)) }
      plan()
      guard state.inFlight.isEmpty else { return .wait }
      if let step = goOn(at: frontier) { return step }
    }
    end()
    return .over
  }

  /// The calls to send now.
  mutating func takeCalls() -> [PageCall] {
    if !hasBegun { plan() }
    defer { planned = [] }
    return planned
  }

  mutating func end() {
    isOver = true
  }

  private mutating func plan() {
    for open in state.planReading(chains: chains) where asked < mostCalls {
      asked += 1
      planned.append(state.call(PlannedPage(page: open.page, priority: .onScreen, from: open.from)))
    }
  }

  private var mostCalls: Int {
    let rows = max(coverage.total ?? 0, coverage.scanned)
    return 2 * ((rows + state.pageSize - 1) / state.pageSize) + 50
  }

  // MARK: Answers

  mutating func take(_ result: Result<Page<SignIn>, ElementsError>, to question: PageQuestion) {
    switch result {
    case .success(let page): take(page, to: question)
    case .failure(let error):
      errors[question.page] = error
      state.fail(question)
    }
  }

  private mutating func take(_ page: Page<SignIn>, to question: PageQuestion) {
    let rows = page.items.map { number($0) }
    let answer = PageAnswer(rows: rows, page, asked: state.pageSize)
    state.accept(answer, to: question)
    // What is not part of the view has arrived since its head was read.
    for row in rows where !state.contains(row) { _ = waiting.take(row) }
    let distance = (state.latestTotal ?? 0) - (question.page - 1) * state.pageSize
    unreadable.note(
      page.unreadable, page: question.page, distance: distance, headTotal: state.isCounted ? state.headTotal : nil)
    if coverage.total == nil { coverage.total = answer.total }
    coverage.unreadableCount = unreadable.count
    coverage.unreadable = unreadable.first
  }

  private mutating func number(_ signIn: SignIn) -> RowNumber {
    let row = numbers.number(of: signIn.id).number
    if Int(row) == isDelivered.count { isDelivered.append(false) }
    if !isDelivered[Int(row)] { waiting.put(signIn, at: row) }
    return row
  }

  // MARK: Handing out

  /// Goes on where nothing more can be learned; nil at the end.
  private mutating func goOn(at frontier: PagingState.Frontier) -> Step? {
    if let error = errors.min(by: { $0.key < $1.key })?.value {
      end()
      return .failed(error)
    }
    if frontier != .end {
      let rows = state.rowsBelow { isDelivered[Int($0)] }
      if !rows.isEmpty {
        unprovenSeams += 1
        return .rows(deliver(rows, isLate: false))
      }
    }
    judge(reachesEnd: frontier == .end)
    end()
    return nil
  }

  private mutating func deliver(_ rows: [RowNumber], isLate: Bool) -> [SignIn] {
    let rows = rows.prefix(limit - coverage.delivered)
    var signIns: [SignIn] = []
    signIns.reserveCapacity(rows.count)
    for row in rows { if let signIn = waiting.take(row) { signIns.append(signIn) } }
    for row in rows { isDelivered[Int(row)] = true }
    coverage.delivered += signIns.count
    if isLate { coverage.late += signIns.count }
    state.forget(keeping: 2 * state.pageSize) { isDelivered[Int($0)] }
    return signIns
  }

  /// Compares what came with what the server counts, once nothing more is to be had.
  private mutating func judge(reachesEnd: Bool) {
    let evidence = state.evidence
    if unprovenSeams > 0 { coverage.doubts.insert(.unprovenSeams(unprovenSeams)) }
    if evidence.repeats > 0 { coverage.doubts.insert(.repeatedPages(evidence.repeats)) }
    if state.hasChangingOrder { coverage.doubts.insert(.changingOrder) }
    if asked >= mostCalls { coverage.doubts.insert(.givenUp(calls: asked)) }
    compare(with: state.finalTotal)
    // Where rows are missing, that says it.
    if !reachesEnd, coverage.missing == 0 { coverage.doubts.insert(.unknownEnd) }
  }

  private mutating func compare(with total: Int?) {
    guard let total else { return }
    let evidence = state.evidence
    let came = numbers.count + unreadable.count
    let explained = evidence.unseenInsertions
    if total - came > explained {
      coverage.doubts.insert(.missing(total - came - explained, of: total))
    } else if came - total > explained + evidence.shrunkBy {
      coverage.doubts.insert(.surplus(came: came, counted: total))
    }
  }
}
