import Elements
import ViewModels

/// Which sign-ins a command wants of each tenant, and how far it reads for them.
struct SignInSelection: Sendable {
  var scope = SignInScope.all
  /// Nil takes all.
  var isMatch: (@Sendable (SignIn) -> Bool)?
  /// Sign-ins before this are not wanted, so that reading can end when it comes to them.
  var since: Timestamp?
  /// The most to write, of all tenants together.
  var limit: Int?
  /// Reads a list to its end, whatever its order.
  var isExhaustive = false

  /// Whether the number of rows to read is known before they are.
  var isLimitExact: Bool { limit != nil && isMatch == nil }

  /// How many pages may be asked for at once without asking for one too many.
  var pagesAhead: Int {
    if limit != nil, isMatch != nil { return 1 }
    // A list that is left early is left with at most one page that nobody wanted.
    return since != nil && !isExhaustive ? 2 : 4
  }
}

/// Whether sign-ins came newest first.
struct NewestFirst: Sendable {
  private(set) var holds = true
  /// The last time that was seen: the oldest while it holds.
  private(set) var last: Timestamp?

  /// Sign-ins without a time say nothing.
  mutating func see(_ signIns: [SignIn]) {
    for time in signIns.lazy.compactMap(\.loginTime) {
      if let last, time > last { holds = false }
      last = time
    }
  }
}
