/// When users were at addresses, to tell who stayed.
struct VisitTimes: Sendable {
  private var visits: [UInt32] = []
  private var ticks: [Int64] = []

  /// Adds a sign-in; one without a time is no part of a stay.
  mutating func add(_ time: Int64, to visit: UInt32) {
    guard time != SignInChunk.noTime else { return }
    visits.append(visit)
    ticks.append(time)
  }

  /// Whether each visit has a stay.
  /// - Parameter count: of all visits.
  func stays(visits count: Int) -> [Bool] {
    var ends = Array(repeating: 0, count: count + 1)
    for visit in visits { ends[Int(visit)] += 1 }
    for visit in 1..<ends.count { ends[visit] += ends[visit - 1] }
    var sorted = Array(repeating: Int64(0), count: ticks.count)
    for (visit, time) in zip(visits, ticks) {
      ends[Int(visit)] -= 1
      sorted[ends[Int(visit)]] = time
    }
    return sorted.withUnsafeMutableBufferPointer { times in
      (0..<count).map { VisitTimes.hasStay(UnsafeMutableBufferPointer(rebasing: times[ends[$0]..<ends[$0 + 1]])) }
    }
  }

  private static func hasStay(_ times: UnsafeMutableBufferPointer<Int64>) -> Bool {
    guard times.count > 1 else { return false }
    var times = times
    times.sort()
    var stay = Stay(at: times[0])
    for time in times.dropFirst() {
      if !stay.extend(to: time) { stay = Stay(at: time) }
      if stay.hasStayed { return true }
    }
    return false
  }
}
