/// The columns of a table: sealed chunks, which copies share, and the rows after them.
struct SignInRows: Sendable {
  private var sealed: [SignInChunk] = []
  /// Always fewer rows than a chunk holds.
  private var open = GrowingColumns()

  /// All rows; the last chunk is made anew each time.
  var chunks: [SignInChunk] {
    open.count == 0 ? sealed : sealed + [SignInChunk(SignInColumns(open))]
  }

  mutating func append(_ record: PackedSignIn) {
    open.append(record)
    if open.count == SignInChunk.size {
      sealed.append(SignInChunk(SignInColumns(open)))
      open = GrowingColumns()
    }
  }

  /// Copies of a chunk that were taken before keep what they have; the columns in which nothing changes stay shared.
  mutating func replace(_ changes: [RowNumber: PackedSignIn]) {
    for (chunk, changes) in Dictionary(grouping: changes, by: { Int($0.key) / SignInChunk.size }) {
      if chunk == sealed.count {
        open.replace(changes)
      } else {
        sealed[chunk] = SignInChunk(sealed[chunk].columns.replacing(changes))
      }
    }
  }

  /// In ticks, or `SignInChunk.noTime`.
  func time(at row: RowNumber) -> Int64 {
    let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
    return chunk == sealed.count ? open.times[offset] : sealed[chunk].columns.times[offset]
  }

  func record(at row: RowNumber) -> PackedSignIn {
    let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
    return chunk == sealed.count ? open.record(at: offset) : sealed[chunk].columns.record(at: offset)
  }
}
