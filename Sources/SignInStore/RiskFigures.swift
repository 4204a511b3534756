import Elements
import SignInAnalysis

/// What the head of a tenant's list of risky sign-ins says of the tenant.
public struct RiskFigures: Hashable, Sendable {
  /// Risky sign-ins in the 24 hours before `readAt`.
  public let lastDay: Int
  /// `lastDay` is all that can be told: there may be more where what was read does not reach back 24 hours, did not
  /// come newest first, or has rows without a time or unreadable ones.
  public let isLeast: Bool
  /// All that the server has; nil where it does not say.
  public let total: Int?
  /// When the latest of those that were read was; nil where there is none.
  public let last: Timestamp?
  public let readAt: Timestamp

  public init(lastDay: Int, isLeast: Bool, total: Int?, last: Timestamp?, readAt: Timestamp) {
    self.lastDay = lastDay
    self.isLeast = isLeast
    self.total = total
    self.last = last
    self.readAt = readAt
  }

  /// How many more there are than at an earlier reading: in 24 hours where both say that exactly, else in all. Nil
  /// where neither can be told.
  func change(since earlier: RiskFigures) -> Int? {
    if !isLeast, !earlier.isLeast { return lastDay - earlier.lastDay }
    guard let total, let former = earlier.total else { return nil }
    return total - former
  }
}

extension RiskFigures {
  /// Rows that are looked at where they do not lead beyond 24 hours: the newest page.
  private static let mostRows = PageRequest.largestSize

  /// By the rows from a list's head on; nil before the head was read.
  @MainActor
  init?(_ list: PagedSignIns) {
    guard let readAt = list.headReadAt else { return nil }
    let coverage = list.coverage
    let since = readAt.dayBefore
    let isReached = list.hasPassed(since)
    var (lastDay, last, isUntimed) = (0, Timestamp?.none, false)
    for place in 0..<list.length {
      guard isReached || place < RiskFigures.mostRows, let row = list.row(at: place) else { break }
      guard let time = list.time(of: row) else {
        isUntimed = true
        continue
      }
      last = last.map { max($0, time) } ?? time
      if time >= since { lastDay += 1 } else if isReached { break }
    }
    let hasOthers = coverage.unreadable > 0 || coverage.arrivals > 0
    let isAll = coverage.isComplete && coverage.loaded <= RiskFigures.mostRows
    self.init(
      lastDay: lastDay, isLeast: isUntimed || hasOthers || !(isReached || isAll), total: coverage.total,
      last: last, readAt: readAt)
  }
}

extension Timestamp {
  fileprivate var dayBefore: Timestamp {
    Timestamp(unixSeconds: unixSeconds - 86_400) ?? .earliest
  }
}
