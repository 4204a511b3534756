import Elements
import Synchronization
import Testing

@testable import ElementsFakes
@testable import SignInStore

/// Servers that say something else than they give, to a command that reads a list to its end.
@Suite(.timeLimit(.minutes(10))) struct LyingServerTests {
  private static let rows = (0..<830).map { SignIn.numbered($0) }

  private static func page(_ request: PageRequest, index: Int? = nil, total: Int?) -> Page<SignIn> {
    let items = Array(rows.dropFirst(((index ?? request.index) - 1) * 100).prefix(100))
    return Page(items: items, index: index ?? request.index, size: 100, totalCount: total)
  }

  /// Reads to the end, and counts the calls.
  private func read(
    pagesAhead: Int = 2, _ answer: @escaping @Sendable (PageRequest, _ call: Int) -> Page<SignIn>
  ) async throws -> (ids: [String], coverage: ReadingCoverage, calls: Int) {
    let calls = Mutex(0)
    let client = ElementsClient.giving { request in
      answer(
        request,
        calls.withLock {
          $0 += 1
          return $0
        })
    }
    var reader = SignInReader(of: .numbered(0), client: client, pagesAhead: pagesAhead)
    let ids = try await reader.rest()
    #expect(Set(ids).count == ids.count)
    return (ids, reader.coverage, calls.withLock(\.self))
  }

  private let all = LyingServerTests.rows.map(\.id)

  @Test func `A server that gives one page for all, and says which, is told after one call a page`() async throws {
    let (ids, coverage, calls) = try await read { request, _ in Self.page(request, index: 1, total: 1_000) }
    #expect(ids == Array(all.prefix(100)))
    #expect(coverage.missing == 900 && coverage.doubts.contains { if case .repeatedPages = $0 { true } else { false } })
    #expect(calls <= 20)
  }

  @Test func `A server that gives one page for all, and calls it another each time, is told too`() async throws {
    let (ids, coverage, calls) = try await read { request, _ in
      Page(items: Array(Self.rows.prefix(100)), index: request.index, size: 100, totalCount: 1_000)
    }
    #expect(ids == Array(all.prefix(100)))
    #expect(coverage.missing == 900 && !coverage.isProven && calls <= 30)
  }

  @Test func `A total that grows with each page ends the reading soon after the rows`() async throws {
    let (ids, coverage, calls) = try await read { request, _ in Self.page(request, total: request.index * 100 + 1) }
    #expect(ids == all && !coverage.isProven)
    #expect(calls <= 2 * 2 + 50)
  }

  @Test func `A row that is appended at the tail with each call does not keep the reading from ending`() async throws {
    let (ids, coverage, calls) = try await read { request, call in
      let rows = Self.rows + (0..<call).map { SignIn.numbered(10_000 + $0) }
      let items = Array(rows.dropFirst((request.index - 1) * 100).prefix(100))
      return Page(items: items, index: request.index, size: 100, totalCount: rows.count)
    }
    #expect(Array(ids.prefix(830)) == all && coverage.isProven)
    #expect(calls <= 11)
  }

  @Test(arguments: [0, 100, 829])
  func `Without a count all rows come, and the short page or the empty one after it proves the end`(
    count: Int
  ) async throws {
    let (ids, coverage, _) = try await read { request, _ in
      let items = Array(Self.rows.prefix(count).dropFirst((request.index - 1) * 100).prefix(100))
      return Page(items: items, index: request.index, size: 100, totalCount: nil)
    }
    #expect(ids == Array(all.prefix(count)) && coverage.isProven)
  }

  @Test func `A server that says nothing of itself and gives fewer than were asked for is read whole`() async throws {
    let (ids, coverage, _) = try await read { request, _ in
      let items = Array(Self.rows.dropFirst((request.index - 1) * 50).prefix(50))
      return Page(items: items, index: request.index, size: 100, totalCount: nil)
    }
    #expect(ids == all && coverage.isProven)
  }

  @Test func `A total of none with full pages is not believed, and told`() async throws {
    let (ids, coverage, _) = try await read { request, _ in Self.page(request, total: 0) }
    #expect(ids == all)
    #expect(coverage.doubts == [.surplus(came: 830, counted: 0)] && coverage.missing == 0)
  }

  @Test func `Three empty pages hide none of what follows`() async throws {
    let (ids, coverage, _) = try await read { request, _ in
      (2...4).contains(request.index)
        ? Page(items: [], index: request.index, size: 100, totalCount: 830) : Self.page(request, total: 830)
    }
    #expect(ids == Array(all[..<100] + all[400...]))
    #expect(coverage.missing == 300)
  }

  @Test func `A server that repeats a row on each page and counts it is read whole`() async throws {
    // 99 new rows a page: 830 rows and 8 repeated ones.
    let (ids, coverage, _) = try await read { request, _ in
      let items = Array(Self.rows.dropFirst((request.index - 1) * 99).prefix(100))
      return Page(items: items, index: request.index, size: 100, totalCount: 838)
    }
    #expect(ids == all && coverage.isProven, "\(coverage.doubts)")
  }

  @Test(arguments: [1, 2])
  func `A server whose head loses five rows after the first page loses no row that stays`(
    pagesAhead: Int
  ) async throws {
    let (ids, coverage, _) = try await read(pagesAhead: pagesAhead) { request, call in
      let rows = call == 1 ? Self.rows : Array(Self.rows.dropFirst(5))
      let items = Array(rows.dropFirst((request.index - 1) * 100).prefix(100))
      return Page(items: items, index: request.index, size: 100, totalCount: rows.count)
    }
    #expect(Set(ids) == Set(all) && coverage.isProven, "\(coverage.doubts)")
  }

  @Test(arguments: [1, 2])
  func `A time limit that keeps the total as it is loses no row that stays`(pagesAhead: Int) async throws {
    let rows = (0..<6_000).map { SignIn.numbered($0) }
    let (ids, coverage, calls) = try await read(pagesAhead: pagesAhead) { request, call in
      let now = (0..<call).reversed().map { SignIn.numbered(10_000 + $0) } + rows.dropLast(call)
      let items = Array(now.dropFirst((request.index - 1) * 100).prefix(100))
      return Page(items: items, index: request.index, size: 100, totalCount: now.count)
    }
    #expect(Set(rows.dropLast(calls).map(\.id)).isSubset(of: ids) && coverage.isProven, "\(coverage.doubts)")
    #expect(calls <= 66)
  }

  @Test func `An absurd total costs no more calls than the rows there are`() async throws {
    let (ids, coverage, calls) = try await read { request, _ in Self.page(request, total: 4_000_000_000) }
    #expect(ids == all && coverage.missing > 3_000_000_000)
    #expect(calls <= 40)
  }
}
