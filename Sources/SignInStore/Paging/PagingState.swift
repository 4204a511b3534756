import SignInAnalysis

/// What is known of a paged list that changes while it is read: a pure value that decides what to ask next.
///
/// **What a server may do between two answers (model P).** Rows arrive at the head or are inserted anywhere, and drop
/// from the tail. None is deleted in the middle, none is moved. Then:
///
/// - A page that was *sent after the page above it was answered*, and begins no lower than that one ended, leaves no
///   gap. Whatever was inserted has moved the rows below down, never up, so that the page begins with the next row or
///   repeats rows that are known.
/// - A page that holds rows of two runs, in the order of both, joins them: a page is one moment of the list.
/// - Nothing else is a proof. Two pages under way together, one read upwards, or equal totals say nothing about
///   neighbours: a row that arrives and one that drops leave the total as it was.
/// - A run is at the list's end when the total of its own last answer says so; without totals, when a page comes
///   short or empty.
///
/// Where a server deletes or moves rows in the middle (model D), nothing cheap proves a list whole. A total that
/// shrinks is a hint: the page above is read again then. What else differs from the total in the end is told.
///
/// The state keeps *fragments*: runs of rows that are proven to be neighbours. They are placed by their distance from
/// the list's end, which arrivals do not change; that is an estimate, never a proof. Where two meet without proof
/// there is a seam. It is shown, and the page below it is read again while it is in view, which proves it.
///
/// The *view* is the list as it was when its head was last read. Rows that arrived since are counted, not shown,
/// until a refresh.
struct PagingState: Sendable {
  /// Rows a page: asked for, then as the server applies it.
  private(set) var pageSize: Int
  /// From top to bottom, none empty.
  var fragments: [Fragment] = []
  var runs = RowRuns()
  /// Rows in the view, loaded or not.
  private(set) var length = 0
  /// Rows in the server's list by its newest answer, 0 where it does not say; nil before the first.
  private(set) var latestTotal: Int?
  /// The server says how many rows there are, and the pages do not contradict it.
  private(set) var isCounted = true
  /// The server's totals were given up because a page held more rows than they allow.
  private(set) var isTotalWrong = false
  /// What the server said last of its rows, right or wrong.
  private(set) var announcedTotal: Int?
  /// The list may go on behind the end that its total gives it: the last page was full, and rows moved while the
  /// total did not.
  private(set) var mayGoOn = false
  private var firstTotal: Int?
  /// Rows in the server's list when the view's head was read; nil while it has to be read.
  private(set) var headTotal: Int?
  /// The head is to be read anew; until then the view stays as it was.
  private(set) var isRefreshing = false
  /// The view's first row.
  private(set) var headRow: RowNumber?
  /// Pages answered with fewer rows than they announced, or in another order than before: the list can't be called
  /// complete.
  private(set) var hasInconsistency = false
  /// Rows came in another order than before.
  private(set) var hasChangingOrder = false
  /// Sign-ins in pages that were read but could not be understood.
  private(set) var unreadableCount = 0
  /// What the pages showed about changes of the list, to be compared with its totals in the end.
  var evidence = PagingEvidence()

  private var unreadable: [Int: Int] = [:]
  /// Pages that answered since the last refresh.
  private(set) var answered: [Int: PageReading] = [:]
  var inFlight: [Int: PageQuestion] = [:]
  var failures: [PageFailure] = []
  /// Boundaries whose pages are to be read again whether or not they are known.
  var rereads: [Edge] = []
  /// Rows above which others may have been deleted: their page is to be read again.
  var doubts: [RowNumber] = []
  /// How often a run was read on from its last row without coming further.
  var attempts: [RowNumber: Int] = [:]
  /// Answers in a row that brought nothing new; one without rows counts as four.
  private(set) var fruitlessAnswers = 0
  /// Rows above the view's head.
  private(set) var arrived: Set<RowNumber> = []
  /// What was read last of the head held no row that is known: more may have arrived.
  private(set) var hasMoreArrivals = false
  /// The head may have grown since it was looked at.
  private(set) var isHeadStale = false
  /// A page came again in another's place, and only arrivals could explain it.
  private(set) var needsLook = false
  /// The head was looked at for such a reason since it was read.
  private var hasLooked = false
  /// Rows that were let go of above the first fragment, by row.
  private(set) var forgotten = RowSet()
  /// Counts the answers that made rows go or stand in another order.
  private(set) var arrangement = 0
  /// Counts questions and answers.
  private(set) var clock = 0
  private var newestAnswer = 0
  /// Without totals: the position at which the list was seen to end.
  private var seenEnd: Int?

