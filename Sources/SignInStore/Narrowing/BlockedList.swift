/// A list in blocks: to put something in, or take it out, moves what is in one block, and a number for each block
/// below.
struct BlockedList<Element: Sendable>: Sendable {
  private static var most: Int { 512 }

  /// None empty.
  private var blocks: [[Element]] = []
  /// How many elements are above each block.
  private var starts: [Int] = []
  private(set) var count = 0

  init(_ elements: [Element] = []) {
    for start in stride(from: 0, to: elements.count, by: Self.most) {
      blocks.append(Array(elements[start..<min(elements.count, start + Self.most)]))
      starts.append(start)
    }
    count = elements.count
  }

  var isEmpty: Bool { count == 0 }
  var all: [Element] { blocks.flatMap(\.self) }

  /// Nil outside.
  subscript(index: Int) -> Element? {
    guard index >= 0, index < count else { return nil }
    let block = block(at: index)
    return blocks[block][index - starts[block]]
  }

  /// How many elements stand above the first for which `isAbove` is false; it is true for all above that one.
  func count(where isAbove: (Element) -> Bool) -> Int {
    let block = Self.bound(blocks.count) { blocks[$0].last.map(isAbove) ?? false }
    guard block < blocks.count else { return count }
    return starts[block] + Self.bound(blocks[block].count) { isAbove(blocks[block][$0]) }
  }

  /// `index` is at most `count`.
  mutating func insert(_ element: Element, at index: Int) {
    guard !blocks.isEmpty else {
      self = BlockedList([element])
      return
    }
    let block = block(at: index)
    if index == count, blocks[block].count >= Self.most {
      blocks.append([element])
      starts.append(count)
    } else {
      blocks[block].insert(element, at: index - starts[block])
      for below in starts.indices[(block + 1)...] { starts[below] += 1 }
      if blocks[block].count > 2 * Self.most { split(block) }
    }
    count += 1
  }

  /// `index` is below `count`.
  mutating func remove(at index: Int) {
    let block = block(at: index)
    blocks[block].remove(at: index - starts[block])
    for below in starts.indices[(block + 1)...] { starts[below] -= 1 }
    if blocks[block].isEmpty {
      blocks.remove(at: block)
      starts.remove(at: block)
    }
    count -= 1
  }

  private mutating func split(_ block: Int) {
    let lower = Array(blocks[block][Self.most...])
    blocks[block].removeLast(lower.count)
    blocks.insert(lower, at: block + 1)
    starts.insert(starts[block] + blocks[block].count, at: block + 1)
  }

  /// The block that holds an index, or the last.
  private func block(at index: Int) -> Int {
    max(0, Self.bound(starts.count) { starts[$0] <= index } - 1)
  }

  private static func bound(_ count: Int, _ isAbove: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAbove(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
