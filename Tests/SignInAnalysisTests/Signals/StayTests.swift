import Elements
import SignInAnalysis
import Testing

struct StayTests {
  private static let second = Timestamp.ticksPerSecond
  private static let minute = 60 * second
  private static let hour = 60 * minute

  @Test func `No time makes no run, and one is touched once`() {
    #expect(StayAccumulator([]).runs.isEmpty)
    let runs = StayAccumulator([5 * Self.hour]).runs
    #expect(runs.map(\.count) == [1])
    #expect(runs.map(\.words) == ["touched once"])
  }

  @Test(arguments: [(30 * 60 * 10_000_000 - 1, false), (30 * 60 * 10_000_000, true)])
  func `A stay is half an hour long at least`(length: Int, hasStayed: Bool) {
    #expect(StayAccumulator([0, Int64(length)]).runs.map(\.hasStayed) == [hasStayed])
  }

  @Test func `Neighbours lie 12 h apart at most`() {
    #expect(StayAccumulator([0, 12 * Self.hour]).runs.map(\.count) == [2])
    #expect(StayAccumulator([0, 12 * Self.hour + 1]).runs.map(\.count) == [1, 1])
  }

  @Test func `Equal times are one run that is no stay`() {
    let runs = StayAccumulator([7, 7, 7]).runs
    #expect(runs.map(\.count) == [3])
    #expect(runs.longestStay == nil)
  }

  @Test func `A run goes on over days where no pause is too long`() {
    let runs = StayAccumulator((0..<10).map { Int64($0) * 11 * Self.hour }).runs
    #expect(runs.map(\.words) == ["stayed 4 d 3 h (10)"])
  }

  @Test func `The longest stay counts, and of two as long the earlier one`() {
    let times = [0, 40, 1_000, 1_050, 2_000, 2_050].map { $0 * Self.minute }
    #expect(StayAccumulator(times).runs.longestStay?.first == 1_000 * Self.minute)
  }

  @Test func `Sign-ins are counted in the wording`() {
    let times = [0, 10, 20, 100, 150, 180, 200].map { $0 * Self.minute }
    #expect(StayAccumulator(times).runs.map(\.words) == ["stayed 3 h 20 min (7)"])
  }

  @Test(arguments: [
    (0, "0 s"), (59, "59 s"), (60, "1 min"), (150, "2 min 30 s"), (2_400, "40 min"), (7_380, "2 h 3 min"),
    (3_600, "1 h"), (3_659, "1 h"), (86_400, "1 d"), (792_000, "9 d 4 h"),
  ])
  func `A length has its two largest units`(seconds: Int, words: String) {
    #expect(SpanWords.words(ticks: Int64(seconds) * Self.second) == words)
  }
}
