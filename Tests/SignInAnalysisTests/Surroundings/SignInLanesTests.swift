import Elements
import Randomness
import SignInAnalysis
import Testing

struct SignInLanesTests {
  private let minute = 60 * Timestamp.ticksPerSecond

  private func entry(_ minutes: Int, _ country: String?, isRisky: Bool = false) -> SignInLanes.Entry {
    SignInLanes.Entry(ticks: Int64(minutes) * minute, country: country, isRisky: isRisky)
  }

  private func text(_ lane: SignInLanes.Lane, columns: Int = 240) -> String {
    lane.marks(columns: columns).map { $0 == .none ? "." : $0 == .risky ? "!" : "o" }.joined()
  }

  @Test func `The sign-in's own country comes first, then those with most sign-ins, and what has none`() {
    let entries = [entry(0, "NG", isRisky: true), entry(-123, "NL"), entry(-600, "NL"), entry(-700, nil)]
    let lanes = SignInLanes(around: 0, country: "NG", entries).lanes
    #expect(lanes.map(\.name) == [.country("NG"), .country("NL"), .noCountry])
    #expect(lanes.map(\.count) == [1, 2, 1] && lanes.map(\.risky) == [1, 0, 0])
    #expect(text(lanes[0], columns: 60) == String(repeating: ".", count: 48) + "!" + String(repeating: ".", count: 11))
    #expect(SignInLanes.centerColumn(columns: 60) == 48)
  }

  @Test func `A country is one however it is written, and of equal times the risky one is shown`() {
    let entries = [entry(0, "NL"), entry(0, "Netherlands", isRisky: true), entry(0, "netherlands")]
    let lanes = SignInLanes(around: 0, country: "NL", entries).lanes
    #expect(lanes.count == 1 && lanes.first?.count == 3)
    #expect(lanes.first?.marks(columns: 240)[192] == .risky)
  }

  @Test func `Beyond the limit the rest are one lane`() {
    let countries = ["AA", "BB", "CC", "DD", "EE", "FF", "GG"]
    let entries = countries.enumerated().map { entry(-$0.offset, $0.element, isRisky: $0.offset == 6) }
    let lanes = SignInLanes(around: 0, country: "AA", entries, limit: 5).lanes
    #expect(lanes.map(\.name) == [.country("AA"), .country("BB"), .country("CC"), .country("DD"), .others(3)])
    #expect(lanes.last?.count == 3 && lanes.last?.risky == 1)
  }

  @Test(arguments: 0..<60)
  func `Every sign-in is in the cell of its time, as an obvious model has it`(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let countries: [String?] = ["NL", "NG", "US", nil]
    let entries = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
      entry(
        Int.random(in: -3_000...800, using: &random), countries.randomElement(using: &random) ?? nil,
        isRisky: Bool.random(using: &random))
    }
    let lanes = SignInLanes(around: 0, country: "NL", entries, limit: 9).lanes
    let columns = Int.random(in: 1...300, using: &random)
    var seen = 0
    for lane in lanes {
      let country: String? = if case .country(let name) = lane.name { name } else { nil }
      let own = entries.filter { entry in
        entry.country == country && entry.ticks >= -2_880 * minute && entry.ticks < 720 * minute
      }
      seen += own.count
      #expect(lane.count == own.count && lane.risky == own.count(where: \.isRisky))
      for (column, mark) in lane.marks(columns: columns).enumerated() {
        let slots = (column * 240 / columns)..<max(column * 240 / columns + 1, (column + 1) * 240 / columns)
        let inside = own.filter { slots.contains(Int(($0.ticks + 2_880 * minute) / (15 * minute))) }
        #expect(mark == (inside.contains(where: \.isRisky) ? .risky : inside.isEmpty ? .none : .signIn))
      }
    }
    #expect(seen == entries.count { $0.ticks >= -2_880 * minute && $0.ticks < 720 * minute })
  }
}
