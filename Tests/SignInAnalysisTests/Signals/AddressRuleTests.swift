import Elements
import SignInAnalysis
import Testing

/// The rules of the family *address*, at their thresholds.
struct AddressRuleTests {
  private func burst(
    users: Int, last: Double = 20, risky: Int = 0, since days: Double? = 7,
    networks: LabelledNetworks = LabelledNetworks(),
    before: [SignIn] = [], after: [SignIn] = []
  ) -> [String: String] {
    let rows = (0..<users).map { user in
      SignIn.made(
        "\(user)", minute: user == users - 1 ? last : Double(user), user: "u\(user)", isRisk: user < risky)
    }
    var world = SignalWorld(before + rows + after, since: days.map { -$0 * 1_440 }, networks: networks)
    return world.severities(.sharedAddress)
  }

  @Test func `A shared address has five users in 20 min`() {
    #expect(burst(users: 5, risky: 1, since: nil) == ["4": "low"])
    #expect(burst(users: 4, risky: 1, since: nil).isEmpty)
    #expect(burst(users: 5, last: 20.01, risky: 1, since: nil).isEmpty)
  }

  @Test func `One of them is risky, or the address is new in 7 days that are read`() {
    #expect(burst(users: 5, since: nil).isEmpty)
    #expect(burst(users: 5, since: 7) == ["4": "low"])
    #expect(burst(users: 5, since: 6.99).isEmpty)
    #expect(burst(users: 5, before: [.made("x", minute: -30)]).isEmpty)
  }

  @Test func `A shared address is medium with both, or if two users stayed`() {
    #expect(burst(users: 5, risky: 1) == ["4": "medium"])
    let one = [SignIn.made("s0", minute: 40, user: "u0")]
    #expect(burst(users: 5, after: one) == ["4": "low"])
    #expect(burst(users: 5, after: one + [.made("s1", minute: 40, user: "u1")]) == ["4": "medium"])
  }

  @Test func `A shared address is told once for as long as it goes on`() {
    let more = (5..<12).map { SignIn.made("\($0)", minute: Double($0), user: "u\($0)") }
    #expect(burst(users: 5, last: 4, risky: 1, after: more).keys.sorted() == ["4"])
    let later = (0..<5).map { SignIn.made("l\($0)", minute: 500 + Double($0), user: "u\($0)", isRisk: true) }
    #expect(burst(users: 5, last: 4, risky: 1, after: later).keys.sorted() == ["4", "l4"])
  }

  @Test func `A known network or an office quiets a shared address, and so do users for whom it is usual`() throws {
    for (kind, expected) in [
      ("known", "quiet medium"), ("office", "quiet medium"), ("vpn", "medium"), ("hosting", "high"),
    ] {
      let networks = try LabelledNetworks(csv: "203.0.113.0/24,\(kind)")
      #expect(burst(users: 5, risky: 1, networks: networks) == ["4": expected])
    }
    func usual(_ count: Int) -> [String: String] {
      let days = (0..<count).flatMap { user in
        (0..<3).map {
          SignIn.made("b\(user) \($0)", minute: Double($0 - 5) * 1_440 + Double(user) * 60, user: "u\(user)")
        }
      }
      return burst(users: 5, risky: 1, before: days).filter { $0.key == "4" }
    }
    #expect(usual(4) == ["4": "quiet low"])
    #expect(usual(3) == ["4": "low"])
  }

  private func spread(
    _ signIns: [(tenant: TenantNumber, signIn: SignIn)], customers: [TenantNumber: UInt32] = [0: 0, 1: 1, 2: 2, 3: 3],
    networks: LabelledNetworks = LabelledNetworks()
  ) -> [String: String] {
    var world = SignalWorld(networks: networks)
    world.customers = customers
    for tenant in customers.keys {
      world.coverage[tenant] = SignalCoverage(since: SignIn.monday - 864_000_000_000 * 30)
    }
    for (tenant, signIn) in signIns { world.add([signIn], to: tenant) }
    return world.severities(.crossTenant)
  }

