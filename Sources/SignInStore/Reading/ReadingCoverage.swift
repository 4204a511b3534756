import Elements

/// How much of a list a `SignInReader` has read, and what it could not read or prove.
public struct ReadingCoverage: Hashable, Sendable {
  /// Rows in the list when its head was read; nil before that, and where the server does not say.
  public internal(set) var total: Int?
  /// Rows that were handed out.
  public internal(set) var delivered = 0
  /// Rows of the server's pages that could not be read.
  public internal(set) var unreadableCount = 0
  /// The first ten of them at most, in the order in which they were met.
  public internal(set) var unreadable: [UnreadablePlace] = []
  /// Rows that turned up above others that were handed out before them.
  public internal(set) var late = 0
  /// What keeps the reading from being called whole. Empty where it is.
  public internal(set) var doubts: Set<ReadingDoubt> = []

  public init() {}

  /// The rows that were handed out are all there are among those that were read, as far as a server only adds rows
  /// and drops old ones.
  public var isProven: Bool { unreadableCount == 0 && doubts.isEmpty }

  /// Rows that the server counts in the end and that did not come, without an explanation.
  public var missing: Int {
    doubts.reduce(0) { sum, doubt in if case .missing(let count, of: _) = doubt { sum + count } else { sum } }
  }

  /// Rows that were looked at, whether or not they could be read.
  public var scanned: Int { delivered + unreadableCount }
}

/// Why rows may be missing from what was read.
public enum ReadingDoubt: Hashable, Sendable {
  /// At so many places the pages above and below share no row, though they were read again.
  case unprovenSeams(Int)
  /// The server counts this many rows in the end; so many of them did not come, and nothing that was seen explains it.
  case missing(Int, of: Int)
  /// More rows came than the server counts, and nothing that was seen explains it.
  case surplus(came: Int, counted: Int)
  /// So many pages came again in place of others.
  case repeatedPages(Int)
  /// Rows came in another order than before.
  case changingOrder
  /// The server says neither how many rows there are nor, by a short page, where the list ends.
  case unknownEnd
  /// The list changed faster than it could be read: given up after this many calls.
  case givenUp(calls: Int)
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
