import SignInAnalysis

/// Runs of rows, each row at most once in all of them.
///
/// Where a row stands, and which row stands at a place, takes a binary search over the blocks of one run. Adding a
/// page at either end costs what the page costs; other changes cost at most a pass over the blocks of one run, never
/// over its rows.
struct RowRuns: Sendable {
  typealias ID = Int

  struct Location: Hashable, Sendable {
    let run: ID
    /// Counted from the run's first row.
    let index: Int
  }

  private var runs: [ID: RowBlocks] = [:]
  private var nextID = 0
  /// By row: the handle of its block plus 1; 0 for a row that is in no run.
  private var handles: [UInt32] = []
  /// By handle.
  private var places: [BlockPlace] = []
  private var freeHandles: [UInt32] = []
  /// Rows in all runs.
  private(set) var count = 0

  func contains(_ row: RowNumber) -> Bool {
    Int(row) < handles.count && handles[Int(row)] != 0
  }

  func count(of run: ID) -> Int { runs[run]?.count ?? 0 }

  /// `index` is below the run's count.
  func row(at index: Int, of run: ID) -> RowNumber? { runs[run]?.row(at: index) }

  func first(of run: ID) -> RowNumber? { runs[run]?.blocks.first?.rows.first }

  func last(of run: ID) -> RowNumber? { runs[run]?.blocks.last?.rows.last }

  func rows(_ range: Range<Int>, of run: ID) -> [RowNumber] { runs[run]?.rows(range) ?? [] }

  /// All rows of a run, in blocks that are shared with it.
  func blocks(of run: ID) -> [[RowNumber]] { runs[run]?.blocks.map(\.rows) ?? [] }

  func location(of row: RowNumber) -> Location? {
    guard contains(row) else { return nil }
    let place = places[Int(handles[Int(row)] - 1)]
    guard let run = runs[place.run], let index = run.index(of: row, inBlockAt: place.start) else { return nil }
    return Location(run: place.run, index: index)
  }

  // MARK: Changes

  /// A run of rows that are in no other.
  mutating func create(_ rows: [RowNumber]) -> ID {
    let id = nextID
    nextID += 1
    runs[id] = RowBlocks()
    append(rows, to: id)
    return id
  }

  mutating func append(_ rows: [RowNumber], to id: ID) {
    splice(count(of: id)..<count(of: id), of: id, with: rows)
  }

  mutating func prepend(_ rows: [RowNumber], to id: ID) {
    splice(0..<0, of: id, with: rows)
  }

  /// Puts rows that are in no other run in the place of some; these are in no run then, unless they are among the new
  /// ones.
  mutating func splice(_ range: Range<Int>, of id: ID, with rows: [RowNumber]) {
    guard !range.isEmpty || !rows.isEmpty, var run = runs.removeValue(forKey: id) else { return }
    let change = run.replace(range, with: rows)
    for block in change.removed { forget(block) }
    for index in change.added { note(&run.blocks[index], of: id) }
    for index in change.moved { places[Int(run.blocks[index].handle)].start = run.blocks[index].start }
    runs[id] = run
  }

  /// Appends the lower run's rows to the upper one's; there is no lower run then.
  mutating func join(_ lower: ID, to upper: ID) {
    guard lower != upper, var above = runs.removeValue(forKey: upper), let below = runs.removeValue(forKey: lower)
    else { return }
    let first = above.blocks.count
    above.append(below.blocks)
    for block in above.blocks[first...] {
      places[Int(block.handle)] = BlockPlace(run: upper, start: block.start)
    }
    runs[upper] = above
  }

  mutating func remove(_ id: ID) {
    splice(0..<count(of: id), of: id, with: [])
    runs[id] = nil
  }

  private mutating func forget(_ block: RowBlock) {
    for row in block.rows where handles[Int(row)] == block.handle + 1 {
      handles[Int(row)] = 0
      count -= 1
    }
    freeHandles.append(block.handle)
  }

  private mutating func note(_ block: inout RowBlock, of run: ID) {
    let place = BlockPlace(run: run, start: block.start)
    if let free = freeHandles.popLast() {
      block.handle = free
      places[Int(free)] = place
    } else {
      block.handle = UInt32(places.count)
      places.append(place)
    }
    for row in block.rows {
      if Int(row) >= handles.count {
        handles.append(contentsOf: repeatElement(0, count: Int(row) + 1 - handles.count))
      }
      if handles[Int(row)] == 0 { count += 1 }
      handles[Int(row)] = block.handle + 1
    }
  }
}

