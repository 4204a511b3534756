import Elements
import Testing

@Suite struct CalendarTimeTests {
  @Test(
    "each day is the one after the day before, over centuries to both sides of 1970",
    arguments: [(1, 2_451), (-1, 1_369)])
  func followsTheCalendar(step: Int, lastYear: Int) {
    var walk = CalendarWalk.epoch
    var days: Int64 = 0
    var firstDifference: String?
    while walk.year != lastYear, firstDifference == nil {
      firstDifference = difference(on: days, from: walk)
      if step > 0 { walk.goOn() } else { walk.goBack() }
      days += Int64(step)
    }
    #expect(firstDifference == nil)
    #expect(abs(days) > 175_000)
  }

  @Test("the days after the year 1 and before the year 10000 are known too")
  func ends() {
    let first = CalendarTime(unixSeconds: -62_135_596_800)
    #expect([first.year, first.month, first.day, first.hour, first.minute, first.second] == [1, 1, 1, 0, 0, 0])
    let last = CalendarTime(unixSeconds: 253_402_300_799)
    #expect([last.year, last.month, last.day, last.hour, last.minute, last.second] == [9999, 12, 31, 23, 59, 59])
    #expect(CalendarTime.unixSeconds(year: 1, month: 1, day: 1) == -62_135_596_800)
    #expect(
      CalendarTime.unixSeconds(year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59) == 253_402_300_799)
  }

  @Test("any number of seconds has a calendar time, however far away", arguments: [Int64.min, -1, 0, Int64.max])
  func neverTraps(unixSeconds: Int64) {
    let time = CalendarTime(unixSeconds: unixSeconds)
    #expect((1...12).contains(time.month) && (1...31).contains(time.day))
    #expect((0...23).contains(time.hour) && (0...59).contains(time.minute) && (0...59).contains(time.second))
  }

  @Test("the last second before 1970 belongs to 1969")
  func beforeTheEpoch() {
    let time = CalendarTime(unixSeconds: -1)
    #expect([time.year, time.month, time.day, time.hour, time.minute, time.second] == [1969, 12, 31, 23, 59, 59])
  }

  @Test("a leap second is the first of the next minute")
  func leapSecond() {
    let leap = CalendarTime.unixSeconds(year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60)
    #expect(leap == CalendarTime.unixSeconds(year: 2017, month: 1, day: 1))
  }

  @Test(
    "a date or clock time that no calendar has gives nothing",
    arguments: [
      [0, 1, 1, 0, 0, 0], [10_000, 1, 1, 0, 0, 0], [-1, 1, 1, 0, 0, 0], [.max, 1, 1, 0, 0, 0], [.min, 1, 1, 0, 0, 0],
      [2025, 0, 1, 0, 0, 0], [2025, 13, 1, 0, 0, 0], [2025, .max, 1, 0, 0, 0],
      [2025, 1, 0, 0, 0, 0], [2025, 1, 32, 0, 0, 0], [2025, 4, 31, 0, 0, 0], [2025, 1, .min, 0, 0, 0],
      [2025, 2, 29, 0, 0, 0], [2024, 2, 30, 0, 0, 0], [1900, 2, 29, 0, 0, 0], [2100, 2, 29, 0, 0, 0],
      [2025, 1, 1, 24, 0, 0], [2025, 1, 1, -1, 0, 0], [2025, 1, 1, 0, 60, 0], [2025, 1, 1, 0, 0, 61],
      [2025, 1, 1, .max, 0, 0], [2025, 1, 1, 0, 0, .min],
    ])
  func refuses(fields: [Int]) {
    let unixSeconds = CalendarTime.unixSeconds(
      year: fields[0], month: fields[1], day: fields[2], hour: fields[3], minute: fields[4], second: fields[5])
    #expect(unixSeconds == nil)
  }

  @Test("years that four divides have a 29th of February, full centuries only if 400 does")
  func leapDays() {
    #expect(CalendarTime.unixSeconds(year: 2024, month: 2, day: 29) == 1_709_164_800)
    #expect(CalendarTime.unixSeconds(year: 2000, month: 2, day: 29) == 951_782_400)
  }

  /// What is wrong about the first and the last second of a day, in words; nil if nothing is.
  private func difference(on days: Int64, from walk: CalendarWalk) -> String? {
    let midnight = days * 86_400
    for (second, clock) in [(midnight, [0, 0, 0]), (midnight + 86_399, [23, 59, 59])] {
      let time = CalendarTime(unixSeconds: second)
      let fields = [time.year, time.month, time.day, time.hour, time.minute, time.second]
      if fields != [walk.year, walk.month, walk.day] + clock { return "\(second) is \(time), not on \(walk)" }
    }
    let back = CalendarTime.unixSeconds(year: walk.year, month: walk.month, day: walk.day)
    return back == midnight ? nil : "\(walk) is \(String(describing: back)), not \(midnight)"
  }
}
