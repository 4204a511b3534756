import Elements
import Reports
import SignInAnalysis
import SignInStore
import ViewModels

/// The wanted sign-ins of one tenant, as they are read.
struct SignInStream {
  let tenant: TenantIdentity
  private(set) var order = NewestFirst()
  private var reader: SignInReader
  private var matcher: FilterMatcher?
  /// Nil where the list is read to its end.
  private let since: Timestamp?
  private var isLeftEarly = false
  /// Makes the reader of a second reading; nil where one is enough, or it has begun.
  private var secondReading: (() -> SignInReader)?
  private var comparison: SignInComparison?
  private var isSecond = false

  /// - Parameter limit: of the rows still wanted; nil for all.
  init(of tenant: TenantIdentity, _ selection: SignInSelection, limit: Int?, pagesAhead: Int, client: ElementsClient) {
    self.tenant = tenant
    let texts = TenantTexts(customer: tenant.customerName, tenant: tenant.tenantName)
    matcher = selection.filter.map {
      FilterMatcher($0, tenant: selection.isOfAllTenants ? texts : nil, networks: selection.networks)
    }
    since = selection.isExhaustive ? nil : selection.filter?.since
    let limit = selection.filter == nil ? limit : nil
    let makeReader = {
      SignInReader(
        of: tenant.reference, selection.scope, client: client, limit: limit, pagesAhead: pagesAhead,
        pageSize: min(limit ?? .max, PageRequest.largestSize))
    }
    reader = makeReader()
    guard selection.isVerified else { return }
    secondReading = makeReader
    comparison = SignInComparison()
  }

  var coverage: ReadingCoverage { firstCoverage ?? reader.coverage }
  /// Of the first of two readings, once it has ended.
  private var firstCoverage: ReadingCoverage?

  /// Requests the first page without waiting for it.
  mutating func begin() {
    reader.begin()
  }

  /// The wanted ones among the next rows, which may be none; nil after the last.
  mutating func next() async throws(ElementsError) -> [SignIn]? {
    guard !isLeftEarly else { return nil }
    guard let rows = try await reader.next() else { return try await readAgain() }
    if isSecond { return matches(among: comparison?.noteSecond(rows) ?? []) }
    comparison?.noteFirst(rows)
    order.see(rows)
    if let since, let last = order.last, last < since { isLeftEarly = order.holds }
    return matches(among: rows)
  }

  private mutating func readAgain() async throws(ElementsError) -> [SignIn]? {
    guard let secondReading else { return nil }
    self.secondReading = nil
    firstCoverage = reader.coverage
    isSecond = true
    reader = secondReading()
    return try await next()
  }

  private mutating func matches(among rows: [SignIn]) -> [SignIn] {
    guard var matcher else { return rows }
    let matches = rows.filter { matcher.holds($0) }
    self.matcher = matcher
    return matches
  }

  /// The same, with the error in a variable; after an error there are no more rows.
  mutating func next(failure: inout ElementsError?) async -> [SignIn]? {
    do throws(ElementsError) {
      return try await next()
    } catch {
      failure = error
      return nil
    }
  }

  func records(_ signIns: some Sequence<SignIn>) -> [SignInRecord] {
    let origin = RecordOrigin(tenant)
    return signIns.map { SignInRecord($0, in: origin) }
  }

  /// How far it was read.
  var progress: String {
    "\(coverage.scanned.grouped) of \((coverage.total ?? 0).grouped) sign-ins"
  }

  // MARK: What to say afterwards

  /// What could not be read or proven, one sentence each. Contains foreign text.
  var shortfalls: [String] {
    var sentences: [String] = []
    if coverage.unreadableCount > 0 {
      sentences.append(
        coverage.unreadable.sentence(count: coverage.unreadableCount, of: coverage.scanned, "sign-ins"))
    }
    sentences += coverage.doubts.map(\.sentence).sorted()
    if let comparison, isSecond, !comparison.isSame {
      sentences.append(
        "the two readings differ: \(comparison.late.counted("sign-in")) only in the second, "
          + "\(comparison.gone.grouped) only in the first: the server removes rows from the middle of the list")
    }
    return sentences
  }

  /// What turned up after rows that stand below it; nil where nothing did.
  var lateness: String? {
    guard coverage.late > 0 else { return nil }
    return "\(coverage.late.counted("sign-in")) were found late and are listed below older ones"
  }

  /// How many texts were too long to search in full; nil where none was. Contains no foreign text.
  var unsearched: String? {
    guard let count = matcher?.truncatedTexts, count > 0 else { return nil }
    return "\(count.grouped) texts were too long to search in full for the expression"
  }

  /// What was not read because of an assumption; nil where nothing was left out.
  var assumption: String? {
    guard isLeftEarly, coverage.scanned < coverage.total ?? 0 else { return nil }
    return "read \(progress); older pages skipped: the list looks newest first (--exhaustive reads them)"
  }
}

extension ReadingDoubt {
  /// Why the reading can't be called whole.
  fileprivate var sentence: String {
    switch self {
    case .unprovenSeams(let count):
      "rows may be missing in \(count.counted("place")), where the pages above and below do not join"
    case .missing(let count, let total):
      "the server counts \(total.grouped) sign-ins and did not send \(count.grouped) of them"
    case .surplus(let came, let counted):
      "the server sent \(came.grouped) sign-ins, but counts \(counted.grouped)"
    case .repeatedPages(let count):
      "rows may be missing: the server sent \(count.counted("page")) again instead of others"
    case .changingOrder: "rows may be missing: their order changed while they were read"
    case .unknownEnd: "rows may be missing: the list's end was not reached"
    case .givenUp(let calls):
      "stopped after \(calls.grouped) calls: the list changes faster than it can be read"
    }
  }
}
