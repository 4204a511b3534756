import Elements
import Testing

@testable import ElementsFakes
@testable import SignInStore

@Suite struct SignInReaderTests {
  @Test func `A list that stands still is read whole, in order and one page once`() async throws {
    let list = ChangingList(count: 1_234)
    var reader = list.reader()
    #expect(try await reader.rest() == list.ids)
    #expect(list.pages.sorted() == Array(1...13))
    #expect(reader.coverage.total == 1_234 && reader.coverage.delivered == 1_234)
    #expect(reader.coverage.isProven)
  }

  @Test func `The first rows come before a second page is asked for`() async throws {
    let list = ChangingList(count: 1_000)
    var reader = list.reader()
    #expect(try await reader.next()?.map(\.id) == Array(list.ids.prefix(100)))
    #expect(list.pages == [1])
  }

  @Test(arguments: [(1, [1]), (99, [1]), (100, [1]), (101, [1, 2]), (250, [1, 2, 3]), (5_000, Array(1...10))])
  func `No page is asked for that a limit does not need`(limit: Int, pages: [Int]) async throws {
    let list = ChangingList(count: 1_000)
    var reader = list.reader(limit: limit)
    #expect(try await reader.rest() == Array(list.ids.prefix(limit)))
    #expect(list.pages.sorted() == pages)
  }

  @Test func `One page at a time is asked for where more might be too many`() async throws {
    let list = ChangingList(count: 1_000)
    var reader = list.reader(pagesAhead: 1)
    for page in 1...3 {
      _ = try await reader.next()
      #expect(list.pages == Array(1...page))
    }
  }

  @Test func `A list that was begun is not asked for its first page again`() async throws {
    let list = ChangingList(count: 150)
    var reader = list.reader()
    reader.begin()
    reader.begin()
    #expect(try await reader.rest() == list.ids)
    #expect(list.pages == [1, 2])
  }

  @Test func `An empty list ends with its first page`() async throws {
    let list = ChangingList(count: 0)
    var reader = list.reader()
    #expect(try await reader.next() == nil)
    #expect(list.pages == [1])
    #expect(reader.coverage.isProven && reader.coverage.total == 0)
  }

  @Test(arguments: [1, 7, 99, 100, 101, 250], [1, 2, 4])
  func `Sign-ins that arrive after each answer hide no row and repeat none`(arrivals: Int, pagesAhead: Int) async throws
  {
    // They stop in the end, for nobody catches up with a list that grows by more than is read.
    let list = ChangingList(count: 1_500) { state in
      if state.pages.count < 12 { state.server.arrive(arrivals) }
    }
    let before = list.ids
    var reader = list.reader(pagesAhead: pagesAhead)
    #expect(try await reader.rest() == before)
    #expect(reader.coverage.isProven, "\(reader.coverage)")
  }

  @Test func `Rows that leave the end of the list hide no other`() async throws {
    let list = ChangingList(count: 1_000) { state in
      if state.pages.count < 5 { state.server.forgetOldest(3) }
    }
    let before = list.ids
    var reader = list.reader()
    let read = try await reader.rest()
    #expect(Array(before.prefix(read.count)) == read)
    #expect(read.count >= 985)
  }

  @Test func `A smaller page than was asked for is believed`() async throws {
    let list = ChangingList(count: 130, largestPage: 40)
    var reader = list.reader()
    #expect(try await reader.rest() == list.ids)
    #expect(list.pages.sorted() == [1, 2, 3, 4])
  }

  @Test func `Rows that can't be read are counted and named once, and all others come`() async throws {
    let list = ChangingList(count: 230)
    list.change { $0.unreadable = [1: [100], 2: [1, 17]] }
    var reader = list.reader()
    let read = try await reader.rest()
    #expect(read.count == 227 && Set(read).isSubset(of: list.ids))
    #expect(reader.coverage.unreadableCount == 3 && reader.coverage.scanned == 230)
    #expect(reader.coverage.unreadable.map { [$0.page, $0.row] } == [[1, 100], [2, 1], [2, 17]])
    #expect(reader.coverage.missing == 0 && !reader.coverage.isProven)
  }

