import Testing

@testable import SignInStore

@Suite struct PagingStateTests {
  @Test func `Opening a long list asks for its first page alone`() {
    var reader = Reader(server: PagedServer(count: 120_000), pageSize: 100)
    reader.settle()
    #expect(reader.askedPages == [1])
    #expect(reader.state.length == 120_000)
    #expect(reader.loadedRows == Array(reader.server.rows.prefix(100)))
  }

  @Test func `The last page is loaded without those between`() {
    var reader = Reader(server: PagedServer(count: 120_037), pageSize: 100)
    reader.settle()
    reader.look(at: 120_027)
    reader.settle()
    #expect(reader.visibleRows == reader.server.rows.suffix(10).map { $0 })
    #expect(reader.askedPages == [1, 1201])
  }

  @Test func `A screen ahead in the direction of travel is asked for before it is reached`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    reader.settle()
    reader.look(at: 85)
    #expect(reader.askedPages == [1, 2])
    reader.settle()
    reader.look(at: 500, down: false)
    reader.settle()
    #expect(
      reader.askedPages == [1, 2, 6, 5, 6], "the page below is read again, to prove that nothing is missing between")
  }

  @Test func `Of a stretch one page is asked for at a time, for only a page sent later is proven to follow`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 5)
    reader.settle()
    reader.look(at: 200, height: 20)
    for page in 41...44 {
      #expect(reader.asked.map(\.page) == [page])
      reader.answer()
    }
    #expect((200..<220).allSatisfy { reader.state.row(at: $0) != nil && !reader.state.isSeam(above: $0) })
  }

  @Test func `Pages that are wanted no longer make room for those that are`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 5)
    reader.settle()
    reader.look(at: 200, height: 40)
    reader.look(at: 700, height: 10)
    #expect(reader.asked.map(\.page).contains(141))
    reader.settle()
    #expect(reader.visibleRows == Array(reader.server.rows[700..<710]))
  }

  @Test func `The server's smaller page size is believed`() {
    var reader = Reader(server: PagedServer(count: 500, largestPage: 30), pageSize: 100)
    reader.settle()
    reader.look(at: 95)
    reader.settle()
    #expect(reader.visibleRows == Array(reader.server.rows[95..<105]))
    #expect(reader.askedPages == [1, 4])
  }

  @Test func `A page that brings the last row of the page before along is followed by the next without a seam`() {
    var state = PagingState(pageSize: 3)
    for (page, rows) in [(1, 0...2), (2, 2...5), (3, 6...7)] {
      let answer = PageAnswer(rows: rows.map { UInt32($0) }, unreadable: 0, size: 3, total: 8)
      state.accept(answer, to: state.nextQuestion(page: page))
    }
    #expect(state.loadedRows == Array(0...7))
    #expect(state.isComplete)
  }

  @Test func `Arrivals are counted, not shown, and the page that they shifted joins by its overlap`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    reader.settle()
    let before = reader.visibleRows
    reader.server.arrive(12)
    reader.look(at: 95)
    reader.settle()
    #expect(reader.state.arrivals == 12)
    #expect(reader.state.length == 1_000)
    #expect(reader.visibleRows == Array(reader.server.rows[107..<117]))
    reader.look(at: 0)
    #expect(reader.visibleRows == before)
    #expect((0..<200).allSatisfy { !reader.state.isSeam(above: $0) })
  }

  @Test
  func `More arrivals than the head shows are told as at least so many, and the rows in view are found below them`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    reader.settle()
    reader.server.arrive(250)
    reader.look(at: 95)
    reader.settle()
    #expect(reader.visibleRows == Array(reader.server.rows[345..<355]))
    #expect(reader.state.arrivals == 100 && reader.state.hasMoreArrivals)
  }

  @Test func `A refresh shows the arrivals above the rows that were there`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    reader.settle()
    reader.server.arrive(12)
    reader.refresh()
    #expect(reader.state.length == 1_000, "the view stays until the head was read")
    reader.settle()
    #expect(reader.state.arrivals == 0)
    #expect(reader.state.length == 1_012)
    #expect(reader.loadedRows == Array(reader.server.rows.prefix(112)))
  }

  @Test func `A refresh reads anew what is on the screen`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    reader.settle()
    reader.look(at: 505)
    reader.settle()
    reader.refresh()
    reader.settle()
    #expect(reader.askedPages == [1, 6, 1, 6])
  }

  @Test func `Reading upwards across arrivals leaves a seam until it is proven`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    reader.settle()
    reader.look(at: 500)
    reader.settle()
    // Nobody knows of these when the page above is asked for: it ends where the known page begins, and yet rows are missing between them.
    reader.server.arrive(7)
    reader.look(at: 495, down: false)
    reader.answer()
    reader.settle()
    #expect(reader.visibleRows == Array(reader.server.rows[502..<512]))
    #expect(!reader.state.isSeam(above: 500))
  }

  @Test func `A list that grows below its head is joined again and announces nothing`() {
    var reader = Reader(server: PagedServer(count: 250), pageSize: 100)
    reader.settle()
    reader.server.insertInTheMiddle(at: 200)
    reader.look(at: 95)
    reader.settle()
    #expect(!reader.state.isSeam(above: 100))
    #expect(reader.state.arrivals == 0)
    #expect(reader.visibleRows == Array(reader.server.rows[95..<105]))
  }

  @Test func `Pages that were under way together meet in a seam, until the lower one is read again`() throws {
    var state = PagingState(pageSize: 10)
    func answer(_ first: UInt32) -> PageAnswer {
      PageAnswer(rows: Array(first..<first + 10), unreadable: 0, size: 10, total: 40)
    }
    let (upper, lower) = (state.nextQuestion(page: 1), state.nextQuestion(page: 2))
    state.accept(answer(0), to: upper)
    // A row has arrived and one has dropped meanwhile, as the equal totals hide: row 9 has moved on to the second page, unseen.
    state.accept(answer(11), to: lower)
    #expect(state.isSeam(above: 10) && !state.isComplete)
    let window = PagingWindow(visible: 5..<15, ahead: 15..<15)
    #expect(state.plan(for: [window]).map(\.page) == [2])
    let again = try #require(state.plan(for: [window]).first)
    state.accept(answer(9), to: state.nextQuestion(page: again.page, from: again.from))
    #expect(!state.isSeam(above: 10) && state.loadedRows == Array(0..<21))
  }

  @Test func `A page that shares no row and comes under another total is apart from the rows above it`() {
    var state = PagingState(pageSize: 10)
    let (upper, lower) = (state.nextQuestion(page: 1), state.nextQuestion(page: 2))
    state.accept(PageAnswer(rows: Array(0..<10), unreadable: 0, size: 10, total: 40), to: upper)
    state.accept(PageAnswer(rows: Array(20..<30), unreadable: 0, size: 10, total: 39), to: lower)
    #expect(state.row(at: 10) == nil && state.row(at: 11) == 20)
    #expect(!state.isComplete)
  }

  @Test func `A list is complete when its pages were read one after the other to its end`() {
    var reader = Reader(server: PagedServer(count: 25), pageSize: 10)
    reader.settle()
    #expect(!reader.state.isComplete)
    reader.look(at: 15)
    reader.settle()
    #expect(reader.state.isComplete)
    #expect(reader.loadedRows == reader.server.rows)
    #expect(reader.askedPages == [1, 2, 3])
  }

  @Test func `An empty list is complete`() {
    var reader = Reader(server: PagedServer(count: 0), pageSize: 10)
    reader.settle()
    #expect(reader.state.isComplete)
    #expect(reader.askedPages == [1])
  }

  @Test func `A page that failed stays in its place and is not asked for again before a refresh`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    reader.settle()
    reader.look(at: 195)
    reader.fail()
    reader.settle()
    #expect(reader.state.failure(at: 195)?.page == 2)
    #expect(reader.state.failure(at: 200) == nil)
    #expect(reader.visibleRows.suffix(5) == reader.server.rows[200..<205].map { $0 }.suffix(5))
    reader.refresh()
    reader.settle()
    #expect(reader.visibleRows == Array(reader.server.rows[195..<205]))
  }

  @Test func `A failed refresh leaves everything as it was`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    reader.settle()
    let before = reader.loadedRows
    reader.refresh()
    reader.fail()
    #expect(reader.loadedRows == before)
    reader.look(at: 95)
    reader.settle()
    #expect(reader.visibleRows == Array(reader.server.rows[95..<105]))
  }

  @Test func `An answer to a question that is no longer asked is dropped`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    let stale = reader.asked[0]
    reader.settle()
    reader.state.accept(PageAnswer(rows: [5_000], unreadable: 0, size: 100, total: 3), to: stale)
    #expect(reader.state.length == 1_000)
  }

  @Test func `A page with fewer rows than announced never lets the list be called complete`() {
    var state = PagingState(pageSize: 10)
    let short = PageAnswer(rows: Array(0..<8), unreadable: 0, size: 10, total: 10)
    state.accept(short, to: state.nextQuestion(page: 1))
    #expect(!state.isComplete)
    #expect(state.plan(for: [PagingWindow(visible: 0..<10, ahead: 10..<20)]).isEmpty)
  }

  @Test func `Rows that could not be read are counted once, however often their page is read`() {
    var state = PagingState(pageSize: 10)
    let answer = PageAnswer(rows: Array(0..<9), unreadable: 1, size: 10, total: 10)
    state.accept(answer, to: state.nextQuestion(page: 1))
    state.accept(answer, to: state.nextQuestion(page: 1))
    #expect(state.unreadableCount == 1)
  }
}
