import Elements

/// How much is known of all lists of a merge, kept up to date list by list.
struct MergeTotals: Sendable {
  private var lists = 0
  private var begun = 0
  private var complete = 0
  private var uncounted = 0
  private var total = 0
  private var arrivals = 0
  private var withMoreArrivals = 0
  private var unreadable = 0
  private var failedPages = 0
  private var doubts: [SignInListDoubt: Int] = [:]
  private var errors: [ElementsError: Int] = [:]

  mutating func add(_ coverage: SignInCoverage) { count(coverage, 1) }

  mutating func remove(_ coverage: SignInCoverage) { count(coverage, -1) }

  private mutating func count(_ coverage: SignInCoverage, _ sign: Int) {
    lists += sign
    begun += coverage.isBegun ? sign : 0
    complete += coverage.isComplete ? sign : 0
    uncounted += coverage.isBegun && coverage.total == nil ? sign : 0
    total += sign * (coverage.total ?? 0)
    arrivals += sign * coverage.arrivals
    withMoreArrivals += coverage.hasMoreArrivals ? sign : 0
    unreadable += sign * coverage.unreadable
    failedPages += sign * coverage.failedPages
    if let doubt = coverage.doubt { note(doubt, sign, in: &doubts) }
    if let error = coverage.error { note(error, sign, in: &errors) }
  }

  private func note<Key>(_ key: Key, _ sign: Int, in counts: inout [Key: Int]) {
    let count = (counts[key] ?? 0) + sign
    counts[key] = count > 0 ? count : nil
  }

  /// - Parameter loaded: rows of all lists.
  func coverage(loaded: Int) -> SignInCoverage {
    SignInCoverage(
      total: begun > 0 && uncounted == 0 ? total : nil, isBegun: begun > 0, headReadAt: nil, loaded: loaded,
      arrivals: arrivals, hasMoreArrivals: withMoreArrivals > 0, unreadable: unreadable, failedPages: failedPages,
      isComplete: complete == lists, doubt: doubts.first?.key, error: begun == 0 ? errors.first?.key : nil)
  }
}
