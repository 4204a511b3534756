import Elements

/// Rows that could not be read, each once however often its page is.
struct UnreadableRows: Sendable {
  /// How many are kept to be named.
  static let most = 10

  private(set) var first: [UnreadablePlace] = []
  /// By their distance from the list's end, which arrivals at its head do not change.
  private var distances: Set<Int> = []

  var count: Int { distances.count }

  /// - Parameters:
  ///   - distance: of the boundary above the page from the list's end, in rows.
  ///   - headTotal: rows of the list when its head was read; what lies farther from its end has arrived since.
  mutating func note(_ rows: [UnreadableRow], page: Int, distance: Int, headTotal: Int?) {
    for row in rows {
      let own = distance - row.row + 1
      guard own <= headTotal ?? own, distances.insert(own).inserted, first.count < Self.most else { continue }
      first.append(UnreadablePlace(page: page, row: row.row, found: row.found))
    }
  }
}

/// A stretch of the list from which no row came, in the course of being looked over.
struct ReadingGap: Sendable {
  /// Pages in a row that came empty before nothing more is expected of the list.
  private static let mostEmptyPages = 3
  /// Pages in a row that brought nothing new. More than shifts explain: rather a server that gives one page for all.
  private static let mostFruitlessPages = 50

  /// Rows of it that were passed over, in whole pages.
  private(set) var skipped = 0
  private var emptyPages = 0
  private var fruitlessPages = 0
  private var unreadable = 0

  var isHopeless: Bool { fruitlessPages >= Self.mostFruitlessPages }

  /// - Parameter isFruitful: whether the page holds a row that was not handed out yet.
  mutating func note(isFruitful: Bool, unreadable page: Page<SignIn>) {
    if page.items.isEmpty { unreadable += page.unreadable.count }
    let bringsSomething = isFruitful || !page.unreadable.isEmpty
    emptyPages = bringsSomething || !page.items.isEmpty ? 0 : emptyPages + 1
    fruitlessPages = bringsSomething ? 0 : fruitlessPages + 1
  }

  /// Passes over another page of a gap; false where it ends, or nothing is to be expected of it.
  mutating func skip(_ pageSize: Int, within length: Int) -> Bool {
    guard skipped + pageSize < length, emptyPages < Self.mostEmptyPages, !isHopeless else { return false }
    skipped += pageSize
    return true
  }

  /// Rows of a gap of this length that are missing, and not only unreadable.
  mutating func missing(of length: Int) -> Int {
    let known = min(length, unreadable)
    unreadable -= known
    return length - known
  }

  /// There are rows again.
  mutating func close() {
    skipped = 0
  }
}
