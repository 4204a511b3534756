import Elements
import SignInAnalysis

/// A filter's text as it was read, and what it says of some sign-ins.
struct Judgement {
  let filter: Filter
  /// For each of the sign-ins.
  let verdicts: [Bool]

  /// Nil for what is no filter.
  init?(_ text: String, of signIns: [SignIn]) {
    guard let filter = try? Filter(parsing: text, of: FilterInput.list, in: FilterInput.context) else { return nil }
    self.filter = filter
    var matcher = FilterMatcher(filter, tenant: FilterInput.tenant)
    verdicts = signIns.map { matcher.holds($0) }
  }

  /// The same for the rows of a table.
  func verdicts(in snapshot: SignInSnapshot) -> [Bool] {
    var matcher = FilterMatcher(filter, tenant: FilterInput.tenant)
    return (0..<RowNumber(snapshot.count)).map { matcher.holds($0, in: snapshot) }
  }
}
