import Elements

/// How much of a list a `SignInReader` has read, and what it could not read or prove.
public struct ReadingCoverage: Hashable, Sendable {
  /// Rows in the list when its head was read; nil before that.
  public internal(set) var total: Int?
  /// Rows that were handed out.
  public internal(set) var delivered = 0
  /// Rows of the server's pages that could not be read.
  public internal(set) var unreadableCount = 0
  /// The first ten of them at most, in the order in which they were met.
  public internal(set) var unreadable: [UnreadablePlace] = []
  /// Places at which rows may be missing: the pages around them could not be read under one total, and share no row.
  public internal(set) var unprovenSeams = 0
  /// Rows that the server counts and did not give.
  public internal(set) var missing = 0
  /// A page came with fewer rows than announced, or in another order than before.
  public internal(set) var isInconsistent = false

  public init() {}

  /// The rows that were handed out are all there are among those that were read.
  public var isProven: Bool {
    unreadableCount == 0 && unprovenSeams == 0 && missing == 0 && !isInconsistent
  }

  /// Rows that were looked at, whether or not they could be read.
  public var scanned: Int { delivered + unreadableCount }
}

/// A row that was left out, and where it stood.
public struct UnreadablePlace: Hashable, Sendable {
  /// Counted from 1, when it was first met.
  public let page: Int
  /// Counted from 1 within the page.
  public let row: Int
  /// What was found, as in `loginTime "yesterday"`. Foreign text.
  public let found: String

  public init(page: Int, row: Int, found: String) {
    self.page = page
    self.row = row
    self.found = found
  }
}
