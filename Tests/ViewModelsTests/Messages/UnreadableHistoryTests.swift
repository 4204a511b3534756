import Elements
import Testing

@testable import ElementsFakes
@testable import ViewModels

/// What the history of messages says of pages with rows that can't be read.
@MainActor
@Suite(.timeLimit(.minutes(10))) struct UnreadableHistoryTests {
  let messages = MessageLog(now: { .testNow }) {}

  private func read(page: Int, _ scope: SignInScope = .all, bad rows: [Int]) async throws {
    var client = FakeElements().client
    client.signIns = { _, request, _, _ throws(ElementsError) in
      Page(
        items: [], index: request.index, size: 100, totalCount: 1_000,
        unreadable: rows.map { UnreadableRow(row: $0, found: "loginTime \"yesterday\"") })
    }
    _ = try await client.telling(messages, names: TenantNames()).signIns(
      .numbered(1), PageRequest(index: page), scope, .onScreen)
  }

  private var history: [String] { messages.history.map(\.words) }

  @Test func `However many rows of a page are bad, one sentence says so and names the first`() async throws {
    messages.post(.note, "before")
    for page in 1...2 { try await read(page: page, bad: Array(1...100)) }
    let yesterday = "loginTime \"yesterday\""
    #expect(
      history == ["before"]
        + (1...2).map { page in
          "sign-ins of t1-0, page \(page): 100 rows could not be read: "
            + "row 1, \(yesterday); row 2, \(yesterday); row 3, \(yesterday); and 97 more"
        })
  }

  @Test func `A page that was read again is told again only where it differs, in place of what was said before`()
    async throws
  {
    try await read(page: 1, bad: [17])
    try await read(page: 2, bad: [4])
    try await read(page: 1, bad: [17])
    #expect(history.map { $0.contains("page 1:") } == [true, false])
    try await read(page: 1, bad: [18])
    #expect(history.map { $0.contains("page 1:") } == [false, true])
    #expect(history.last?.hasSuffix("1 row could not be read: row 18, loginTime \"yesterday\"") == true)
  }

  @Test func `The risky sign-ins are another list`() async throws {
    try await read(page: 1, bad: [17])
    try await read(page: 1, .risky, bad: [3])
    #expect(history.count == 2 && history[1].hasPrefix("risky sign-ins of t1-0, page 1: "))
  }

  @Test func `A page that could be read leaves no word`() async throws {
    try await read(page: 1, bad: [])
    #expect(history.isEmpty)
  }
}
