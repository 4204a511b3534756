/// On which days something was seen, exact at both ends.
struct DaysSeen: Sendable {
  private struct Day: TimeBucket {
    let number: Int64
    var first: Int64
    var last: Int64

    init(ticks: Int64) {
      (number, first, last) = (ticks / SignalTime.day, ticks, ticks)
    }

    mutating func absorb(_ other: Day) {
      (first, last) = (min(first, other.first), max(last, other.last))
    }
  }

  private var days = TimeBuckets<Day>()

  mutating func add(_ times: [Int64]) { days.add(times) }

  /// Whether it was seen at `start` or later, before `end`, which is on a later day.
  func isSeen(from start: Int64, before end: Int64) -> Bool {
    let first = days.firstIndex(notBefore: max(0, start) / SignalTime.day)
    // Of the first day the last one counts, of the last day the first one, and of those between any.
    return days.buckets[first...].prefix(2).contains { $0.last >= start && $0.first < end }
  }
}

/// How many there were in each hour, 8 bytes each.
struct HourCounts: Sendable {
  private struct Hour: TimeBucket {
    private let index: UInt32
    private(set) var count: UInt32 = 1

    init(ticks: Int64) { index = UInt32(ticks / SignalTime.hour) }

    var number: Int64 { Int64(index) }

    mutating func absorb(_ other: Hour) { count += other.count }
  }

  private var hours = TimeBuckets<Hour>()

  mutating func add(_ times: [Int64]) { hours.add(times) }

  /// Those of the hour of a time and later.
  func count(since ticks: Int64) -> Int {
    let first = hours.firstIndex(notBefore: max(0, ticks) / SignalTime.hour)
    return hours.buckets[first...].reduce(0) { $0 + Int($1.count) }
  }
}

/// In which hours a tenant had sign-ins, 8 bytes each.
struct HoursSeen: Sendable {
  private struct Hour: TimeBucket {
    private let index: UInt32
    /// In seconds of the hour.
    private(set) var first: UInt16
    private(set) var last: UInt16

    init(ticks: Int64) {
      index = UInt32(ticks / SignalTime.hour)
      first = UInt16(ticks % SignalTime.hour / SignalTime.second)
      last = first
    }

    var number: Int64 { Int64(index) }
    /// In ticks, without parts of a second.
    var start: Int64 { number * SignalTime.hour + Int64(first) * SignalTime.second }
    var end: Int64 { number * SignalTime.hour + Int64(last) * SignalTime.second }

    mutating func absorb(_ other: Hour) {
      (first, last) = (min(first, other.first), max(last, other.last))
    }
  }

  private static let week: Int64 = 168
  private var hours = TimeBuckets<Hour>()

  mutating func add(_ times: [Int64]) { hours.add(times) }

  /// The newest sign-in in ticks, without its part of a second.
  var last: Int64? { hours.buckets.last?.end }

  /// The longest time without a sign-in, of those that touch the same hour of another week, in ticks; an hour at least.
  func longestPause(touching now: Int64, since: Int64) -> Int64 {
    let wanted = now / SignalTime.hour % HoursSeen.week
    let known = hours.buckets[hours.firstIndex(notBefore: max(0, since) / SignalTime.hour)...]
    return zip(known, known.dropFirst()).reduce(SignalTime.hour) { longest, pair in
      let distance = (wanted - pair.0.number % HoursSeen.week + HoursSeen.week) % HoursSeen.week
      return pair.0.number + distance <= pair.1.number ? max(longest, pair.1.start - pair.0.end) : longest
    }
  }
}
