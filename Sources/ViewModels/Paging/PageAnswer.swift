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
  let total: Int
}

extension PageAnswer {
  /// What a server claims is believed as far as it can be: a page of at most what was asked for, in a list that can be reckoned with.
  init(rows: [RowNumber], _ page: Page<SignIn>, asked: Int) {
    self.init(
      rows: rows, unreadable: page.unreadable.count, size: min(page.size, asked),
      total: min(max(0, page.totalCount), PageAnswer.largestTotal))
  }
}
