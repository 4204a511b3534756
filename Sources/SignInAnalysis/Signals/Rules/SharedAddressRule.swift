/// `shared-address`: the sign-in with which one address reaches 5 users of one tenant in the 20 min before, where one
/// of them is risky, or the address is new to the tenant in 7 days that are read.
///
/// The evidence is the whole burst: for as long as the users in the 20 min before are not fewer. After Microsoft
/// Sentinel's `SigninPasswordSpray` (5 users, 20 min); a shared address and no spray, since there is no failure code.
public struct SharedAddressRule: Hashable, Sendable {
  public var isEnabled = true
  /// At least.
  public var users = 5
  public var minutes = 20.0
  public var baselineDays = 7.0
  /// Quiet where the address is usual for so many of the users, in percent.
  public var usualPercent = 80.0

  public init() {}

  func find(_ signIns: AddressSignIns) -> [SignalHit] {
    signIns.rowsByTenant.flatMap { rows in
      find(rows.allSatisfy(\.hasUser) ? rows : rows.filter(\.hasUser), first: rows[0].ticks, of: signIns)
    }
  }

  /// - Parameters:
  ///   - rows: of one tenant, in order, each with a user.
  ///   - first: when the address was first seen in the tenant, with or without a user.
  private func find(_ rows: [AddressSignIn], first: Int64, of signIns: AddressSignIns) -> [SignalHit] {
    guard rows.count >= users else { return [] }
    var window = UsersInWindow(length: SignalTime.minutes(minutes), owners: signIns.owners)
    var hits: [SignalHit] = []
    var burst: (start: Int, reached: Int)?
    for index in rows.indices {
      let change = window.add(index, of: rows)
      // The count of the window without the row may have fallen, and the row brought it back.
      if let known = burst, change.before < users {
        hits += hit(rows, known.start..<index, reached: known.reached, first, of: signIns)
        burst = nil
      }
      if burst == nil, change.after >= users { burst = (window.start, index) }
    }
    if let burst { hits += hit(rows, burst.start..<rows.count, reached: burst.reached, first, of: signIns) }
    return hits
  }

  private func hit(
    _ rows: [AddressSignIn], _ range: Range<Int>, reached: Int, _ first: Int64, of signIns: AddressSignIns
  ) -> [SignalHit] {
    let risky = rows[range].count { $0.isRisky }
    let isFirst = range.lowerBound == 0 && rows[reached].ticks - first <= SignalTime.minutes(minutes)
    guard risky > 0 || isFirst else { return [] }
    var (seen, stayed) = (RowBits(), RowBits())
    var firsts: [AddressSignIn] = []
    var stays = 0
    for row in rows[range] {
      if !seen[row.owner] { firsts.append(row) }
      seen[row.owner] = true
      if !stayed[row.owner], signIns.stay(row).hasStayed {
        stayed[row.owner] = true
        stays += 1
      }
    }
    let burst = AddressBurst(
      users: firsts.count, signIns: range.count, risky: risky, start: rows[range.lowerBound].ticks,
      span: rows[range.upperBound - 1].ticks - rows[range.lowerBound].ticks, stayed: stays,
      usual: firsts.count { signIns.isUsual($0) }, isFirst: isFirst,
      rows: firsts.lazy.map(\.row).filter { $0 != rows[reached].row }.prefix(AddressBurst.rowLimit).map(\.self))
    return [signIns.hit(.sharedAddress(burst), at: rows[reached])]
  }

  func judge(_ burst: AddressBurst, _ hit: SignalHit, in standing: TenantStanding) -> SignalVerdict? {
    let isNew = burst.isFirst && standing.coverage.baseline(at: burst.start) >= SignalTime.days(baselineDays)
    guard burst.risky > 0 || isNew else { return nil }
    return SignalVerdict(
      burst.risky > 0 && isNew || burst.stayed >= 2 ? .medium : .low, quiet: quietReason(burst, hit),
      doubts: [standing.usualDoubt(at: hit.ticks), burst.risky > 0 ? standing.flagDoubt : nil])
  }

  private func quietReason(_ burst: AddressBurst, _ hit: SignalHit) -> QuietReason? {
    if let label = hit.label, label == .known || label == .office { return .labelledNetwork(label) }
    return Double(burst.usual) * 100 >= usualPercent * Double(burst.users) ? .usualAddress : nil
  }
}

/// How many users there were at an address in the time before its newest sign-in, as `SlidingWindow` counts; one of
/// an office is asked for some hundred thousand sign-ins.
private struct UsersInWindow {
  private let length: Int64
  /// By owner: the index of the last row.
  private var last: [Int]
  private var count = 0
  /// The index of the oldest row inside.
  private(set) var start = 0

  init(length: Int64, owners: Int) {
    self.length = length
    last = Array(repeating: -1, count: owners)
  }

  /// Adds the next row.
  /// - Returns: the users in its window without it, and with it.
  mutating func add(_ index: Int, of rows: [AddressSignIn]) -> (before: Int, after: Int) {
    let row = rows[index]
    while row.ticks - rows[start].ticks > length {
      if last[Int(rows[start].owner)] == start { count -= 1 }
      start += 1
    }
    let before = count
    if last[Int(row.owner)] < start { count += 1 }
    last[Int(row.owner)] = index
    return (before, count)
  }
}
