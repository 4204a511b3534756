import Elements
import SignInAnalysis
import Testing

/// What takes more room than most, in tables that have sealed chunks.
@Suite struct SignInTablePackingTests {
  private static let rows = 2 * SignInChunk.size + 100
  private static let lastTick = Timestamp.range.upperBound
  private static let today: Int64 = 638_907_426_550_000_000

  @Test(
    arguments: [
      [nil], [0], [lastTick], [0, lastTick], [nil, lastTick, 0, 1], [0, 1 << 57 - 1], [1, 1 << 57, nil],
      [lastTick - 1, lastTick, nil], [today, today + 1],
    ] as [[Int64?]])
  func `times come back exactly, however far apart they are`(_ ticks: [Int64?]) {
    var table = SignInTable()
    let signIns = Self.signIns { SignIn.packed($0, ticks: ticks[$0 % ticks.count]) }
    _ = table.insert(contentsOf: signIns)
    #expect(Self.exactRows(of: table) == signIns.exactly)
    let times = table.snapshot().chunks.flatMap { Array($0.times) }
    #expect(times == signIns.map { $0.loginTime?.ticks ?? SignInChunk.noTime })
  }

  @Test
  func `a time that lies far from all others of its chunk can come later`() {
    var table = SignInTable()
    var signIns = Self.signIns { SignIn.packed($0, ticks: Self.today + Int64($0)) }
    _ = table.insert(contentsOf: signIns)
    let before = table.snapshot()
    let changes: [(row: Int, ticks: Int64?)] = [
      (0, Self.lastTick), (1, 0), (2, nil), (SignInChunk.size, nil), (Self.rows - 1, 0),
    ]
    for (row, ticks) in changes { signIns[row] = SignIn.packed(row, ticks: ticks) }
    _ = table.insert(contentsOf: changes.map { signIns[$0.row] })
    #expect(Self.exactRows(of: table) == signIns.exactly)
    #expect(before[0].loginTime?.ticks == Self.today)
  }

  @Test
  func `numbers that need more bits than the rest of a sealed chunk can come later`() {
    var table = SignInTable()
    var signIns = Self.signIns { SignIn.packed($0, user: "same", ip: "203.0.113.7") }
    _ = table.insert(contentsOf: signIns)
    for row in 0..<1_000 { signIns[row] = SignIn.packed(row, user: "user \(row)", ip: "198.51.100.\(row)") }
    _ = table.insert(contentsOf: Array(signIns[0..<1_000]))
    #expect(Self.exactRows(of: table) == signIns.exactly)
  }

  @Test(arguments: [
    ["203.0.113.7", "203.0.113.07", "203.0.113.007", "203.0.113.7 ", " 203.0.113.7", "203.0.113.7:443"],
    ["0.0.0.0", "255.255.255.255", "00.0.0.0", "256.0.0.0", "0.0.0.256", "1000.0.0.0", "0.0.0.00"],
    ["203.0.113.XXX", "203.0.113.", "203.0.113", "203.0.113.7.", "203.0.113.7.8", ".203.0.113.7", "203..113.7"],
    ["", ".", "...", "....", "+1.2.3.4", "1.2.3.-4", "1.2.3.4\0", "1.2.3.\u{0664}", "\u{FF11}.2.3.4"],
    ["1.2.3.4", "1.2.3.4294967300", "4294967297.2.3.4", "1.2.772.4", "1.2.3.40000000000000000000"],
    ["::ffff:203.0.113.7", "2001:db8::1", "2001:DB8::1", "2001:db8:0:0:0:0:0:1", "2001:db8::1%eth0"],
  ])
  func `addresses come back byte for byte, however they are written`(_ addresses: [String]) {
    var table = SignInTable()
    let signIns = (addresses + addresses.reversed()).enumerated().map { SignIn.packed($0, ip: $1) }
    _ = table.insert(contentsOf: signIns)
    #expect(Self.exactRows(of: table) == signIns.exactly)
    #expect(table.snapshot().addresses.count == addresses.count + 1)
  }

  private static func signIns(_ signIn: (Int) -> SignIn) -> [SignIn] {
    (0..<rows).map(signIn)
  }

  /// As the table and as a snapshot of it give them, which are the same.
  private static func exactRows(of table: SignInTable) -> [ExactSignIn] {
    let snapshot = table.snapshot()
    let rows = 0..<RowNumber(table.count)
    let exact = rows.map { table[$0] }.exactly
    #expect(rows.map { snapshot[$0] }.exactly == exact)
    return exact
  }
}

extension SignIn {
  fileprivate static func packed(_ number: Int, ticks: Int64? = 0, user: String? = nil, ip: String? = nil) -> SignIn {
    SignIn(
      id: SignInDraw.guid(number), loginTime: ticks.flatMap(Timestamp.init(ticks:)), userID: user,
      userDisplayName: nil, userPrincipalName: nil, ip: ip, location: nil, country: nil, city: nil, isRisk: nil)
  }
}
