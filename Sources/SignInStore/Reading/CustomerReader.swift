import Elements

/// All customers, page by page, each once.
///
/// Nobody says in which order they come, so that one who is added or leaves meanwhile may hide another: where fewer
/// came than the server counts, or their number changed between pages, the list is read again for those that are
/// missing, twice at most.
public struct CustomerReader: Sendable {
  private static let mostPasses = 3
  /// A larger page than any server gives, for reckoning.
  private static let largestPage = 1 << 20
  /// The smallest full page that is documented: without a total a smaller one is the last.
  private static let smallestFullPage = 50
  /// Pages in a row without a new customer, after which a server is taken to repeat itself.
  private static let mostFruitless = 50

  /// Customers by the newest answer; nil before the first, and where the server does not say or its pages hold more.
  public private(set) var total: Int?
  /// A page held more customers than the server's total allows, so that only a short page tells the end.
  private var isTotalWrong = false
  /// Customers that were handed out.
  public var count: Int { known.count }
  /// Rows that could not be read, when the list was last read.
  public private(set) var unreadable: [UnreadablePlace] = []
  /// Of the customers that were handed out.
  public private(set) var unreadableTenants: [UnreadableTenant] = []
  private var known: Set<Customer.ID> = []
  private var page = 1
  private var pass = 1
  private var fruitless = 0
  /// All pages of this pass were read under one total.
  private var isSteady = true
  /// Nothing more comes.
  public private(set) var isOver = false
  /// Why the listed customers were handed out, and not the server's; nil where the server's were.
  public private(set) var refusal: ElementsError?
  private let client: ElementsClient
  private let listed: [Customer]

  /// - Parameter listed: stand in for the server's customers where the app registration may not list them.
  public init(client: ElementsClient, listed: [Customer] = []) {
    self.client = client
    self.listed = listed
  }

  /// Customers whom the server counts and who did not come. Meaningful once `next` has given nil.
  public var missing: Int { max(0, (total ?? 0) - known.count - unreadable.count) }

  /// The customers of the next page, which may be none; nil after the last. Throws what the call throws, and after
  /// that gives nil.
  public mutating func next() async throws(ElementsError) -> [Customer]? {
    guard !isOver else { return nil }
    let answer: Page<Customer>
    do throws(ElementsError) {
      answer = try await client.customers(PageRequest(index: page), .onScreen)
    } catch {
      isOver = true
      guard error.isForbidden, known.isEmpty, !listed.isEmpty else { throw error }
      return standIns(error)
    }
    if page == 1 { unreadable = [] }
    unreadable += answer.unreadable.map { UnreadablePlace(page: page, row: $0.row, found: $0.found) }
    let new = answer.items.filter { known.insert($0.id).inserted }
    believe(answer, new: new.count)
    for customer in new {
      unreadableTenants += customer.unreadableTenants.map { UnreadableTenant(of: customer, $0) }
    }
    fruitless = new.isEmpty && answer.unreadable.isEmpty ? fruitless + 1 : 0
    turnPage(after: answer)
    if fruitless >= Self.mostFruitless { isOver = true }
    return new
  }

  private mutating func standIns(_ error: ElementsError) -> [Customer] {
    refusal = error
    total = listed.count
    known = Set(listed.map(\.id))
    return listed
  }

  private mutating func believe(_ answer: Page<Customer>, new: Int) {
    let above = (page - 1) * pageSize(of: answer)
    if let claimed = answer.totalCount, new > max(0, claimed - above) { isTotalWrong = true }
    let newest = isTotalWrong ? nil : answer.totalCount.map { max(0, $0) } ?? total
    isSteady = page == 1 || isSteady && total == newest
    total = newest
  }

  private func pageSize(of answer: Page<Customer>) -> Int {
    min(max(1, answer.size), Self.largestPage)
  }

  private mutating func turnPage(after answer: Page<Customer>) {
    guard isLast(answer) else {
      page += 1
      return
    }
    pass += 1
    page = 1
    isOver = missing == 0 && isSteady || pass > Self.mostPasses
  }

  private func isLast(_ answer: Page<Customer>) -> Bool {
    let filled = answer.items.count + answer.unreadable.count
    guard filled > 0 else { return true }
    guard let total else { return filled < Self.smallestFullPage }
    return page * pageSize(of: answer) >= total
  }
}
