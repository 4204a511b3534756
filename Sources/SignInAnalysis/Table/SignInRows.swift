/// The columns of a table: sealed chunks, which copies share, and the chunk that still grows.
struct SignInRows: Sendable {
  private var sealed: [SignInChunk] = []
  /// Always fewer rows than a chunk holds.
  private var open = SignInColumns()
  /// The ids that do not fit into `PackedID`.
  private(set) var otherIDs = TextArena()

  var count: Int { sealed.count * SignInChunk.size + open.count }

  /// All rows; the last chunk shares its columns with the one that grows.
  var chunks: [SignInChunk] {
    open.count == 0 ? sealed : sealed + [SignInChunk(open)]
  }

  mutating func append(_ key: IDKey, _ record: SignInRecord) -> RowNumber {
    let row = RowNumber(count)
    open.append(key.packed ?? PackedID(textNumber: otherIDs.append(key.text)), record)
    if open.count == SignInChunk.size {
      sealed.append(SignInChunk(open.trimmed))
      open = SignInColumns()
    }
    return row
  }

  /// Copies of a chunk that were taken before keep what they have; the columns in which nothing changes stay shared.
  mutating func replace(_ changes: [RowNumber: SignInRecord]) {
    for (chunk, changes) in Dictionary(grouping: changes, by: { Int($0.key) / SignInChunk.size }) {
      if chunk == sealed.count {
        open.replace(changes)
      } else {
        var columns = sealed[chunk].columns
        columns.replace(changes)
        sealed[chunk] = SignInChunk(columns)
      }
    }
  }

  func record(at row: RowNumber) -> SignInRecord {
    let (chunk, offset) = place(of: row)
    return chunk == sealed.count ? open.record(at: offset) : sealed[chunk].columns.record(at: offset)
  }

  func id(at row: RowNumber) -> String {
    packedID(at: row).text(among: otherIDs)
  }

  func isKey(_ key: IDKey, at row: RowNumber) -> Bool {
    let id = packedID(at: row)
    if let packed = key.packed { return id == packed }
    return id.textNumber.map { otherIDs.holds(key.text, at: $0) } ?? false
  }

  /// The same as that of the `IDKey` under which the row was put in.
  func hash(at row: RowNumber) -> UInt64 {
    let id = packedID(at: row)
    return id.textNumber.map { otherIDs.hash(at: $0) } ?? id.hash
  }

  private func packedID(at row: RowNumber) -> PackedID {
    let (chunk, offset) = place(of: row)
    return chunk == sealed.count ? open.ids[offset] : sealed[chunk].columns.ids[offset]
  }

  private func place(of row: RowNumber) -> (chunk: Int, offset: Int) {
    (Int(row) / SignInChunk.size, Int(row) % SignInChunk.size)
  }
}
