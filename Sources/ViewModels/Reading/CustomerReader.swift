import Elements

/// All customers, page by page, each once.
///
/// Nobody says in which order they come, so that one who is added or leaves meanwhile may hide another: where fewer came than the server
/// counts, or their number changed between pages, the list is read again for those that are missing, twice at most.
public struct CustomerReader: Sendable {
  private static let mostPasses = 3
  /// A larger page than any server gives, for reckoning.
  private static let largestPage = 1 << 20
  /// Pages in a row without a new customer, after which a server is taken to repeat itself.
  private static let mostFruitless = 50

  /// Customers by the newest answer; nil before the first.
  public private(set) var total: Int?
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
  private(set) var isOver = false
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

  /// The customers of the next page, which may be none; nil after the last. Throws what the call throws, and after that gives nil.
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
    isSteady = page == 1 || isSteady && total == answer.totalCount
    total = answer.totalCount
    let new = answer.items.filter { known.insert($0.id).inserted }
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

  private mutating func turnPage(after answer: Page<Customer>) {
    let isEmpty = answer.items.isEmpty && answer.unreadable.isEmpty
    guard isEmpty || page * min(max(1, answer.size), Self.largestPage) >= answer.totalCount else {
      page += 1
      return
    }
    pass += 1
    page = 1
    isOver = missing == 0 && isSteady || pass > Self.mostPasses
  }
}
