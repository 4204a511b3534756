import Elements
import SignInAnalysis

/// Filters all rows of a table with each kind of term, in slices as the dashboard does.
func measureFilters(_ snapshot: SignInSnapshot) throws {
  let context = FilterContext(now: SampleTenant.now)
  for query in FilterRun.queries {
    let filter = try Filter(parsing: query, in: context)
    let runs = (0..<5).map { _ in FilterRun(filter, over: snapshot) }
    ResultLine(
      what: "filter `\(query)`", count: snapshot.count, first: runs.map(\.firstScreen).median,
      result: runs.map(\.whole).median.milliseconds, remark: "\((runs.last?.matches ?? 0).grouped) match"
    ).write()
  }
}

/// One pass of a filter over a table, by a matcher that has decided nothing yet.
private struct FilterRun {
  /// A letter and a word, then one for each kind of term.
  static let queries = [
    "a", "bakker", "user:svc", "ip:198.18.0.0/16", "country:NG", "risky:yes", "since:24h", #"/\.ext[0-9]+@/"#,
    "hour:22-06", "risky:yes or user:svc",
  ]
  private static let screenful = 80
  private static let slice = 8_192

  private(set) var matches = 0
  /// Until a screen was full, or the end was reached without that.
  let firstScreen: Duration
  let whole: Duration

  init(_ filter: Filter, over snapshot: SignInSnapshot) {
    let start = ContinuousClock.now
    var full: Duration?
    var matcher = FilterMatcher(filter)
    for first in stride(from: 0, to: snapshot.count, by: FilterRun.slice) {
      let rows = RowNumber(first)..<RowNumber(min(snapshot.count, first + FilterRun.slice))
      matches += matcher.matches(among: rows, in: snapshot).count
      if full == nil, matches >= FilterRun.screenful { full = start.duration(to: .now) }
    }
    whole = start.duration(to: .now)
    firstScreen = full ?? whole
  }
}
