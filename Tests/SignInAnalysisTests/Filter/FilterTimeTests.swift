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
    let asked = FilterContext(now: now) { local in local == 1_793_491_200 ? -18_000 : 0 }
    #expect(try Filter(parsing: "since:2026-11-01", in: asked).since == Timestamp(iso8601: "2026-11-01T05:00:00Z"))
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
  }
}