  private func risky(_ id: String, _ minute: Double = 0, user: String? = nil, isRisk: Bool = true) -> SignIn {
    .made(id, minute: minute, user: user ?? "u" + id, isRisk: isRisk)
  }

  @Test func `An address is risky at two customers within 24 h, and tells each tenant once`() {
    #expect(spread([(0, risky("a")), (1, risky("b", 1_440))]) == ["a": "low", "b": "low"])
    #expect(spread([(0, risky("a")), (1, risky("b", 1_440.1))]).isEmpty)
    #expect(spread([(0, risky("a")), (1, risky("b"))], customers: [0: 0, 1: 0]).isEmpty)
    #expect(spread([(0, risky("a")), (0, risky("c", 3)), (1, risky("b", 5))]).keys.sorted() == ["a", "b"])
  }

  @Test func `More than half of the address's sign-ins are risky`() {
    let two = [(tenant: TenantNumber(0), signIn: risky("a")), (1, risky("b"))]
    #expect(spread(two + [(0, risky("c", isRisk: false))]).count == 2)
    #expect(spread(two + [(0, risky("c", isRisk: false)), (2, risky("d", isRisk: false))]).isEmpty)
  }

  @Test func `Three customers make it medium, two users that stayed high`() throws {
    #expect(spread([(0, risky("a")), (1, risky("b")), (2, risky("c"))])["a"] == "medium")
    let stays: [(tenant: TenantNumber, signIn: SignIn)] = [
      (0, risky("a", user: "x")), (1, risky("b", user: "y")), (0, risky("c", 30, user: "x")),
    ]
    #expect(spread(stays)["a"] == "low")
    #expect(spread(stays + [(1, risky("d", 30, user: "y"))])["a"] == "high")
    let networks = try LabelledNetworks(csv: "203.0.113.7,known,VPN of ours")
    #expect(spread(stays, networks: networks)["a"] == "quiet low")
  }

  @Test func `A guest of two customers who stayed at both is one user`() {
    func stays(_ names: [String]) -> [(tenant: TenantNumber, signIn: SignIn)] {
      names.enumerated().flatMap { tenant, name in
        [0, 30].map { minute in
          (
            TenantNumber(tenant),
            SignIn(
              id: "\(tenant) \(minute)", loginTime: Timestamp(ticks: SignIn.monday + Int64(minute) * 600_000_000),
              userID: "id\(tenant)", userDisplayName: nil, userPrincipalName: name, ip: "203.0.113.7", location: nil,
              country: "NL", city: nil, isRisk: true)
          )
        }
      }
    }
    let guest = ["bob_home.example#EXT#@a.example", "Bob_home.example#EXT#@b.example"]
    #expect(spread(stays(guest))["0 0"] == "low" && spread(stays(guest + ["bob@home.example"]))["0 0"] == "medium")
    #expect(spread(stays(["bob@a.example", "bob@b.example"]))["0 0"] == "high")
  }

  private func taint(_ minute: Double, user: String = "v", users: Int = 0, stay: Double = 0) -> [String: String] {
    let risk = ([0, 1, 2] as [Double]).map { SignIn.made("r\($0)", minute: $0, user: "u", isRisk: true) }
    let crowd = (0..<users).map { SignIn.made("c\($0)", minute: 1, user: "c\($0)", isRisk: true) }
    let stays = stay > 0 ? [SignIn.made("stay", minute: minute + stay, user: user)] : []
    var world = SignalWorld(risk + crowd + [.made("z", minute: minute, user: user)] + stays)
    return world.severities(.taintedAddress)
  }

  @Test func `An address is tainted for another user within 14 days`() {
    #expect(taint(2 + 14 * 1_440) == ["z": "low"])
    #expect(taint(2 + 14 * 1_440 + 0.1).isEmpty)
    #expect(taint(10, user: "u").isEmpty)
    #expect(taint(10, stay: 30) == ["z": "medium"])
  }

