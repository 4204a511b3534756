import Elements
import Randomness
import SignInAnalysis
import Testing

struct HoursGridTests {
  /// Set back by an hour at 2026-10-25T01:00Z, ahead at 2026-03-29T01:00Z.
  private static let amsterdam = FilterZone(name: "Amsterdam") { seconds in
    (1_774_746_000..<1_792_890_000).contains(seconds) ? 7_200 : 3_600
  }

  private func grid(_ times: [String?], risky: Set<Int> = [], zone: FilterZone = .utc) -> HoursGrid {
    var random = SplitMix(seed: 1)
    let signIns = times.enumerated().map { SignIn.row("\($0)", time: $1, isRisk: risky.contains($0)) }
    let (snapshot, rows) = FleetSnapshot.made(of: [signIns], shuffledBy: &random)
    return HoursGrid(rows, in: snapshot, zone: zone)
  }

  @Test(arguments: 0..<6, [0, 19_800, -36_000] as [Int64])
  func `Each cell holds the sign-ins of its day and hour in the zone`(seed: UInt64, secondsEast: Int64) {
    var draw = ViewDraw(seed: seed)
    let tenants = (0..<2).map { _ in draw.signIns(200) }
    let (snapshot, rows) = FleetSnapshot.made(of: tenants, shuffledBy: &draw.random)
    let grid = HoursGrid(rows, in: snapshot, zone: FilterZone(name: "z") { _ in secondsEast })
    var all: [[Int64]: Int] = [:]
    var risky: [[Int64]: Int] = [:]
    for signIn in tenants.joined() {
      guard let seconds = signIn.loginTime.map({ $0.unixSeconds + secondsEast }) else { continue }
      let cell = [seconds / 86_400, seconds % 86_400 / 3_600]
      all[cell, default: 0] += 1
      if signIn.isRisk == true { risky[cell, default: 0] += 1 }
    }
    for day in grid.days {
      for hour in 0..<24 {
        #expect(day.all[hour] == all[[day.number, Int64(hour)]] ?? 0)
        #expect(day.risky[hour] == risky[[day.number, Int64(hour)]] ?? 0)
      }
    }
    #expect(grid.days.reduce(0) { $0 + $1.total } == all.values.reduce(0, +))
    #expect(grid.withoutTime == tenants.joined().count { $0.loginTime == nil })
    #expect(grid.most == all.values.max())
    #expect(zip(grid.days, grid.days.dropFirst()).allSatisfy { $0.number > $1.number })
  }

  @Test func `Days without a sign-in are there, unless there are many of them`() {
    let grid = grid(["2026-11-20T10:00Z", "2026-11-18T10:00Z", "2026-11-01T10:00Z", nil])
    #expect(grid.days.map(\.date.day) == [20, 19, 18, 1])
    #expect(grid.days.map(\.daysLeftOut) == [0, 0, 16, 0])
    #expect(grid.withoutTime == 1 && grid.days[1].total == 0)
  }

  @Test func `Days beyond the most that are kept are counted`() {
    let days = (0..<HoursGrid.mostDays + 3).map { 1_790_000_000 - Int64($0) * 86_400 }
    var random = SplitMix(seed: 2)
    let signIns = days.enumerated().map { index, seconds in
      SignIn(
        id: "\(index)", loginTime: Timestamp(unixSeconds: seconds), userID: nil, userDisplayName: nil,
        userPrincipalName: nil, ip: nil, location: nil, country: nil, city: nil, isRisk: nil)
    }
    let (snapshot, rows) = FleetSnapshot.made(of: [signIns], shuffledBy: &random)
    let grid = HoursGrid(rows, in: snapshot, zone: .utc)
    #expect(grid.days.count == HoursGrid.mostDays && grid.older == 3)
  }

  @Test func `The first and the last moment of the calendar are days like others`() {
    let grid = grid(["0001-01-01T00:00Z", "9999-12-31T23:59:59Z", "1970-01-01T00:30Z"], risky: [0])
    #expect(grid.days.map(\.date.year) == [9999, 1970, 1])
    #expect(grid.days.map(\.totalRisky) == [0, 0, 1])
  }

  @Test func `The span of a cell holds its sign-ins and no others`() throws {
    let times = (0..<48 * 4).map { 1_792_800_000 + Int64($0) * 900 }
    var random = SplitMix(seed: 2)
    let signIns = times.enumerated().map { index, seconds in
      SignIn(
        id: "\(index)", loginTime: Timestamp(unixSeconds: seconds), userID: nil, userDisplayName: nil,
        userPrincipalName: nil, ip: nil, location: nil, country: nil, city: nil, isRisk: nil)
    }
    let (snapshot, rows) = FleetSnapshot.made(of: [signIns], shuffledBy: &random)
    let grid = HoursGrid(rows, in: snapshot, zone: HoursGridTests.amsterdam)
    #expect(grid.days.flatMap(\.all).contains(8), "an hour that comes twice")
    for day in grid.days {
      for hour in 0..<24 where day.all[hour] > 0 {
        let span = try #require(grid.span(of: day, hour: hour))
        #expect(signIns.count { $0.loginTime.map(span.contains) ?? false } == day.all[hour])
      }
    }
  }

  @Test func `No rows make no days`() {
    #expect(HoursGrid().days.isEmpty && grid([]).days.isEmpty && grid([nil]).withoutTime == 1)
  }
}