/// Where a block of rows is.
private struct BlockPlace: Sendable {
  let run: RowRuns.ID
  /// The coordinate of its first row within the run.
  var start: Int
}

/// Some rows that follow one another.
private struct RowBlock: Sendable {
  /// The coordinate of the first row: rows of a run are numbered on from it, and a run may begin below 0.
  var start: Int
  var rows: [RowNumber]
  var handle: UInt32 = 0

  var end: Int { start + rows.count }
}

/// The rows of a run, in blocks of at most `most` rows.
private struct RowBlocks: Sendable {
  static let most = 256

  /// From top to bottom, none empty, each starting where the one before ends.
  var blocks: [RowBlock] = []

  private var origin: Int { blocks.first?.start ?? 0 }
  var count: Int { (blocks.last?.end ?? 0) - origin }

  func row(at index: Int) -> RowNumber? {
    guard index >= 0, index < count else { return nil }
    let block = blocks[blockIndex(at: origin + index)]
    return block.rows[origin + index - block.start]
  }

  func rows(_ range: Range<Int>) -> [RowNumber] {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return [] }
    var rows: [RowNumber] = []
    rows.reserveCapacity(range.count)
    let (first, end) = (origin + range.lowerBound, origin + range.upperBound)
    for block in blocks[blockIndex(at: first)...] {
      guard block.start < end else { break }
      rows += block.rows[max(0, first - block.start)..<min(block.rows.count, end - block.start)]
    }
    return rows
  }

  func index(of row: RowNumber, inBlockAt start: Int) -> Int? {
    let block = blocks[blockIndex(at: start)]
    return block.rows.firstIndex(of: row).map { block.start + $0 - origin }
  }

  /// The block that holds a coordinate.
  private func blockIndex(at coordinate: Int) -> Int {
    var (low, high) = (0, blocks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if blocks[middle].start <= coordinate { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Appends blocks of another run, which keep their handles.
  mutating func append(_ others: [RowBlock]) {
    let shift = (blocks.last?.end ?? 0) - (others.first?.start ?? 0)
    for var block in others {
      block.start += shift
      blocks.append(block)
    }
  }

  /// What a change has done to blocks.
  struct Change {
    var removed: [RowBlock]
    /// Indices of blocks that need a handle.
    var added: Range<Int>
    /// Indices of blocks whose rows have other coordinates now.
    var moved: Range<Int>
  }

  mutating func replace(_ range: Range<Int>, with rows: [RowNumber]) -> Change {
    let (first, end) = (origin + range.lowerBound, origin + range.upperBound)
    let touched = blocksTouched(first, end)
    // At the head the coordinates go down, so that nothing below has to move.
    let isAtHead = range.lowerBound == 0 && range.upperBound < count
    let old = Array(blocks[touched])
    var new: [RowNumber] = []
    if let head = old.first { new += head.rows[..<max(0, first - head.start)] }
    new += rows
    if let tail = old.last { new += tail.rows[min(tail.rows.count, max(0, end - tail.start))...] }
    let oldCount = old.reduce(0) { $0 + $1.rows.count }
    let shift = new.count - oldCount
    var start = old.first?.start ?? first
    if isAtHead { start -= shift }
    let added = RowBlocks.cut(new, from: start)
    blocks.replaceSubrange(touched, with: added)
    let below = touched.lowerBound + added.count..<blocks.count
    let moved = isAtHead || shift == 0 ? below.upperBound..<below.upperBound : below
    for index in moved { blocks[index].start += shift }
    return Change(removed: old, added: touched.lowerBound..<touched.lowerBound + added.count, moved: moved)
  }

  /// The blocks that hold coordinates from `first` to before `end`; a full block is not opened for rows beside it.
  private func blocksTouched(_ first: Int, _ end: Int) -> Range<Int> {
    guard let last = blocks.last else { return 0..<0 }
    if first == end {
      if first == last.end {
        return blocks.count - (last.rows.count < RowBlocks.most / 4 ? 1 : 0)..<blocks.count
      }
      if first == origin { return 0..<0 }
      let index = blockIndex(at: first)
      return blocks[index].start == first ? index..<index : index..<index + 1
    }
    return blockIndex(at: first)..<blockIndex(at: end - 1) + 1
  }

  private static func cut(_ rows: [RowNumber], from start: Int) -> [RowBlock] {
    stride(from: 0, to: rows.count, by: most).map { offset in
      RowBlock(start: start + offset, rows: Array(rows[offset..<min(rows.count, offset + most)]))
    }
  }
}