  /// The list is read once from its head down, and shown to nobody: a row may come out of its place, but none may be
  /// missing.
  private let isReadOnce: Bool

  init(pageSize: Int, isReadOnce: Bool = false) {
    self.pageSize = pageSize
    self.isReadOnce = isReadOnce
  }

  // MARK: Changes

  /// Gives the next question its number.
  mutating func nextQuestion(page: Int, from: RowNumber? = nil) -> PageQuestion {
    clock += 1
    let question = PageQuestion(number: clock, page: page, from: from)
    inFlight[page] = question
    return question
  }

  /// Reads the head, and the rows at the given places, anew; takes up what failed. The view stays as it is until the
  /// head has been read.
  mutating func refresh(visible: Range<Int>) {
    isRefreshing = true
    failures = []
    answered = [:]
    inFlight = [:]
    attempts = [:]
    doubts = []
    fruitlessAnswers = 0
    let ends = visible.isEmpty ? [] : [visible.lowerBound, visible.upperBound - 1]
    rereads = ends.filter { row(at: $0) != nil }.map(edge(at:))
  }

  /// Takes in an answer. One to a question that is no longer asked is dropped.
  mutating func accept(_ answer: PageAnswer, to question: PageQuestion) {
    guard inFlight[question.page] == question else { return }
    inFlight[question.page] = nil
    clock += 1
    failures.removeAll { $0.page == question.page }
    let fresh = answer.rows.filter { !contains($0) && !arrived.contains($0) && !forgotten.contains($0) }
    let new = fresh.count
    adoptSize(of: answer)
    believe(answer, to: question, new: new)
    noteUnreadable(answer, on: question.page)
    answered[question.page] = PageReading(total: latestTotal ?? 0, sent: question.number)
    rereads = rereads.filter { page(around: $0) != question.page }
    doubts = doubts.filter { row in doubtedPage(row).map { $0 != question.page } ?? false }
    let before = fragments.count
    let end = question.from.flatMap(position(inList:))
    if !isRepeat(answer, to: question) {
      takeIn(answer, to: question, new: fresh)
      layOut()
    }
    if new > 0 || answer.unreadable > 0 {
      fruitlessAnswers = 0
    } else if fragments.count == before, question.page > 1 {
      fruitlessAnswers += answer.rows.isEmpty ? PagingState.weightOfEmptyPage : 1
    }
    if !needsLook, let from = question.from, let end, isLast(from), position(inList: from)?.position == end.position {
      attempts[from, default: 0] += 1
    }
  }

  private func isLast(_ row: RowNumber) -> Bool {
    guard let location = runs.location(of: row) else { return false }
    return location.index == runs.count(of: location.run) - 1
  }

  private mutating func takeIn(_ answer: PageAnswer, to question: PageQuestion, new: [RowNumber]) {
    let first = (question.page - 1) * pageSize
    let total = isCounted ? answer.total ?? latestTotal ?? 0 : 0
    let announced = isCounted ? max(0, min(pageSize, total - first)) : min(pageSize, answer.filled)
    if answer.filled < announced { hasInconsistency = true }
    if !isCounted, answer.filled < pageSize { seenEnd = first + answer.filled }
    // A full page ends where the next one begins, even if it brings a row of the page before along.
    let taken = announced == pageSize ? announced : max(announced, answer.filled)
    let top = Edge(position: first, total: total, answered: clock)
    // The end of the list is where the server says it is: nothing follows the last page.
    let bottom = Edge(position: first + taken, total: isCounted ? max(total, first + taken) : 0, answered: clock)
    let isHead = question.page == 1 && (headTotal == nil || isRefreshing)
    if isHead { fixHead(answer, total: total) }
    if let headRow, let index = answer.rows.firstIndex(of: headRow) {
      // What grew below the head did not arrive above it.
      headTotal = total - first - index
    }
    let page = FreshPage(
      rows: unique(answer.rows), first: first, top: top, bottom: bottom, sent: question.number, new: new,
      unreadable: answer.unreadable)
    let fresh = isHead ? page : withoutForgotten(withoutArrivals(page, question))
    if !answer.rows.isEmpty {
      insert(fresh)
    } else if answer.unreadable > 0 {
      passUnreadable(fresh)
    } else if total <= first {
      endAbove(fresh)
    }
    if isCounted, bottom.fromEnd <= 0 {
      let isMoved = evidence.unseenInsertions > max(0, total - (firstTotal ?? total))
      mayGoOn = answer.filled >= pageSize && (answer.filled > announced || isMoved)
    }
    isHeadStale = question.page != 1 && (isHeadStale || isCounted && total > headTotal ?? total)
  }

