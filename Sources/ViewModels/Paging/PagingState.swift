import SignInAnalysis

/// What is known of a paged list that grows at its head while it is read: a pure value that decides what to ask next.
///
/// The server numbers rows from the newest, so that each arrival moves every row into another place and shifts every page. The state therefore keeps
/// fragments: runs of rows that are proven to be neighbours, because one page held them both, because their pages were read under the same total,
/// or because their pages overlap by id. Fragments are placed by their distance from the list's end, which arrivals do not change, and are joined as soon as
/// there is proof. Where two touch without proof there is a seam, which is read again while it is in view.
///
/// The *view* is the list as it was when its head was last read. Rows that arrived since are counted, not shown, until a refresh.
struct PagingState: Sendable {
  /// Rows a page: asked for, then as the server applies it.
  private(set) var pageSize: Int
  /// From top to bottom, none empty, no row in two of them.
  var fragments: [Fragment] = []
  /// Rows in the view, loaded or not.
  private(set) var length = 0
  /// Rows in the server's list by its newest answer; nil before the first.
  private(set) var latestTotal: Int?
  /// Rows in the server's list when the view's head was read; nil while it has to be read.
  private(set) var headTotal: Int?
  /// The head is to be read anew; until then the view stays as it was.
  private(set) var isRefreshing = false
  /// The view's first row.
  private(set) var headRow: RowNumber?
  /// Pages that answered with fewer rows than they announced, or in another order than before: the list can't be called complete.
  private(set) var hasInconsistency = false
  /// Sign-ins in pages that were read but could not be understood.
  var unreadableCount: Int { unreadable.values.reduce(0, +) }

  private var unreadable: [Int: Int] = [:]
  private var isPlaced: [Bool] = []
  /// Pages that answered, by the total they answered under: asking again under the same total can teach nothing.
  private(set) var answered: [Int: Int] = [:]
  var inFlight: [Int: PageQuestion] = [:]
  var failures: [PageFailure] = []
  /// Boundaries whose pages are to be read again whether or not they are known.
  var rereads: [Edge] = []
  private var questions = 0
  private var newestAnswer = 0

  init(pageSize: Int) {
    self.pageSize = pageSize
  }

  /// Rows that arrived at the head since the view's head was read.
  var arrivals: Int {
    guard let latestTotal, let headTotal else { return 0 }
    return max(0, latestTotal - headTotal)
  }

  var loadedCount: Int {
    fragments.reduce(0) { $0 + $1.rows.count }
  }

  /// Every row of the view is loaded, and proven to be all there is.
  var isComplete: Bool {
    guard headTotal != nil, !hasInconsistency else { return false }
    if length == 0 { return headTotal == 0 }
    guard let only = fragments.first, fragments.count == 1 else { return false }
    return only.start == 0 && only.rows.count == length && length == headTotal && only.bottom.fromEnd == 0
  }

  /// The row at a place of the view; nil where it is not loaded.
  func row(at position: Int) -> RowNumber? {
    guard let fragment = fragments.last(where: { $0.start <= position }), position < fragment.end else { return nil }
    return fragment.rows[position - fragment.start]
  }

  /// Where a row stands in the view; nil where it is not part of it.
  func position(of row: RowNumber) -> Int? {
    guard contains(row) else { return nil }
    for fragment in fragments {
      if let index = fragment.rows.firstIndex(of: row) { return fragment.start + index }
    }
    return nil
  }

  func contains(_ row: RowNumber) -> Bool {
    Int(row) < isPlaced.count && isPlaced[Int(row)]
  }

  /// Whether the row at this place may not be the neighbour of the one above it.
  func isSeam(above position: Int) -> Bool {
    guard let index = fragments.firstIndex(where: { $0.start == position }), index > 0 else { return false }
    return fragments[index - 1].end == position
  }

  // MARK: Changes

  /// Gives the next question its number.
  mutating func nextQuestion(page: Int) -> PageQuestion {
    questions += 1
    let question = PageQuestion(number: questions, page: page)
    inFlight[page] = question
    return question
  }

  /// Reads the head, and the rows at the given places, anew; takes up what failed. The view stays as it is until the head has been read.
  mutating func refresh(visible: Range<Int>) {
    isRefreshing = true
    failures = []
    answered = [:]
    inFlight = [:]
    let ends = [visible.lowerBound, visible.upperBound - 1]
    rereads = ends.filter { row(at: $0) != nil }.map(edge(at:))
  }