  @Test func `An address of more than 20 users is not tainted`() {
    #expect(taint(10, users: 18) == ["z": "low"])
    #expect(taint(10, users: 19).isEmpty)
  }

  @Test func `Two users at texts that are no address share nothing`() {
    var world = SignalWorld((0..<6).map { .made("\($0)", user: "u\($0)", ip: "203.0.113.XXX", isRisk: $0 > 0) })
    #expect(world.signals().keys.allSatisfy { $0.rule.family != .address })
  }

  @Test func `A sign-in without a user counts for the address, and is nobody's`() {
    #expect(spread([(0, risky("a")), (1, .made("b", user: nil, isRisk: true))]) == ["a": "low", "b": "low"])
    let nobody = (0..<3).map { SignIn.made("n\($0)", minute: Double($0 * 30), user: nil, isRisk: true) }
    #expect(spread([(0, risky("a"))] + nobody.map { (1, $0) })["a"] == "low")
    #expect(burst(users: 5, before: [.made("x", minute: -30, user: nil)]).isEmpty)
    #expect(burst(users: 4, risky: 1, before: [.made("x", minute: 0, user: nil)]).isEmpty)
  }

  @Test func `The address is usual for a user concerned, or known, and all is quiet`() throws {
    let usual = (0..<3).map { SignIn.made("\($0)", minute: Double($0 - 4) * 1_440, user: "v") }
    let flags = (0..<4).map { SignIn.made("f\($0)", minute: Double($0), user: "w", isRisk: true) }
    #expect(
      spread(flags.map { (0, $0) } + usual.map { (1, $0) } + [(1, risky("b", 9, user: "v"))])
        == ["f0": "quiet low", "b": "quiet low"])
    #expect(spread(flags.map { (0, $0) } + usual.map { (1, $0) } + [(1, risky("b", 9))]) == ["f0": "low", "b": "low"])
    func taint(_ signIns: [SignIn], _ csv: String = "") throws -> String? {
      var world = SignalWorld(flags + signIns, since: -20 * 1_440, networks: try LabelledNetworks(csv: csv))
      return world.severities(.taintedAddress)["z"]
    }
    #expect(try taint(usual + [.made("z", minute: 9, user: "v", isRisk: nil)]) == nil)
    #expect(try taint([.made("z", minute: 9, user: "v")]) == "low")
    #expect(try taint([.made("z", minute: 9, user: "v")], "203.0.113.0/24,known") == "quiet low")
    #expect(try taint([.made("z", minute: 9, user: "v")], "203.0.113.0/24,office") == "low")
    #expect(try taint([.made("z", minute: 9, user: "v")], "203.0.113.0/24,hosting") == "medium")
  }

  @Test
  func `A tainted address tells a user once in 14 days, before or after the risky sign-in, and names the nearest`()
    throws
  {
    let day = 1_440.0
    let signIns =
      (0..<9).map { SignIn.made("r\($0)", minute: 14 * day + Double($0), user: "u", isRisk: true) } + [
        .made("a", minute: 0, user: "v"), .made("b", minute: 13.9 * day, user: "v"),
        .made("c", minute: 14 * day + 4.4, user: "v"), .made("d", minute: 28 * day + 8, user: "v"),
        .made("own", minute: 14 * day, user: "v", isRisk: true), .made("e", minute: 29 * day, user: "v"),
      ]
    var world = SignalWorld(signIns)
    let found = world.signals().filter { $0.key.rule == .taintedAddress }
    #expect(Set(found.keys.map(\.id)) == ["a", "c", "d"])
    let near = found.mapValues { world.snapshot[$0.evidence.otherRows[0]]?.id }
    #expect(near[Found("a", .taintedAddress)] == "r0" && near[Found("c", .taintedAddress)] == "r4")
    #expect(near[Found("d", .taintedAddress)] == "r8")
  }
}
