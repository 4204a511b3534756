import Elements
import SignInAnalysis
import Testing

struct SignalWordsTests {
  private func words(_ world: SignalWorld, _ networks: LabelledNetworks = LabelledNetworks()) -> SignalWords {
    SignalWords(world.snapshot, networks: networks, tenantName: { "Tenant \($0)" }) { time in
      let minutes = (time.ticks - SignIn.monday) / 600_000_000
      return "\(minutes / 60 % 24):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
  }

  @Test func `Travel is told from place to place, with distance, time, speed and stay`() throws {
    let networks = try LabelledNetworks(csv: "198.51.100.0/24,hosting,Cheap")
    var world = SignalWorld(
      [
        .made(
          "a", minute: 1_237, principal: "bob@contoso.com", ip: "192.0.2.1", country: "NL", city: "Amsterdam",
          at: (52.37, 4.9)),
        .made(
          "b", minute: 1_360, principal: "bob@contoso.com", ip: "198.51.100.1", country: "NG", city: "Lagos",
          at: (6.52, 3.38), isRisk: true),
        .made("c", minute: 1_380, principal: "bob@contoso.com", ip: "198.51.100.1"),
        .made("d", minute: 1_400, principal: "bob@contoso.com", ip: "198.51.100.1"),
      ], since: nil, networks: networks)
    let signal = try #require(world.signals()[Found("b", .travel)])
    let words = words(world, networks)
    #expect(
      words.line(signal)
        == "NL Amsterdam 20:37 → NG Lagos 22:40: 5,100 km in 2 h 3 min, 2,488 km/h · stayed 40 min (3)")
    #expect(words.ids(signal) == ["a", "b"])
    #expect(
      words.lines(signal) == [
        "travel, medium", "NL Amsterdam 20:37 → NG Lagos 22:40: 5,100 km in 2 h 3 min, 2,488 km/h",
        "user: bob@contoso.com", "stayed 40 min (3) at 198.51.100.1",
        "network: hosting Cheap, which raises it by a step",
        "against: baseline unknown: too little is read to tell what is usual",
        "against: sign-ins between the two may not be read",
        "known: how far back sign-ins are read without a gap is unknown",
      ])
  }

  @Test func `A shared address tells its users, how long, how many were risky, and that it is new`() throws {
    let rows = (0..<6).map { SignIn.made("\($0)", minute: Double($0) / 2, user: "u\($0)", isRisk: $0 < 4) }
    var world = SignalWorld(rows, since: -9 * 1_440)
    let signal = try #require(world.signals()[Found("4", .sharedAddress)])
    #expect(
      words(world).line(signal)
        == "203.0.113.7: 6 users in 2 min 30 s, 4 risky, new in the 9 days read · none stayed")
  }

  @Test func `An address over tenants names two of them and counts the others`() throws {
    var world = SignalWorld()
    for tenant in 0..<5 as Range<TenantNumber> {
      world.customers[tenant] = tenant
      world.add([.made("\(tenant)", minute: 370 + Double(tenant), user: "u", isRisk: true)], to: tenant)
    }
    let signal = try #require(world.signals()[Found("3", .crossTenant)])
    #expect(
      words(world).line(signal) == "203.0.113.7: risky at Tenant 0, Tenant 1 and 3 more since 6:10 · none stayed")
    // For a reader who must not learn the others' names.
    let own = SignalWords(world.snapshot, tenantName: { $0 == 3 ? "Tenant 3" : nil }, time: { _ in "6:10" })
    #expect(own.line(signal) == "203.0.113.7: risky at Tenant 3 and 4 more since 6:10 · none stayed")
  }

  @Test func `A new country and an absence say how far was looked`() throws {
    let rows = (0..<10).map { SignIn.made("\($0)", minute: Double($0), country: "NL") }
    var world = SignalWorld(rows + [.made("z", minute: 60 * 1_440, country: "NG")], since: -9 * 1_440)
    let signals = world.signals()
    let country = try #require(signals[Found("z", .newCountry)])
    let absence = try #require(signals[Found("z", .dormant)])
    #expect(
      words(world).line(country) == "first from NG in the 69 days read, after 10 sign-ins of this user · touched once")
    #expect(words(world).line(absence) == "first sign-in for 59 days, since 0:09 · touched once")
  }

  @Test func `A country that is new again says since when it was not seen, not how far was looked`() throws {
    let rows = (0..<10).map { SignIn.made("\($0)", minute: Double($0), country: "NG") }
    var world = SignalWorld(rows + [.made("z", minute: 70 * 1_440, country: "NG")], since: -9 * 1_440)
    let signal = try #require(world.signals()[Found("z", .newCountry)])
    #expect(
      words(world).line(signal)
        == "first from NG for 69 days, since 0:09, after 10 sign-ins of this user · touched once")
  }

  @Test func `One is not told as many`() throws {
    var world = SignalWorld([.made("a", minute: 0, country: "NL"), .made("z", minute: 600, country: "NG")])
    let signal = try #require(world.signals()[Found("z", .newCountry)])
    #expect(
      words(world).line(signal)
        == "first from NG in the 100 days read, after 1 sign-in of this user · stayed 10 h (2)")
  }

  @Test func `A flag says little where many are risky, or where few sign-ins are read`() {
    #expect(
      [(310, 1_000), (1, 199), (0, 50), (0, 1), (1, 1)].map { SignalDoubt.commonFlag(risky: $0.0, of: $0.1).words } == [
        "310 of 1,000 sign-ins read are risky: a flag says little", "only 199 sign-ins are read: a flag says little",
        "only 50 sign-ins are read: a flag says little", "only 1 sign-in is read: a flag says little",
        "only 1 sign-in is read: a flag says little",
      ])
  }

  @Test func `Of two sign-ins at once no speed is told`() throws {
    var world = SignalWorld([
      .made("a", ip: "192.0.2.1", country: "NZ", at: (-36.85, 174.76)),
      .made("b", ip: "2001:db8::1", country: "ES", at: (37.39, -5.99)),
    ])
    let signal = try #require(world.signals()[Found("b", .travel)])
    #expect(words(world).line(signal) == "NZ 0:00 → ES 0:00: 19,925 km within 1 s · touched once")
    #expect(words(world).brief(signal) == "NZ → ES within 1 s, touched once")
  }

  @Test func `An hour of the day is told as from when to when, around midnight too`() throws {
    var settings = SignalSettings()
    settings.oddHour.isEnabled = true
    let signIns = (0..<50).map { SignIn.made("\($0)", minute: Double($0 * 1_440 + 700)) }
    var world = SignalWorld(signIns + [.made("z", minute: 60 * 1_440 + 10)], settings: settings)
    let signal = try #require(world.signals()[Found("z", .oddHour)])
    #expect(words(world).line(signal) == "0 of 50 earlier sign-ins from 23:00 to 2:00 UTC · touched once")
  }

  @Test(
    arguments: [
      (["US", "Boston"], ["United States", "Miami"], "US Boston → United States Miami"),
      (["NL", "Amsterdam"], [nil, "Paris"], "NL Amsterdam → Paris"), (["NL", "Amsterdam"], ["NG", ""], "NL → NG"),
      ([nil, nil], ["", ""], "unnamed place → unnamed place"), (["NL", nil], [nil, nil], "NL → unnamed place"),
    ] as [([String?], [String?], String)])
  func `In half a line cities are told where countries tell nothing`(
    from: [String?], to: [String?], ends: String
  ) throws {
    var world = SignalWorld([
      .made("a", ip: "192.0.2.1", country: from[0], city: from[1], at: (10, 20)),
      .made("b", minute: 61, ip: nil, country: to[0], city: to[1], at: (70, 20)),
    ])
    let signal = try #require(world.signals()[Found("b", .travel)])
    #expect(words(world).brief(signal) == "\(ends) in 1 h 1 min")
  }

  @Test func `Signals that are high together name one another, and a silence the longest one before`() throws {
    let hourly = (0..<360).map { SignIn.made("\($0)", minute: Double($0 * 60), user: "o", ip: nil) }
    var world = SignalWorld(
      hourly + [
        .made("a", minute: 0, ip: "192.0.2.1", at: (10, 20)), .made("b", minute: 1, ip: "192.0.2.2", at: (40, 20)),
        .made("c", minute: 31, ip: "192.0.2.2", at: (40, 20)), .made("z", minute: 40, ip: nil),
      ], since: 0)
    world.add([.made("z", minute: 40, ip: nil, isRisk: true)], to: 0)
    let travel = try #require(world.signals()[Found("b", .travel)])
    #expect(travel.severity == .medium, "what is usual is not known yet")
    world.coverage[0] = SignalCoverage(since: SignIn.monday - 864_000_000_000 * 9)
    world.update()
    let confirmed = try #require(world.signals()[Found("b", .travel)])
    #expect(words(world).lines(confirmed)[0] == "travel, high")
    #expect(words(world).lines(confirmed).contains("high together with late-risk within 24 h"))
    let silence = try #require(world.table(minute: 359 * 60 + 185).tenants[0]?.about.first)
    #expect(
      words(world).line(silence)
        == "no sign-in for 3 h 5 min, since 23:00; the longest pause at this hour of the week was 1 h")
  }
}
