import Elements
import SignInAnalysis

/// One of a tenant's sign-in lists, read from its head down, each row once.
///
/// ```swift
/// var reader = SignInReader(of: tenant, .risky, client: client)
/// while let rows = try await reader.next() { print(rows.count, reader.coverage) }
/// ```
///
/// What is read is the list as it was when its first page was. Sign-ins that arrive meanwhile shift the pages; they
/// are neither handed out nor do they hide or repeat a row: `PagingState` decides which pages to ask for and which
/// rows are proven to follow one another, and says what a server may do meanwhile. What stays unproven is handed out
/// too, and told by `coverage`. A row that turns up late is handed out late. A page is asked for no sooner than the
/// rows before it were wanted, and rows that were handed out are forgotten but for their ids.
///
/// A reading ends after at most 2 · ⌈rows / page size⌉ + 50 calls, and after 48 pages in a row of known rows alone,
/// or 12 without any.
public struct SignInReader: AsyncIteratorProtocol {
  public var coverage: ReadingCoverage { reading.coverage }
  private var reading: SignInReading
  private let call: ElementsCall
  private let driver: PageDriver

  /// - Parameters:
  ///   - limit: the most rows to hand out; no page is asked for that they do not need.
  ///   - pagesAhead: how many pages may be under way at once, at least 1.
  ///   - pageSize: rows a page to ask for, in 1...100; the server may give fewer.
  public init(
    of tenant: TenantReference, _ scope: SignInScope = .all, client: ElementsClient, limit: Int? = nil,
    pagesAhead: Int = 2, pageSize: Int = PageRequest.largestSize
  ) {
    call = .signIns(tenant, scope, page: 1)
    reading = SignInReading(limit: limit, chains: pagesAhead, pageSize: pageSize)
    driver = PageDriver { request, priority throws(ElementsError) in
      try await client.signIns(tenant, request, scope, priority)
    }
  }

  /// Asks for the first page and waits for nothing, so that many lists can be begun at once.
  public mutating func begin() {
    guard !reading.hasBegun else { return }
    ask()
  }

  /// The next rows of the list, at least one; nil at its end, or when as many were handed out as were asked for.
  ///
  /// Throws the error of a page that could not be read, once everything above it was handed out, and `cancelled` when
  /// its task was. After that it gives nil.
  public mutating func next() async throws(ElementsError) -> [SignIn]? {
    while true {
      switch reading.step() {
      case .rows(let rows): return rows
      case .wait:
        ask()
        guard let answer = await driver.next() else {
          reading.end()
          throw ElementsError(call: call, reason: .cancelled)
        }
        reading.take(answer.result, to: answer.call.question)
      case .failed(let error):
        driver.cancel()
        throw error
      case .over:
        driver.cancel()
        return nil
      }
    }
  }

  private mutating func ask() {
    for call in reading.takeCalls() { driver.ask(call) }
  }
}
