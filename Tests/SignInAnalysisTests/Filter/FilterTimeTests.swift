import Elements
import SignInAnalysis
import Testing

@Suite struct FilterTimeTests {
  @Test(
    "a time is a span back from now, a date, or a date-time with or without an offset",
    arguments: [
      ("30m", "2026-11-20T21:30:00.5Z"), ("24h", "2026-11-19T22:00:00.5Z"), ("7D", "2026-11-13T22:00:00.5Z"),
      ("2w", "2026-11-06T22:00:00.5Z"), ("0h", "2026-11-20T22:00:00.5Z"), ("2026-11-01", "2026-11-01T00:00:00Z"),
      ("2026-11-01T14:30", "2026-11-01T14:30:00Z"), ("2026-11-01T14:30:05.25", "2026-11-01T14:30:05.25Z"),
      ("\"2026-11-01 14:30\"", "2026-11-01T14:30:00Z"), ("2026-11-01T14:30:00+02:00", "2026-11-01T12:30:00Z"),
      ("2026-11-01T14:30-0330", "2026-11-01T18:00:00Z"), ("2026-11-01t14:30z", "2026-11-01T14:30:00Z"),
      ("99999999999999999999h", nil), ("9999999999999w", "0001-01-01T00:00:00Z"),
    ] as [(String, String?)])
  func times(text: String, expected: String?) throws {
    let since = try? filter("since:" + text).since
    #expect(since == expected.flatMap(Timestamp.init(iso8601:)))
  }

  @Test("a date or date-time without an offset is one of the zone's clock, at that local time")
  func zone() throws {
    #expect(try filter("since:2026-11-01", secondsEast: 3_600).since == Timestamp(iso8601: "2026-10-31T23:00:00Z"))
    #expect(
      try filter("since:2026-11-01T10:00Z", secondsEast: 3_600).since == Timestamp(iso8601: "2026-11-01T10:00:00Z"))
    #expect(try filter("since:1h", secondsEast: 3_600).since == Timestamp(iso8601: "2026-11-20T21:00:00.5Z"))
    let now = try #require(Timestamp(iso8601: "2026-11-20T22:00:00Z"))
    // Five hours behind until 2026-11-01T06:00:00Z, then six: the night in which clocks are put back.
    let zone = FilterZone(name: "Chicago") { $0 < 1_793_512_800 ? -18_000 : -21_600 }
    let asked = FilterContext(now: now, zone: zone)
    #expect(try Filter(parsing: "since:2026-11-01", in: asked).since == Timestamp(iso8601: "2026-11-01T05:00:00Z"))
    #expect(try Filter(parsing: "since:2026-11-02", in: asked).since == Timestamp(iso8601: "2026-11-02T06:00:00Z"))
  }

  @Test("today begins at midnight of the zone", arguments: [(0, "20T00"), (10_800, "20T21"), (-82_800, "19T23")])
  func today(secondsEast: Int64, midnight: String) throws {
    let expected = try #require(Timestamp(iso8601: "2026-11-\(midnight):00:00Z"))
    #expect(try filter("since:TODAY", secondsEast: secondsEast).since == expected)
  }

  @Test(
    "hours are those of the zone's clock, from the first until before the last, over midnight too",
    arguments: [
      ("22-06", [22, 23, 0, 1, 2, 3, 4, 5]), ("9", [9]), ("9-12", [9, 10, 11]), ("0-24", Array(0..<24)),
      ("22-0", [22, 23]),
      ("8,12-13", [8, 12]), ("09-10,\"9\"", [9]), ("23-1", [23, 0]),
    ])
  func hours(text: String, hours: [Int]) throws {
    for hour in 0..<24 {
      let row = SignIn.row(time: "2026-11-20T\(hour < 10 ? "0" : "")\(hour):59:59.9999999Z")
      #expect(try holds("hour:\(text)", row) == hours.contains(hour), "\(hour)")
      // The clock of a zone two and a half hours ahead shows 29 minutes past.
      #expect(try holds("hour:\(text)", row, secondsEast: 9_000) == hours.contains((hour + 3) % 24), "\(hour)")
    }
  }

  @Test("hours follow a zone that changes its offset, and a row without a time has none")
  func changingZone() throws {
    let zone = FilterZone(name: "Chicago") { $0 < 1_793_512_800 ? -18_000 : -21_600 }
    let context = FilterContext(now: .earliest, zone: zone)
    var matcher = FilterMatcher(try Filter(parsing: "hour:0", in: context))
    var table = SignInTable()
    for minute in ["04:59", "05:00", "05:59", "06:00", "06:59", "07:00"] {
      _ = table.insert(.row(minute, time: "2026-11-01T\(minute):00Z"))
    }
    _ = table.insert(.row("never"))
    // From 6:00 UTC on clocks show midnight again, as they are put back.
    #expect(matcher.matches(among: 0..<7, in: table.snapshot()) == [1, 2, 3, 4])
    #expect(try holds("-hour:0-24", .row()) && !holds("hour:0-24", .row()))
  }

  @Test("a date before which there is no zone's midnight is no time")
  func edge() {
    #expect(throws: FilterError.self) { try filter("since:0001-01-01", secondsEast: 3_600) }
  }

  @Test("since holds from its moment on, until holds before it")
  func bounds() throws {
    let row = SignIn.row(time: "2026-11-01T00:00:00Z")
    #expect(try holds("since:2026-11-01", row) && !holds("until:2026-11-01", row))
    let before = SignIn.row(time: "2026-10-31T23:59:59.9999999Z")
    #expect(try !holds("since:2026-11-01", before) && holds("until:2026-11-01", before))
    #expect(try holds("since:2026-11-01,2026-10-01", before) && holds("until:2026-10-01,2026-11-01", before))
    #expect(try holds("-since:2026-11-01", before))
  }

  @Test("the bound for a scan is the latest that every match has to fulfil")
  func since() throws {
    #expect(try filter("until:1h -since:2h bob").since == nil)
    #expect(try filter("since:24h bob since:2h,48h").since == Timestamp(iso8601: "2026-11-19T22:00:00.5Z"))
    #expect(try filter("since:24h or bob").since == nil)
    #expect(try filter("(since:24h or since:2h) bob").since == nil)
    #expect(try filter("not since:24h -(since:2h) -(a since:1h)").since == nil)
    #expect(try filter("(a or b) (c since:24h)").since == Timestamp(iso8601: "2026-11-19T22:00:00.5Z"))
  }
}
