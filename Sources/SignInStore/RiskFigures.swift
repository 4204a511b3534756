import Elements

/// What the newest page of a tenant's risky sign-ins says of the tenant.
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

/// What the first page of a list said when it was read last.
struct HeadPage {
  /// The call's number among those of the tenant.
  let call: Int
  /// Of its sign-ins, in order.
  let times: [Timestamp?]
  /// Of the list; nil where the server does not say.
  let total: Int?
  /// Sign-ins of the page that could not be understood.
  let unreadable: Int
}

extension RiskFigures {
  init(_ page: HeadPage, readAt: Timestamp) {
    let since = readAt.dayBefore
    let times = page.times.compactMap { $0 }
    var order = NewestFirst()
    order.see(page.times)
    let isAll = page.total.map { $0 <= page.times.count } ?? page.times.isEmpty
    let isReached = order.holds && times.last.map { $0 < since } ?? false
    let isReadable = page.unreadable == 0 && times.count == page.times.count
    self.init(
      lastDay: times.count { $0 >= since }, isLeast: !isReadable || !(isAll || isReached), total: page.total,
      last: times.max(), readAt: readAt)
  }
}

extension Timestamp {
  fileprivate var dayBefore: Timestamp {
    Timestamp(unixSeconds: unixSeconds - 86_400) ?? .earliest
  }
}
