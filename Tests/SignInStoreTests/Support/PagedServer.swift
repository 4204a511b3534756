@testable import SignInStore

/// A list as the server has it: the newest first, growing at its head, cut into pages at the moment of each answer.
struct PagedServer {
  private(set) var rows: [UInt32]
  private var next: UInt32
  let largestPage: Int

  init(count: Int, largestPage: Int = 100) {
    rows = (0..<UInt32(count)).reversed()
    next = UInt32(count)
    self.largestPage = largestPage
  }

  mutating func arrive(_ count: Int) {
    for _ in 0..<count {
      rows.insert(next, at: 0)
      next += 1
    }
  }

  /// The oldest go, as a retention time makes them.
  mutating func forgetOldest(_ count: Int) {
    rows.removeLast(min(count, rows.count))
  }

  mutating func insertInTheMiddle(at position: Int) {
    rows.insert(next, at: min(position, rows.count))
    next += 1
  }

  mutating func remove(at position: Int) {
    if rows.indices.contains(position) { rows.remove(at: position) }
  }

  mutating func move(from place: Int, to other: Int) {
    let row = rows.remove(at: place)
    rows.insert(row, at: min(other, rows.count))
  }

  func answer(page: Int, size: Int) -> PageAnswer {
    let size = min(size, largestPage)
    let first = min(rows.count, (page - 1) * size)
    let slice = rows[first..<min(rows.count, first + size)]
    return PageAnswer(rows: Array(slice), unreadable: 0, size: size, total: rows.count)
  }
}