  @Test(arguments: [1, 4])
  func `A page of which no row can be read hides none of the next`(pagesAhead: Int) async throws {
    let list = ChangingList(count: 500)
    list.change { $0.unreadable = [1: Array(1...100), 3: Array(1...100)] }
    var reader = list.reader(pagesAhead: pagesAhead)
    let ids = list.ids
    #expect(try await reader.rest() == Array(ids[100..<200] + ids[300...]))
    #expect(reader.coverage.unreadableCount == 200 && reader.coverage.unreadable.count == 10)
    #expect(reader.coverage.missing == 0)
  }

  @Test(arguments: [1, 4])
  func `Pages that come empty are counted as missing, and what is below them is read`(pagesAhead: Int) async throws {
    let list = ChangingList(count: 600)
    list.change { $0.blank = [2, 3] }
    var reader = list.reader(pagesAhead: pagesAhead)
    let ids = list.ids
    #expect(try await reader.rest() == Array(ids[..<100] + ids[300...]))
    #expect(reader.coverage.missing == 200 && !reader.coverage.isProven)
  }

  @Test func `A list that gives nothing from some page on is given up`() async throws {
    let list = ChangingList(count: 100_000)
    list.change { $0.blank = Set(3...1_000) }
    var reader = list.reader()
    #expect(try await reader.rest().count == 200)
    #expect(reader.coverage.missing == 99_800)
    #expect(list.pages.count < 20)
  }

  @Test func `A page that fails ends the reading after all rows above it`() async throws {
    let list = ChangingList(count: 1_000)
    list.change { $0.failing = [4] }
    var reader = list.reader()
    var read: [String] = []
    let error = await #expect(throws: ElementsError.self) {
      while let rows = try await reader.next() { read += rows.map(\.id) }
    }
    #expect(error?.call == .signIns(.numbered(0), .all, page: 4))
    #expect(read == Array(list.ids.prefix(300)))
    #expect(try await reader.next() == nil)
  }

  @Test func `A first page that fails is the reader's error`() async throws {
    let list = ChangingList(count: 10)
    list.change { $0.failing = [1] }
    var reader = list.reader()
    await #expect(throws: ElementsError.self) { try await reader.next() }
    #expect(list.pages == [1])
  }

  @Test func `Totals and sizes that no list has do no harm`() async throws {
    let client = ElementsClient.giving { _ in
      Page(items: [.numbered(1)], index: 1, size: .max, totalCount: .max)
    }
    var reader = SignInReader(of: .numbered(0), client: client)
    #expect(try await reader.next()?.count == 1)
    #expect(try await reader.next() == nil)
    #expect(reader.coverage.missing > 0)
  }

  @Test func `A list in another order on each page still gives each row once`() async throws {
    let rows = (0..<300).map { SignIn.numbered($0) }
    let client = ElementsClient.giving { request in
      // The second page repeats half of the first, and the total stays.
      let first = max(0, (request.index - 1) * 100 - (request.index == 2 ? 50 : 0))
      let items = Array(rows.dropFirst(first).prefix(100))
      return Page(items: items, index: request.index, size: 100, totalCount: 300)
    }
    var reader = SignInReader(of: .numbered(0), client: client)
    let read = try await reader.rest()
    #expect(Set(read).count == read.count)
  }

  @Test func `A reader whose task is cancelled ends`() async throws {
    let client = ElementsClient.giving { _ in
      try? await Task.sleep(for: .seconds(3_600))
      return Page(items: [], index: 1, size: 100, totalCount: 0)
    }
    let reading = Task {
      var reader = SignInReader(of: .numbered(0), client: client)
      return try await reader.next()
    }
    reading.cancel()
    let error = await #expect(throws: ElementsError.self) { try await reading.value }
    #expect(error?.reason == .cancelled)
  }
}

extension ElementsClient {
  /// A client of which only the sign-ins are of interest.
  static func giving(_ signIns: @escaping @Sendable (PageRequest) async -> Page<SignIn>) -> ElementsClient {
    ElementsClient(
      customers: { request, _ throws(ElementsError) in
        Page(items: [], index: request.index, size: request.size, totalCount: 0)
      },
      actionCounts: { _, _, _ throws(ElementsError) in ActionCounts(risky: nil, normal: nil) },
      signIns: { _, request, _, _ throws(ElementsError) in await signIns(request) })
  }
}
