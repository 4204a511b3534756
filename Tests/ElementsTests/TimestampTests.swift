import Elements
import Testing

@Suite struct TimestampTests {
  @Test("a moment is within the years 1 to 9999, to the last tick")
  func range() {
    #expect(Timestamp(ticks: 0)?.ticks == 0)
    #expect(Timestamp(ticks: 3_155_378_975_999_999_999)?.ticks == 3_155_378_975_999_999_999)
    #expect(Timestamp(ticks: -1) == nil)
    #expect(Timestamp(ticks: 3_155_378_976_000_000_000) == nil)
    #expect(Timestamp(ticks: .min) == nil)
    #expect(Timestamp(ticks: .max) == nil)
  }

  @Test(
    "Unix seconds outside of the years 1 to 9999 are no moment",
    arguments: [-62_135_596_801, 253_402_300_800, .min, .max])
  func refusedUnixSeconds(seconds: Int64) {
    #expect(Timestamp(unixSeconds: seconds) == nil)
  }

  @Test(
    "Unix seconds and ticks name the same moments",
    arguments: [
      (-62_135_596_800, 0), (-1, 621_355_967_990_000_000), (0, 621_355_968_000_000_000),
      (1_755_145_855, 638_907_426_550_000_000), (253_402_300_799, 3_155_378_975_990_000_000),
    ] as [(Int64, Int64)])
  func unixSeconds(seconds: Int64, ticks: Int64) throws {
    let time = try #require(Timestamp(unixSeconds: seconds))
    #expect(time.ticks == ticks)
    #expect(time.unixSeconds == seconds)
  }

  @Test("what is left of a second counts up, before 1970 too")
  func subseconds() throws {
    let time = try #require(Timestamp(ticks: 621_355_967_999_999_999))
    #expect(time.unixSeconds == -1)
    #expect(time.subsecondTicks == 9_999_999)
  }

  @Test("moments are ordered by time")
  func order() throws {
    let earlier = try #require(Timestamp(ticks: 638_907_426_550_000_000))
    let later = try #require(Timestamp(ticks: 638_907_426_550_000_001))
    #expect(earlier < later)
    #expect(!(later < earlier))
  }
}
