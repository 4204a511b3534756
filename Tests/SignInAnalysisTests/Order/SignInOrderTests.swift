import Elements
import Randomness
import SignInAnalysis
import Testing

@Suite struct SignInOrderTests {
  private func sorted(_ signIns: [SignIn], by column: SignInColumn, descending: Bool = false) -> [String]? {
    var table = SignInTable()
    let rows = signIns.map { table.insert($0) }
    let order = SignInOrder(column: column, isDescending: descending)
    return order.sorted(rows, in: table.snapshot())?.map { table[$0].id }
  }

  @Test("names are in order without regard to case and accents; those that are missing are last in both directions")
  func names() {
    let rows = ["Zoë", nil, "bob", "Åke", "", "Bob", "anna"].enumerated().map { SignIn.row("\($0)", name: $1) }
    #expect(sorted(rows, by: .user) == ["3", "6", "5", "2", "0", "1", "4"])
    #expect(sorted(rows, by: .user, descending: true) == ["0", "2", "5", "6", "3", "1", "4"])
    let principals = [nil, "b@x", "A@x"].enumerated().map { SignIn.row("\($0)", upn: $1) }
    #expect(sorted(principals, by: .principalName) == ["2", "1", "0"])
  }

  @Test(
    "addresses are in order by number, IPv4 before IPv6, then those that can't be read, then those that are missing")
  func addresses() {
    let rows = [
      nil, "junk", "2001:db8::1", "203.0.113.10", "203.0.113.9:443", "[2001:db8::]:1", "::ffff:10.0.0.1",
      "203.0.113.XXX",
    ].enumerated().map { SignIn.row("\($0)", ip: $1) }
    #expect(sorted(rows, by: .address) == ["6", "7", "4", "3", "5", "2", "1", "0"])
    #expect(sorted(rows, by: .address, descending: true) == ["2", "5", "3", "4", "7", "6", "1", "0"])
  }

  @Test("places are in order by country, then by city")
  func places() {
    let rows = [
      ("NL", "Utrecht"), (nil, "Aix"), ("NG", nil), ("NG", "Lagos"), (nil, nil), ("nl", "Almere"), ("NG", "Abuja"),
    ]
    .enumerated().map { SignIn.row("\($0)", country: $1.0, city: $1.1) }
    #expect(sorted(rows, by: .place) == ["6", "3", "2", "0", "5", "1", "4"])
    #expect(sorted(rows, by: .place, descending: true) == ["5", "0", "3", "6", "2", "1", "4"])
  }

  @Test("rows that are alike keep their order in both directions")
  func stability() {
    let risks = [true, nil, false, true, false, nil]
    let rows = risks.enumerated().map { SignIn.row("\($0)", isRisk: $1) }
    #expect(sorted(rows, by: .risk) == ["2", "4", "0", "3", "1", "5"])
    #expect(sorted(rows, by: .risk, descending: true) == ["0", "3", "2", "4", "1", "5"])
  }

  @Test("random times of many chunks are in order, ties as they came, and so are only the rows that were given")
  func times() {
    var random = SplitMix(seed: 5)
    var table = SignInTable()
    for index in 0..<9_000 {
      let ticks = Int64.random(in: 0..<3_000, using: &random) * 1_000_000_007
      _ = table.insert(
        SignIn(
          id: "\(index)", loginTime: index % 7 == 0 ? nil : Timestamp(ticks: ticks), userID: nil, userDisplayName: nil,
          userPrincipalName: nil, ip: nil, location: nil, country: nil, city: nil, isRisk: nil))
    }
    let rows = (0..<9_000 as Range<RowNumber>).filter { $0 % 3 != 0 }.shuffled(using: &random)
    let missing = rows.filter { table[$0].loginTime == nil }
    let timed = rows.enumerated().filter { table[$1].loginTime != nil }
      .map { (time: table[$1].loginTime?.ticks ?? 0, place: $0, row: $1) }
    let up = timed.sorted { ($0.time, $0.place) < ($1.time, $1.place) }.map(\.row)
    let down = timed.sorted { (-$0.time, $0.place) < (-$1.time, $1.place) }.map(\.row)
    let snapshot = table.snapshot()
    #expect(SignInOrder(column: .time, isDescending: false).sorted(rows, in: snapshot) == up + missing)
    #expect(SignInOrder(column: .time, isDescending: true).sorted(rows, in: snapshot) == down + missing)
  }

  @Test("there is nothing where it was cancelled, at whatever moment, or where no rows were given")
  func cancelled() {
    var table = SignInTable()
    let rows = ["b", "a", "c"].map { table.insert(.row($0, name: $0)) }
    let order = SignInOrder(column: .user, isDescending: false)
    for moment in 0..<4 {
      var asked = 0
      let sorted = order.sorted(rows, in: table.snapshot()) {
        asked += 1
        return asked > moment
      }
      #expect(sorted == nil)
    }
    #expect(order.sorted([], in: table.snapshot()) == [])
  }
}
