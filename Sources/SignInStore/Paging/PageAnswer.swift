import Elements
import SignInAnalysis

/// What came back for a page.
struct PageAnswer: Hashable, Sendable {
  /// The longest list that can be: each row has a number of 32 bits.
  static let largestTotal = 4_000_000_000

  let rows: [RowNumber]
  /// Rows of the page that could not be read.
  let unreadable: Int
  let size: Int
  /// Nil where the server does not say.
  let total: Int?
  /// The number that the server gives the page; nil where it gives none.
  var index: Int?

  /// Places of the list that the page's rows take, read or not.
  var filled: Int { rows.count + unreadable }
}

extension PageAnswer {
  /// What a server claims is believed as far as it can be: a page of at most what was asked for, in a list that can
  /// be reckoned with.
  init(rows: [RowNumber], _ page: Page<SignIn>, asked: Int) {
    self.init(
      rows: rows, unreadable: page.unreadable.count, size: min(page.size, asked),
      total: page.totalCount.map { min(max(0, $0), PageAnswer.largestTotal) }, index: page.index)
  }
}
