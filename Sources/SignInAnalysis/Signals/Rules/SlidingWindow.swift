/// How many distinct things there were in the time before the newest one, both ends of the window included.
struct SlidingWindow: Sendable {
  private let length: Int64
  private var things: [(thing: UInt32, ticks: Int64)] = []
  private var counts: [UInt32: Int] = [:]
  /// The number of the oldest thing inside, in the order in which they came.
  private(set) var start = 0

  init(length: Int64) {
    self.length = length
  }

  var distinct: Int { counts.count }

  /// Adds a thing, not earlier than those before.
  /// - Returns: the distinct things in its window without it, and with it.
  mutating func add(_ thing: UInt32, at ticks: Int64) -> (before: Int, after: Int) {
    while start < things.count, ticks - things[start].ticks > length { drop() }
    let before = distinct
    things.append((thing, ticks))
    counts[thing, default: 0] += 1
    return (before, distinct)
  }

  private mutating func drop() {
    let thing = things[start].thing
    let count = counts[thing, default: 1] - 1
    counts[thing] = count == 0 ? nil : count
    start += 1
  }
}
