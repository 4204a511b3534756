import Testing

@testable import ViewModels

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
    #expect(reader.askedPages == [1, 2, 6, 5])
  }

  @Test func `At most four pages are asked for at a time`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 5)
    reader.settle()
    reader.look(at: 200, height: 60)
    #expect(reader.state.inFlight.count == 4)
  }

  @Test func `Pages that are wanted no longer make room for those that are`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 5)
    reader.settle()
    reader.look(at: 200, height: 40)
    reader.look(at: 700, height: 10)
    #expect(Set(reader.asked.map(\.page)).isSuperset(of: [141, 142]))
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

  @Test func `More arrivals than a page holds lead to the pages that hold the rows in view`() {
    var reader = Reader(server: PagedServer(count: 1_000), pageSize: 100)
    reader.settle()
    reader.server.arrive(250)
    reader.look(at: 95)
    reader.settle()
    #expect(reader.visibleRows == Array(reader.server.rows[345..<355]))
    #expect(reader.state.arrivals == 250)
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

  @Test func `A seam without proof is shown as one`() {
    var state = PagingState(pageSize: 10)
    state.accept(PageAnswer(rows: Array(0..<10), unreadable: 0, size: 10, total: 40), to: state.nextQuestion(page: 1))
    // The total has changed, and the page holds no row that is known: nothing says that these are neighbours.
    state.accept(PageAnswer(rows: Array(20..<30), unreadable: 0, size: 10, total: 39), to: state.nextQuestion(page: 2))
    #expect(state.row(at: 10) != nil || state.row(at: 11) != nil)
    #expect(!state.isComplete)
    let window = PagingWindow(visible: 5..<15, ahead: 15..<15)
    #expect(!state.plan(for: window).isEmpty, "the places around it are read again")
  }

  @Test func `A list is complete when its pages were read under one total`() {
    var reader = Reader(server: PagedServer(count: 25), pageSize: 10)
    reader.settle()
    #expect(!reader.state.isComplete)
    reader.look(at: 15)
    reader.settle()
    #expect(reader.state.isComplete)
    #expect(reader.loadedRows == reader.server.rows)
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
    #expect(state.plan(for: PagingWindow(visible: 0..<10, ahead: 10..<20)).isEmpty)
  }

  @Test func `Rows that could not be read are counted once, however often their page is read`() {
    var state = PagingState(pageSize: 10)
    let answer = PageAnswer(rows: Array(0..<9), unreadable: 1, size: 10, total: 10)
    state.accept(answer, to: state.nextQuestion(page: 1))
    state.accept(answer, to: state.nextQuestion(page: 1))
    #expect(state.unreadableCount == 1)
  }
}