  /// Notes that a page could not be read, and with it the places that it would have filled.
  mutating func fail(_ question: PageQuestion) {
    guard inFlight[question.page] == question else { return }
    inFlight[question.page] = nil
    if question.page == 1 { isRefreshing = false }
    let edge = Edge(position: (question.page - 1) * pageSize, total: latestTotal ?? 0)
    failures.append(PageFailure(page: question.page, edge: edge, count: pageSize))
  }

  /// Whether the answer to a question is still waited for.
  func isAsked(_ question: PageQuestion) -> Bool { inFlight[question.page] == question }

  /// Notes that a page is not asked for any longer.
  mutating func giveUp(_ question: PageQuestion) {
    if inFlight[question.page] == question { inFlight[question.page] = nil }
  }

  mutating func markChangingOrder() {
    hasInconsistency = true
    hasChangingOrder = true
  }

  mutating func markRearranged() {
    arrangement += 1
  }

  mutating func markHeadStale() {
    isHeadStale = true
  }

  // MARK: What the server says about itself

  /// Believes the first answer about its page size, which may be smaller than what was asked. Later ones are not:
  /// some servers give the last page's row count there, and page numbers only mean something under one size.
  private mutating func adoptSize(of answer: PageAnswer) {
    guard fragments.isEmpty, answer.size > 0 else { return }
    pageSize = answer.size
    // A server that says nothing about itself may give fewer than were asked for; 50 is the smallest full page documented.
    if answer.total == nil, answer.filled >= PagingState.smallestFullPage { pageSize = min(pageSize, answer.filled) }
  }

  private static let smallestFullPage = 50

  /// Believes the total of the newest question that was answered, unless the page holds more rows than it allows.
  private mutating func believe(_ answer: PageAnswer, to question: PageQuestion, new: Int) {
    announcedTotal = answer.total ?? announcedTotal
    guard isCounted else { return }
    guard let total = answer.total else {
      if latestTotal == nil { stopCounting() }
      return
    }
    guard new <= max(0, total - (question.page - 1) * pageSize) else {
      isTotalWrong = true
      return stopCounting()
    }
    guard question.number > newestAnswer else { return }
    newestAnswer = question.number
    evidence.note(total: total, after: latestTotal)
    latestTotal = total
    firstTotal = firstTotal ?? total
  }

  /// From now on distances are those from the list's head.
  private mutating func stopCounting() {
    isCounted = false
    latestTotal = 0
    if headTotal != nil { headTotal = 0 }
    func plain(_ edge: Edge) -> Edge { Edge(position: edge.position, total: 0, answered: edge.answered) }
    for index in fragments.indices {
      fragments[index].top = plain(fragments[index].top)
      fragments[index].bottom = plain(fragments[index].bottom)
    }
    rereads = rereads.map(plain)
    failures = failures.map { PageFailure(page: $0.page, edge: plain($0.edge), count: $0.count) }
    answered = answered.mapValues { PageReading(total: 0, sent: $0.sent) }
  }

  private mutating func noteUnreadable(_ answer: PageAnswer, on page: Int) {
    unreadableCount += answer.unreadable - (unreadable[page] ?? 0)
    unreadable[page] = answer.unreadable > 0 ? answer.unreadable : nil
  }

