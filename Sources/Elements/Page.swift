/// One page of a list, with what the server said about the whole list when it answered.
public struct Page<Element: Sendable>: Sendable {
  public let items: [Element]
  /// Counted from 1.
  public let index: Int
  /// Rows a page, as the server applied it: it may be smaller than what was asked for.
  public let size: Int
  /// Rows in the whole list at the moment of this answer; nil where the server does not say.
  public let totalCount: Int?
  /// Rows of the answer that could not be read; they are in no `items`, but they do take a place in the list.
  public let unreadable: [UnreadableRow]

  public init(items: [Element], index: Int, size: Int, totalCount: Int?, unreadable: [UnreadableRow] = []) {
    self.items = items
    self.index = index
    self.size = size
    self.totalCount = totalCount
    self.unreadable = unreadable
  }
}

extension Page: Equatable where Element: Equatable {}

/// A row that was left out of its page, and why.
public struct UnreadableRow: Hashable, Sendable {
  /// Counted from 1 within the page, or within what else holds it.
  public let row: Int
  /// What was found, as in `loginTime "yesterday"`. Foreign text.
  public let found: String

  public init(row: Int, found: String) {
    self.row = row
    self.found = found
  }
}

/// Which page of a list to ask for.
public struct PageRequest: Hashable, Sendable {
  /// The most that the server gives in one answer.
  public static let largestSize = 100

  /// Counted from 1.
  public let index: Int
  /// In 1...`largestSize`; the server cuts what is larger.
  public let size: Int

  public init(index: Int, size: Int = PageRequest.largestSize) {
    self.index = index
    self.size = size
  }
}
