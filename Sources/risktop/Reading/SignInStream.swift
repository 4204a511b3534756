import Elements
import Reports
import SignInAnalysis
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

  /// - Parameter limit: of the rows still wanted; nil for all.
  init(of tenant: TenantIdentity, _ selection: SignInSelection, limit: Int?, pagesAhead: Int, client: ElementsClient) {
    self.tenant = tenant
    let texts = TenantTexts(customer: tenant.customerName, tenant: tenant.tenantName)
    matcher = selection.filter.map { FilterMatcher($0, tenant: selection.isOfAllTenants ? texts : nil) }
    since = selection.isExhaustive ? nil : selection.filter?.since
    let limit = selection.filter == nil ? limit : nil
    reader = SignInReader(
      of: tenant.reference, selection.scope, client: client, limit: limit, pagesAhead: pagesAhead,
      pageSize: min(limit ?? .max, PageRequest.largestSize))
  }

  var coverage: ReadingCoverage { reader.coverage }

  /// Asks for the first page and waits for nothing.
  mutating func begin() {
    reader.begin()
  }

  /// The wanted ones among the next rows, which may be none; nil after the last.
  mutating func next() async throws(ElementsError) -> [SignIn]? {
    guard !isLeftEarly, let rows = try await reader.next() else { return nil }
    order.see(rows)
    if let since, let last = order.last, last < since { isLeftEarly = order.holds }
    return matches(among: rows)
  }

  private mutating func matches(among rows: [SignIn]) -> [SignIn] {
    guard var matcher else { return rows }
    let matches = rows.filter { matcher.holds($0) }
    self.matcher = matcher
    return matches
  }

  /// The same; what went wrong is kept apart, and nothing comes after it.
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
    if coverage.unprovenSeams > 0 {
      sentences.append(
        "rows may be missing in \(coverage.unprovenSeams.grouped) places: the list changed faster than it could be read"
      )
    }
    if coverage.missing > 0 {
      sentences.append(
        "\(coverage.missing.grouped) of \((coverage.total ?? 0).grouped) sign-ins did not come, though the server counts them"
      )
    } else if coverage.isInconsistent {
      sentences.append("rows may be missing: pages came shorter than announced, or in another order than before")
    }
    return sentences
  }

  /// Texts in which an expression may have a match that was not looked for; nil where there are none. Contains no foreign text.
  var unsearched: String? {
    guard let count = matcher?.truncatedTexts, count > 0 else { return nil }
    return "\(count.grouped) texts were too long to look for an expression in all of them"
  }

  /// What rests on an assumption; nil where nothing does.
  var assumption: String? {
    guard isLeftEarly, coverage.scanned < coverage.total ?? 0 else { return nil }
    return "read \(progress), assuming newest first; --exhaustive reads on"
  }
}