  /// Whether a page is another page again: it holds nothing new, and stands where only as many arrivals as it has
  /// rows could have pushed it.
  private mutating func isRepeat(_ answer: PageAnswer, to question: PageQuestion) -> Bool {
    guard question.page > 1, pageSize >= PagingState.smallestTellingPage, let first = answer.rows.first,
      answer.rows.allSatisfy(contains),
      let known = position(inList: first)
    else { return false }
    let shift = (question.page - 1) * pageSize - known.position
    // Some servers say which page they gave.
    let isSaid = answer.index ?? question.page != question.page
    guard shift >= pageSize || shift != 0 && isSaid else { return false }
    let growth = isCounted ? max(answer.total ?? 0, latestTotal ?? 0) - known.total : 0
    guard growth < shift, arrived.count < min(shift, pageSize) || isSaid else { return false }
    if isSaid || hasLooked || needsLook {
      evidence.repeats += 1
      hasInconsistency = true
    } else {
      // The head shows whether so many have arrived; after that the page is asked for once more.
      needsLook = true
      answered[question.page] = nil
    }
    return true
  }

  /// Pages of fewer rows are pushed out of place by ordinary arrivals.
  private static let smallestTellingPage = 10

  // MARK: The view

  private mutating func fixHead(_ answer: PageAnswer, total: Int) {
    isRefreshing = false
    headTotal = total
    headRow = answer.rows.first
    arrived = []
    hasMoreArrivals = false
    isHeadStale = false
    hasLooked = false
  }

  /// The rows of the page that belong to the view: those that arrived above its head wait for a refresh.
  private mutating func withoutArrivals(_ page: FreshPage, _ question: PageQuestion) -> FreshPage {
    guard let headTotal else { return page }
    let known = headRow.flatMap { page.rows.firstIndex(of: $0) }
    let firstPlaced = page.rows.firstIndex(where: contains)
    if question.page == 1 {
      needsLook = false
      hasLooked = true
      hasMoreArrivals = known == nil && firstPlaced == nil && !page.rows.isEmpty
      let count = known ?? firstPlaced ?? page.rows.count
      arrived.formUnion(page.rows[..<count])
      return page.without(first: count)
    }
    let estimate = min(max(0, page.top.fromEnd - headTotal), page.rows.count)
    let count = known ?? min(estimate, firstPlaced ?? page.rows.count)
    guard firstPlaced == nil, count > 0, let from = question.from else { return page.without(first: count) }
    // By its total the page stands above the run that it should continue. That is no proof: once the page was read that should hold the
    // run's last row, a reader takes this one as it is. In a view it would push rows in under the cursor.
    return isReadOnce && isHintUsed(from) ? page : page.without(first: page.rows.count)
  }

  /// Whether the page was read that should hold a run's last row, by how the total has changed.
  private func isHintUsed(_ last: RowNumber) -> Bool {
    guard let location = runs.location(of: last), let index = fragmentIndex(of: location.run) else { return false }
    return isAnswered(hintedPage(of: fragments[index]), since: fragments[index].bottom)
  }

  /// The rows of the page that stand below those that were let go of.
  private func withoutForgotten(_ page: FreshPage) -> FreshPage {
    guard !forgotten.isEmpty, let last = page.rows.lastIndex(where: forgotten.contains) else { return page }
    return page.without(first: last + 1)
  }

  mutating func forget(_ rows: [RowNumber]) {
    forgotten.formUnion(rows)
  }

  private func unique(_ rows: [RowNumber]) -> [RowNumber] {
    // New rows are numbered in the order in which they come.
    if zip(rows, rows.dropFirst()).allSatisfy({ $0 < $1 }) { return rows }
    var seen = Set<RowNumber>()
    return rows.filter { seen.insert($0).inserted }
  }

  private mutating func layOut() {
    var position = 0
    var boundary = headTotal
    for index in fragments.indices {
      let gap = boundary.map { max(0, $0 - fragments[index].top.fromEnd) } ?? 0
      fragments[index].count = runs.count(of: fragments[index].run)
      fragments[index].start = position + gap
      position = fragments[index].end
      boundary = fragments[index].bottom.fromEnd
    }
    length = position + max(0, unreadBelow(fragments.last?.bottom, boundary: boundary))
  }

  /// Rows that may follow below a boundary.
  private func unreadBelow(_ bottom: Edge?, boundary: Int?) -> Int {
    guard !isCounted else { return boundary ?? 0 }
    return (seenEnd ?? (bottom?.position ?? 0) + pageSize) - (bottom?.position ?? 0)
  }

  /// Whether a boundary is the list's end, by the answer that it is known from.
  func isEnd(_ edge: Edge) -> Bool {
    isCounted ? edge.fromEnd <= 0 : seenEnd.map { edge.position >= $0 } ?? false
  }
}