  /// Takes in an answer. One to a question that is no longer asked is dropped.
  mutating func accept(_ answer: PageAnswer, to question: PageQuestion) {
    guard inFlight[question.page] == question else { return }
    inFlight[question.page] = nil
    adopt(size: answer.size)
    failures.removeAll { $0.page == question.page }
    unreadable[question.page] = answer.unreadable
    if question.number > newestAnswer {
      newestAnswer = question.number
      latestTotal = answer.total
    }
    let first = (question.page - 1) * pageSize
    let announced = max(0, min(pageSize, answer.total - first))
    if answer.rows.count + answer.unreadable < announced { hasInconsistency = true }
    // A full page ends where the next one begins, even if it brings a row of the page before along.
    let taken = announced == pageSize ? announced : max(announced, answer.rows.count + answer.unreadable)
    let top = Edge(position: first, total: answer.total)
    // The end of the list is where the server says it is: nothing follows the last page.
    let bottom = Edge(position: first + taken, total: max(answer.total, first + taken))
    if headTotal == nil || isRefreshing, question.page == 1 { fixHead(answer) }
    if let headRow, let index = answer.rows.firstIndex(of: headRow) {
      // What grew below the head did not arrive above it.
      headTotal = answer.total - first - index
    }
    insert(Fragment(rows: unique(answer.rows), top: top, bottom: bottom))
    answered[question.page] = answer.total
    rereads = rereads.filter { page(around: $0) != question.page }
    layOut()
  }

  /// Notes that a page could not be read, and with it the places that it would have filled.
  mutating func fail(_ question: PageQuestion) {
    guard inFlight[question.page] == question else { return }
    inFlight[question.page] = nil
    if question.page == 1 { isRefreshing = false }
    let edge = Edge(position: (question.page - 1) * pageSize, total: latestTotal ?? 0)
    failures.append(PageFailure(page: question.page, edge: edge, count: pageSize))
  }

  /// Notes that a page is not asked for any longer.
  mutating func giveUp(_ question: PageQuestion) {
    if inFlight[question.page] == question { inFlight[question.page] = nil }
  }

  /// Believes the first answer about its page size, which may be smaller than what was asked. Later ones are not: some servers give the last
  /// page's row count there, and page numbers only mean something under one size.
  private mutating func adopt(size: Int) {
    if fragments.isEmpty, size > 0 { pageSize = size }
  }

  private mutating func fixHead(_ answer: PageAnswer) {
    isRefreshing = false
    headTotal = answer.total
    headRow = answer.rows.first
  }

  private func unique(_ rows: [RowNumber]) -> [RowNumber] {
    var seen = Set<RowNumber>()
    return rows.filter { seen.insert($0).inserted }
  }

  private mutating func layOut() {
    fragments.removeAll { $0.rows.isEmpty }
    var position = 0
    var boundary = headTotal
    for index in fragments.indices {
      let gap = boundary.map { max(0, $0 - fragments[index].top.fromEnd) } ?? 0
      fragments[index].start = position + gap
      position = fragments[index].end
      boundary = fragments[index].bottom.fromEnd
    }
    length = position + max(0, boundary ?? 0)
  }

  mutating func place(_ rows: some Sequence<RowNumber>) {
    for row in rows {
      while isPlaced.count <= Int(row) { isPlaced.append(false) }
      isPlaced[Int(row)] = true
    }
  }

  mutating func displace(_ rows: some Sequence<RowNumber>) {
    for row in rows where contains(row) { isPlaced[Int(row)] = false }
  }

  mutating func markInconsistent() {
    hasInconsistency = true
  }
}

/// A page that was asked for.
struct PageQuestion: Hashable, Sendable {
  /// Counts up, so that an answer finds its question and the newest answer is known.
  let number: Int
  /// Counted from 1.
  let page: Int
}

/// A page that could not be read, and the places that it would have filled.
struct PageFailure: Hashable, Sendable {
  let page: Int
  /// The boundary above the first of them.
  let edge: Edge
  let count: Int

  /// Whether the row below a boundary is one of them.
  func covers(_ boundary: Edge) -> Bool {
    (edge.fromEnd - count + 1...edge.fromEnd).contains(boundary.fromEnd)
  }
}

extension PagingState {
  /// The rows of the view that are loaded, from the head down.
  var loadedRows: [RowNumber] {
    guard fragments.count != 1 else { return fragments[0].rows }
    return fragments.flatMap(\.rows)
  }

  /// The first place from the head down that is neither loaded nor failed; nil where there is none, or nothing is known yet.
  var firstUnreadPlace: Int? {
    var place = 0
    while place < length {
      if let fragment = fragments.first(where: { $0.start <= place && place < $0.end }) {
        place = fragment.end
      } else if let failure = failure(at: place) {
        place += max(1, failure.count - (failure.edge.fromEnd - edge(at: place).fromEnd))
      } else {
        return place
      }
    }
    return nil
  }
}
