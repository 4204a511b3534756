import Elements
import SignInAnalysis
import Testing

@Suite struct HourlyTallyTests {
  private func tally(_ times: String?...) -> HourlyTally {
    var tally = HourlyTally()
    for time in times { tally.count(time.flatMap(Timestamp.init(iso8601:))) }
    return tally
  }

  @Test("an hour holds what began in it, from its first moment to the last tick")
  func hours() {
    let tally = tally(
      "2025-08-14T04:00:00Z", "2025-08-14T04:59:59.9999999Z", "2025-08-14T05:00:00Z", "2025-08-14T03:59:59.9999999Z")
    #expect(tally.newest(hours: 3) == [1, 2, 1])
  }

  @Test("hours without a sign-in are there, as nought")
  func gaps() {
    let tally = tally("2025-08-14T04:30:00Z", "2025-08-14T01:30:00Z")
    #expect(tally.newest(hours: 6) == [0, 0, 1, 0, 0, 1])
  }

  @Test("the newest hour ends the list whatever came last, across days and offsets")
  func newestLast() {
    let tally = tally("2025-08-14T01:30:00+02:00", "2025-08-14T00:10:00Z", "2025-08-13T22:05:00Z")
    #expect(tally.newest(hours: 3) == [1, 1, 1])
    #expect(tally.newest(hours: 1) == [1])
  }

  @Test("a sign-in without a time is left out")
  func withoutTime() {
    #expect(tally(nil, "2025-08-14T04:30:00Z", nil).newest(hours: 2) == [0, 1])
  }

  @Test("where there is nothing to count, or no hour asked for, there is nothing to show", arguments: [-1, 0])
  func nothing(hours: Int) {
    #expect(HourlyTally().newest(hours: 24) == [])
    #expect(tally(nil).newest(hours: 24) == [])
    #expect(tally("2025-08-14T04:30:00Z").newest(hours: hours) == [])
  }

  @Test("the hours before the first of the calendar are nought")
  func firstHour() {
    #expect(tally("0001-01-01T00:30:00Z").newest(hours: 3) == [0, 0, 1])
  }
}
