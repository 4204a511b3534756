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
