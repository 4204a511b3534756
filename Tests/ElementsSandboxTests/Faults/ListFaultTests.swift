import Elements
import ElementsSandbox
import Testing

struct ListFaultTests {
  private typealias Page = PageBody<SignInRow>

  /// Pages of the first tenant's sign-ins, read one after the other.
  private func pages(
    _ indices: [Int], _ faults: Faults, signIns: Int = 400, query: String = ""
  ) async throws -> [Page] {
    let configuration = SandboxConfiguration.onWednesday(signIns: signIns, faults: faults)
    return try await withSandbox(configuration) { client in
      let client = try await client.authorized()
      var pages: [Page] = []
      for index in indices {
        let call = "signins?pageSize=100&pageIndex=\(index)\(query)"
        pages.append(try await client.get(path(call, configuration)).decoded(as: Page.self))
      }
      return pages
    }
  }

  @Test func `Sign-ins arrive between two reads of a page`() async throws {
    let pages = try await pages([1, 1, 1, 1], Faults([.shift: 1]))
    let totals = pages.map(\.metadata.totalCount)
    for (earlier, later) in zip(pages, pages.dropFirst()) {
      let arrived = later.metadata.totalCount - earlier.metadata.totalCount
      #expect((1...7).contains(arrived))
      #expect(Array(later.data.dropFirst(arrived)) == Array(earlier.data.dropLast(arrived)))
    }
    #expect(Set(totals).count == 4 && totals[0] > 400)
  }

  @Test func `What arrives is the newest`() async throws {
    let rows = try await pages([1, 1, 1], Faults([.shift: 1]))[2].data
    let times = rows.compactMap { Timestamp(iso8601: $0.loginTime) }
    #expect(times.count == 100 && times == times.sorted(by: >))
  }

  @Test func `The last row of the page before comes again, as one more`() async throws {
    let pages = try await pages([1, 2, 3], Faults([.repeated: 1]))
    #expect(pages.map(\.data.count) == [100, 101, 101])
    #expect(pages[1].data.first == pages[0].data.last && pages[2].data.first == pages[1].data.last)
    #expect(pages.map(\.metadata.pageSize) == [100, 100, 100])
  }

  @Test func `A page is smaller than was asked for, always as small, and says so`() async throws {
    let pages = try await pages([1, 2, 3], Faults([.small: 1]))
    let size = try #require(pages.first).metadata.pageSize
    #expect((10...50).contains(size))
    #expect(pages.allSatisfy { $0.data.count == size && $0.metadata.pageSize == size })
    #expect(Set(pages.flatMap { $0.data.map(\.id) }).count == 3 * size)
  }

  @Test(arguments: ["", "&risky=true"])
  func `Rows are out of order, and stay so while others arrive`(query: String) async throws {
    let sorted = try await pages([1, 2, 3, 4], .none, query: query)
    let unsorted = try await pages([1, 2, 3, 4], Faults([.unsorted: 1]), query: query)
    let rows = unsorted.flatMap(\.data)
    #expect(rows != sorted.flatMap(\.data))
    #expect(rows.map(\.id).sorted() == sorted.flatMap { $0.data.map(\.id) }.sorted())
    let shifting = try await pages([1, 2, 3, 4, 5], Faults([.unsorted: 1, .shift: 1]), query: query)
    let known = Set(rows.map(\.id))
    var seen = Set<String>()
    let shifted = shifting.flatMap(\.data).filter { known.contains($0.id) && seen.insert($0.id).inserted }
    #expect(shifted == rows)
  }
}
