import Elements

/// Sign-ins by day and hour of a zone's clocks.
public struct HoursGrid: Sendable {
  /// Hours of a day.
  public static let hours = 24
  /// Days that are kept at most; older ones are counted in `older`.
  public static let mostDays = 400
  /// A longer row of days without a sign-in is left out, and told by `HoursDay.daysLeftOut`.
  static let longestGap = 7

  /// The newest first.
  public let days: [HoursDay]
  /// Sign-ins without a time.
  public let withoutTime: Int
  /// Sign-ins before the days.
  public let older: Int
  /// The largest count of one hour.
  public let most: Int
  let zone: FilterZone

  /// Of no sign-in.
  public init() {
    self.init(counts: [:], withoutTime: 0, zone: .utc)
  }

  /// Counts rows of tables that share their words; rows that are not there are passed over.
  public init(_ rows: [FleetRow], in snapshot: FleetSnapshot, zone: FilterZone) {
    var clock = ZoneClock(zone)
    var counts: [Int64: HoursDay] = [:]
    var current = HoursDay(number: 0)
    var withoutTime = 0
    snapshot.forEachChunk(of: rows) { chunk, offsets, _ in
      let (times, risks) = (chunk.times, chunk.risks)
      for offset in offsets {
        guard let hours = clock.hours(atTicks: times[Int(offset)]) else {
          withoutTime += 1
          continue
        }
        let day = hours.flooredQuotient(by: 24)
        if day != current.number {
          // Neighbours are of one day, mostly: the dictionary is asked once a run of them.
          counts[current.number] = current
          current = counts[day] ?? HoursDay(number: day)
        }
        current.count(hour: Int(hours.flooredRemainder(by: 24)), isRisky: risks[Int(offset)] == 1)
      }
    }
    counts[current.number] = current
    self.init(counts: counts, withoutTime: withoutTime, zone: zone)
  }

  private init(counts: [Int64: HoursDay], withoutTime: Int, zone: FilterZone) {
    let all = counts.values.filter { $0.total > 0 }.sorted { $0.number > $1.number }
    var days: [HoursDay] = []
    var older = 0
    for day in all {
      HoursGrid.fillGap(above: day, in: &days)
      if days.count < HoursGrid.mostDays { days.append(day) } else { older += day.total }
    }
    self.days = days
    self.older = older
    self.withoutTime = withoutTime
    self.zone = zone
    most = days.flatMap(\.all).max() ?? 0
  }

  private static func fillGap(above day: HoursDay, in days: inout [HoursDay]) {
    guard let above = days.last, days.count < mostDays else { return }
    let missing = above.number - day.number - 1
    if missing > longestGap {
      days[days.count - 1].daysLeftOut = Int(missing)
    } else {
      for offset in 0..<missing where days.count < mostDays {
        days.append(HoursDay(number: above.number - 1 - offset))
      }
    }
  }
}

/// A day of a zone's calendar, hour by hour.
public struct HoursDay: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int64
  /// By hour, 24 of them.
  public private(set) var all: [Int]
  public private(set) var risky: [Int]
  /// Days below this one that are not shown, since none of them has a sign-in.
  public internal(set) var daysLeftOut = 0

  init(number: Int64) {
    self.number = number
    all = Array(repeating: 0, count: HoursGrid.hours)
    risky = all
  }

  public var total: Int { all.reduce(0, +) }
  public var totalRisky: Int { risky.reduce(0, +) }

  /// The day's date.
  public var date: CalendarTime { CalendarTime(unixSeconds: number * 86_400) }

  mutating func count(hour: Int, isRisky: Bool) {
    all[hour] += 1
    if isRisky { risky[hour] += 1 }
  }
}

extension HoursGrid {
  /// From the first moment at which the zone's clocks show this hour of this day up to, but without, the first after
  /// the last such moment. Where clocks are set back that is two hours; nil where they never show it.
  public func span(of day: HoursDay, hour: Int) -> Range<Timestamp>? {
    let start = day.number * 86_400 + Int64(hour) * 3_600
    guard let first = moments(at: start).min() ?? moments(at: start + 1_800).min(),
      let last = moments(at: start + 3_599).max() ?? moments(at: start + 1_799).max(), first <= last,
      let lower = Timestamp(unixSeconds: first), let upper = Timestamp(unixSeconds: last + 1)
    else { return nil }
    return lower..<upper
  }

  /// How far the zone's clocks are ahead of UTC at a moment, in seconds.
  public func secondsEast(at time: Timestamp) -> Int64 { zone.secondsEast(time.unixSeconds) }

  /// The moments at which the zone's clocks show a reading: none, one or two.
  private func moments(at local: Int64) -> [Int64] {
    let offsets = Set([zone.secondsEast(local - 86_400), zone.secondsEast(local + 86_400)])
    return offsets.map { local - $0 }.filter { $0 + zone.secondsEast($0) == local }
  }
}
