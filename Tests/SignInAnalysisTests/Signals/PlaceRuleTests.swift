import Elements
import SignInAnalysis
import Testing

/// The rules of the family *place*, at their thresholds.
struct PlaceRuleTests {
  private static let degree = 6371 * Double.pi / 180

  /// Two sign-ins on one meridian, so far apart in space and time.
  private func travel(
    _ kilometres: Double, minutes: Double, from: String? = "192.0.2.1", to: String? = "192.0.2.2"
  ) -> [String: String] {
    var world = SignalWorld([
      .made("a", minute: 0, ip: from, at: (10, 20)),
      .made("b", minute: minutes, ip: to, at: (10 + kilometres / Self.degree, 20)),
    ])
    return world.severities(.travel)
  }

  @Test func `Travel is 500 km at least`() {
    #expect(travel(499.9, minutes: 1).isEmpty)
    #expect(travel(500.1, minutes: 1) == ["b": "low"])
  }

  @Test func `Travel is 800 km an hour at least`() {
    #expect(travel(1_600.5, minutes: 120) == ["b": "low"])
    #expect(travel(1_599.5, minutes: 120).isEmpty)
  }

  @Test func `Travel is between two addresses, or from or to none`() {
    #expect(travel(1_000, minutes: 1, to: "192.0.2.1").isEmpty)
    #expect(travel(1_000, minutes: 1, to: "::ffff:192.0.2.1").isEmpty)
    #expect(travel(1_000, minutes: 1, to: "192.0.2.1:443").isEmpty)
    #expect(travel(1_000, minutes: 1, from: "192.0.2.XXX", to: "192.0.2.XXX") == ["b": "low"])
    #expect(travel(1_000, minutes: 1, from: nil, to: nil) == ["b": "low"])
  }

  @Test func `Two sign-ins at once are 0.0001 h apart, and the later id is the later one`() {
    var world = SignalWorld([.made("b", ip: "192.0.2.1", at: (10, 20)), .made("a", ip: "192.0.2.2", at: (20, 20))])
    let signal = world.signals()[Found("b", .travel)]
    guard case .travel(let leap)? = signal?.evidence else { return #expect(Bool(false), "no travel") }
    #expect(leap.elapsed == 0)
    #expect(abs((leap.kilometresPerHour ?? 0) - 10_000 * 10 * Self.degree) < 1)
  }

  @Test(arguments: [
    ((0.5, 179.9), (0.5, -179.9), 22.24), ((90.0, 0.5), (90.0, -120), 0), ((10.0, 20), (-10, -160), 20_015.09),
    ((90.0, 1), (-90, 1), 20_015.09), ((-90.0, 5), (0, 5), 10_007.54), ((52.37, 4.9), (6.52, 3.38), 5_100),
  ])
  func `Distances hold at the date line, the poles and the antipodes`(
    from: (Double, Double), to: (Double, Double), kilometres: Double
  ) throws {
    var settings = SignalSettings()
    (settings.travel.kilometres, settings.travel.kilometresPerHour) = (0, 0)
    var world = SignalWorld(
      [.made("a", ip: "192.0.2.1", at: from), .made("b", minute: 60, ip: "192.0.2.2", at: to)], settings: settings)
    guard case .travel(let leap)? = world.signals()[Found("b", .travel)]?.evidence else {
      return #expect(Bool(false), "no travel")
    }
    #expect(abs((leap.kilometres ?? .nan) - kilometres) < 0.5)
  }

  @Test func `A sign-in that is not located is passed over`() {
    var world = SignalWorld([
      .made("a", minute: 0, ip: "192.0.2.1", at: (10, 20)), .made("b", minute: 10, ip: "192.0.2.2", at: (0, 0)),
      .made("c", minute: 15, ip: "192.0.2.2", at: (100, 20)), .made("d", minute: 20, ip: "192.0.2.2", at: (30, 20)),
    ])
    #expect(world.severities(.travel) == ["d": "low"])
  }

  /// 300 quiet sign-ins of others, so that a flag is rare, then two ends.
  private func withRareFlag(_ signIns: [SignIn], since: Double? = -100 * 1_440, others: Int = 300) -> [String: String] {
    let crowd = (0..<others).map {
      SignIn.made("o\($0)", minute: Double($0) - 3_000, user: "o\($0)", ip: "198.51.100.\($0 % 250)")
    }
    var world = SignalWorld(crowd + signIns, since: since)
    return world.severities(.travel)
  }

  private func ends(stay: Double = 0, isRisky: Bool = false) -> [SignIn] {
    [
      .made("a", minute: 0, ip: "192.0.2.1", at: (10, 20)),
      .made("b", minute: 10, ip: "192.0.2.2", at: (30, 20), isRisk: isRisky),
      .made("c", minute: 10 + stay, ip: "192.0.2.2", at: (30, 20)),
    ]
  }

  @Test func `Travel is medium if it stayed or is risky, and high with both where a flag is rare`() {
    #expect(withRareFlag(ends(stay: 29)) == ["b": "low"])
    #expect(withRareFlag(ends(stay: 30)) == ["b": "medium"])
    #expect(withRareFlag(ends(stay: 29, isRisky: true)) == ["b": "medium"])
    #expect(withRareFlag(ends(stay: 30, isRisky: true)) == ["b": "high"])
  }

  /// At home, away and at home again, where the user was `before` minutes before going away.
  private func back(before: Double, isRisky: Bool = false, awayRisky: Bool = true) -> [String: String] {
    withRareFlag([
      .made("a", minute: 0, ip: "192.0.2.1", at: (10, 20), isRisk: isRisky),
      .made("b", minute: before, ip: "192.0.2.2", at: (30, 20), isRisk: awayRisky),
      .made("c", minute: before + 10, ip: "192.0.2.1", at: (10, 20)),
      .made("d", minute: before + 70, ip: "192.0.2.1", at: (10, 20)),
    ])
  }

  @Test func `Who comes back to where they were within 24 h has told nothing by staying there`() {
    #expect(back(before: 5) == ["b": "medium", "c": "low"])
    #expect(back(before: 1_430) == ["c": "low"])
    #expect(back(before: 1_431) == ["c": "high"])
    #expect(back(before: 5, isRisky: true)["c"] == "high", "a flag does not make one at home")
  }

  @Test func `A stay without a flag is medium where all between the two is read`() {
    #expect(withRareFlag(ends(stay: 30), since: 0) == ["b": "medium"])
    #expect(withRareFlag(ends(stay: 30), since: 1) == ["b": "low"])
    #expect(withRareFlag(ends(stay: 30, isRisky: true), since: 1) == ["b": "medium"])
  }

  /// Six users at home, then one flagged address that touches all of them; all is read since a minute.
  private func tried(since: Double) -> SignalWorld {
    let home = (0..<6).map {
      SignIn.made("h\($0)", minute: Double($0), user: "u\($0)", ip: "192.0.2.\($0)", at: (10, 20))
    }
    let tries = (0..<6).map {
      SignIn.made("t\($0)", minute: 20 + Double($0) / 10, user: "u\($0)", at: (60, 20), isRisk: true)
    }
    let crowd = (0..<600).map {
      SignIn.made("o\($0)", minute: Double($0) - 3_000, user: "o\($0)", ip: "198.51.100.\($0 % 250)")
    }
    return SignalWorld(crowd + home + tries, since: since)
  }

  @Test func `Many users that one flagged address touches are one medium signal, not as many high ones`() {
    var whole = tried(since: -100 * 1_440)
    #expect(whole.severities(.sharedAddress) == ["t4": "medium"])
    #expect(whole.severities(.travel).count == 6 && Set(whole.severities(.travel).values) == ["low"])
    #expect(whole.signals()[Found("t3", .travel)]?.doubts.contains(.sharedAddress(users: 6)) == true)
  }

  @Test func `Where too little is read to tell whether the address is new, the first of them counts`() {
    var part = tried(since: -6 * 1_440)
    #expect(part.severities(.sharedAddress) == ["t4": "low"])
    let travel = part.severities(.travel)
    #expect(travel["t0"] == "medium" && travel.values.count { $0 == "low" } == 5)
  }

  @Test func `A flag is rare among 200 sign-ins at least`() {
    #expect(withRareFlag(ends(stay: 30, isRisky: true), others: 197) == ["b": "high"])
    #expect(withRareFlag(ends(stay: 30, isRisky: true), others: 196) == ["b": "medium"])
  }

  @Test func `Whether a flag is rare is told by what is read without a gap`() {
    // Ten risky ones of weeks before, of which nothing else is read.
    let old = (0..<10).map { SignIn.made("r\($0)", minute: -50_000 - Double($0), user: "r\($0)", isRisk: true) }
    #expect(withRareFlag(ends(stay: 30, isRisky: true) + old, since: -5_000) == ["b": "high"])
    #expect(withRareFlag(ends(stay: 30, isRisky: true) + old, since: -60_000) == ["b": "medium"])
  }

  @Test func `What could not be checked is medium at most`() {
    #expect(withRareFlag(ends(stay: 30, isRisky: true), since: nil) == ["b": "medium"])
    #expect(withRareFlag(ends(stay: 30, isRisky: true), since: 10 - 72 * 60) == ["b": "high"])
    #expect(withRareFlag(ends(stay: 30, isRisky: true), since: 11 - 72 * 60) == ["b": "medium"])
  }

  /// Three sign-ins at each of two addresses, so many hours apart, the last pair 72 h and a little after the first.
  private func usual(apart hours: Double, age: Double, isRisky: Bool = false) -> [String: String] {
    let earlier = (0..<3).flatMap { index in
      [("192.0.2.1", 10.0), ("192.0.2.2", 30.0)].map { ip, latitude in
        SignIn.made(
          "\(ip) \(index)", minute: Double(index) * hours * 60 + (ip == "192.0.2.1" ? 0 : 0.5), ip: ip,
          at: (latitude, 20), isRisk: isRisky)
      }
    }
    var world = SignalWorld(
      earlier + [
        .made("y", minute: age * 60, ip: "192.0.2.1", at: (10, 20)),
        .made("z", minute: age * 60 + 1, ip: "192.0.2.2", at: (30, 20)),
      ])
    return world.severities(.travel).filter { $0.key == "z" }
  }

  @Test func `Addresses are usual after three sign-ins 20 h apart, the first 72 h before, none risky`() {
    #expect(usual(apart: 20, age: 72) == ["z": "quiet low"])
    #expect(usual(apart: 19.9, age: 72) == ["z": "low"])
    #expect(usual(apart: 20, age: 71.9) == ["z": "low"])
    #expect(usual(apart: 20, age: 72, isRisky: true) == ["z": "low"])
  }

  @Test func `Within one country travel is quiet below 1,000 km`() {
    func domestic(_ kilometres: Double, _ countries: (String, String)) -> [String: String] {
      var world = SignalWorld([
        .made("a", ip: "192.0.2.1", country: countries.0, at: (10, 20)),
        .made("b", minute: 1, ip: "192.0.2.2", country: countries.1, at: (10 + kilometres / Self.degree, 20)),
      ])
      return world.severities(.travel)
    }
    #expect(domestic(999.9, ("US", "United States")) == ["b": "quiet low"])
    #expect(domestic(1_000.1, ("US", "us")) == ["b": "low"])
    #expect(domestic(999.9, ("US", "CA")) == ["b": "low"])
  }

  @Test func `Two cities that are usual for five users of the tenant quiet travel of another`() {
    func world(_ users: Int) -> [String: String] {
      let colleagues = (0..<users).flatMap { user in
        (0..<3).flatMap { day in
          [("Amsterdam", 0.0), ("Lagos", 600)].map { city, offset in
            SignIn.made(
              "\(user) \(day) \(city)", minute: Double(day) * 1_440 + offset, user: "c\(user)", ip: nil, country: "NL",
              city: city)
          }
        }
      }
      var world = SignalWorld(
        colleagues + [
          .made("a", minute: 10_000, ip: "192.0.2.1", country: "NL", city: "amsterdam", at: (52, 5)),
          .made("b", minute: 10_060, ip: "192.0.2.2", country: "Netherlands", city: "LAGOS", at: (6, 3)),
        ])
      return world.severities(.travel)
    }
    #expect(world(5) == ["b": "quiet low"])
    #expect(world(4) == ["b": "low"])
  }

  @Test func `Networks without a place take no part, an office does, and hosting raises by a step`() throws {
    func severity(_ kind: String) throws -> [String: String] {
      var world = SignalWorld(
        [.made("a", ip: "192.0.2.1", at: (10, 20)), .made("b", minute: 10, ip: "198.51.100.2", at: (30, 20))],
        networks: try LabelledNetworks(csv: "198.51.100.0/24,\(kind),x"))
      return world.severities(.travel)
    }
    for kind in ["vpn", "relay", "mobile"] { #expect(try severity(kind).isEmpty) }
    #expect(try severity("office") == ["b": "low"])
    #expect(try severity("hosting") == ["b": "medium"])
  }

  @Test func `Two countries are within 3 h, and not told twice`() {
    func two(_ minutes: Double, at places: [(Double, Double)?] = [nil, nil]) -> [Found: Signal] {
      var world = SignalWorld([
        .made("a", ip: "192.0.2.1", country: "NL", at: places[0]),
        .made("b", minute: minutes, ip: "192.0.2.2", country: "Germany", at: places[1]),
      ])
      return world.signals()
    }
    #expect(two(180).keys.contains(Found("b", .twoCountries)))
    #expect(!two(180.01).keys.contains(Found("b", .twoCountries)))
    let both = two(10, at: [(52, 5), (6, 3)])
    #expect(both.keys.contains(Found("b", .travel)) && !both.keys.contains(Found("b", .twoCountries)))
  }

  @Test func `Many countries are told when they reach three in 24 h, and again after they fell below`() {
    func many(_ minutes: [Double]) -> [String: String] {
      let countries = ["NL", "DE", "FR", "NL", "DE", "FR"]
      var world = SignalWorld(
        minutes.enumerated().map { .made("\($0.offset)", minute: $0.element, country: countries[$0.offset]) })
      return world.severities(.manyCountries)
    }
    #expect(many([0, 10, 1_440]) == ["2": "low"])
    #expect(many([0, 10, 1_440.1]).isEmpty)
    #expect(many([0, 10, 20, 30, 40, 50]) == ["2": "low"])
    #expect(many([0, 10, 20, 3_000, 3_010, 3_020]) == ["2": "low", "5": "low"])
  }

  @Test func `A country is new after ten sign-ins, or after one and 14 days that are read`() {
    func new(_ count: Int, since days: Double?) -> [String: String] {
      let earlier = (0..<count).map { SignIn.made("\($0)", minute: Double($0), country: "NL") }
      var world = SignalWorld(earlier + [.made("z", minute: 30, country: "NG")], since: days.map { 30 - $0 * 1_440 })
      return world.severities(.newCountry)
    }
    #expect(new(10, since: nil) == ["z": "low"])
    #expect(new(9, since: nil).isEmpty)
    #expect(new(1, since: 14) == ["z": "low"])
    #expect(new(1, since: 13.9).isEmpty)
    #expect(new(0, since: 90).isEmpty)
  }

  @Test func `A country is new again after 60 days`() {
    func again(_ days: Double) -> [String: String] {
      let earlier = (0..<10).map { SignIn.made("\($0)", minute: Double($0) - 20, country: "NG") }
      var world = SignalWorld(
        earlier + [.made("a", minute: 0, country: "NG"), .made("z", minute: days * 1_440, country: "NG")])
      return world.severities(.newCountry)
    }
    #expect(again(60).isEmpty)
    #expect(again(60.01) == ["z": "low"])
  }

  @Test func `Of sign-ins at one time those with lower ids are earlier`() {
    let ids = (0..<10).map { SignIn.made("a\($0)", minute: 0, country: "NL") }
    var world = SignalWorld(ids + [.made("z", minute: 0, country: "NG")], since: nil)
    #expect(world.severities(.newCountry) == ["z": "low"])
  }

  /// 300 sign-ins of others, of which some are risky, then a user in a country that is new to them.
  private func arrival(
    stay: Double = 30, isRisky: Bool = true, flags: Int = 0, seenByOthers day: Double? = nil, csv: String = ""
  ) throws -> [String: String] {
    let crowd = (0..<300).map {
      SignIn.made(
        "o\($0)", minute: Double($0) - 3_000, user: "o\($0)", ip: "192.0.2.9", country: "NL", isRisk: $0 < flags)
    }
    let other =
      day.map {
        [SignIn.made("o", minute: $0 * 1_440, user: "o", ip: "198.51.100.9", country: "NG")]
      } ?? []
    let own = (0..<10).map { SignIn.made("\($0)", minute: Double($0) - 100, ip: "192.0.2.1", country: "NL") }
    var world = SignalWorld(
      crowd + other + own + [
        .made("z", minute: 0, country: "NG", isRisk: isRisky), .made("zz", minute: stay, country: "NG"),
      ], networks: try LabelledNetworks(csv: csv))
    return world.severities(.newCountry).filter { $0.key == "z" }
  }

  @Test func `A new country is medium where it stayed, is risky with a rare flag, and is new in the tenant`() throws {
    #expect(try arrival() == ["z": "medium"])
    #expect(try arrival(stay: 29.9) == ["z": "low"])
    #expect(try arrival(isRisky: false) == ["z": "low"])
    #expect(try arrival(seenByOthers: -60) == ["z": "low"])
    #expect(try arrival(seenByOthers: -60.1) == ["z": "medium"])
    #expect(try arrival(seenByOthers: 1) == ["z": "medium"])
  }

  @Test func `A flag is rare at 2 of 100 sign-ins`() throws {
    // 312 sign-ins, or 313: six risky ones are at most 2 of 100.
    #expect(try arrival(flags: 5) == ["z": "medium"])
    #expect(try arrival(flags: 6) == ["z": "low"])
  }

  @Test func `Where others were by an exit of a VPN is no country of the tenant`() throws {
    #expect(try arrival(seenByOthers: -1, csv: "198.51.100.0/24,vpn") == ["z": "medium"])
    #expect(try arrival(seenByOthers: -1, csv: "198.51.100.0/24,office") == ["z": "low"])
  }

  @Test func `A sign-in of a network without a place stands between no two others`() throws {
    var world = SignalWorld(
      [
        .made("a", minute: 0, ip: "192.0.2.1", country: "NL", at: (10, 20)),
        .made("m", minute: 5, ip: "198.51.100.2", country: "DE", at: (30, 20)),
        .made("b", minute: 10, ip: "192.0.2.3", country: "NG", at: (10, 20.1)),
      ], networks: try LabelledNetworks(csv: "198.51.100.0/24,mobile"))
    let signals = world.signals()
    #expect(Set(signals.keys.filter { $0.rule.family == .place }.map(\.id)) == ["b"])
    guard case .twoCountries(let leap)? = signals[Found("b", .twoCountries)]?.evidence else {
      return #expect(Bool(false), "no two countries")
    }
    #expect(leap.from.row == 0)
  }

  @Test func `Cities that are usual for the user quiet travel and two countries, by whatever addresses`() {
    func ends(_ minutes: Double, at places: [(Double, Double)?]) -> [String: String] {
      let cities = [("NL", "Amsterdam"), ("NG", "Lagos")]
      let earlier = (0..<3).flatMap { day in
        cities.enumerated().map { index, place in
          SignIn.made(
            "\(day) \(index)", minute: Double(day * 1_440 + index * 600), ip: nil, country: place.0, city: place.1)
        }
      }
      var world = SignalWorld(
        earlier + [
          .made("y", minute: 10_000, ip: "192.0.2.1", country: "nl", city: "AMSTERDAM", at: places[0]),
          .made("z", minute: 10_000 + minutes, ip: "192.0.2.2", country: "Nigeria", city: "Lagos", at: places[1]),
        ])
      let signals = world.signals().filter { $0.key.id == "z" }
      return Dictionary(
        uniqueKeysWithValues: signals.map { ($0.key.rule.rawValue, "\($0.value.isQuiet) \($0.value.severity.name)") })
    }
    #expect(ends(60, at: [(52, 5), (6, 3)]) == ["travel": "true low"])
    #expect(ends(60, at: [nil, nil]) == ["two-countries": "true low"])
  }

  @Test func `Hosting raises what is quiet too and stays quiet, and what could not be checked stays medium`() throws {
    let networks = try LabelledNetworks(csv: "192.0.2.2,hosting\n192.0.2.1,known")
    func raised(_ earlier: [SignIn], since: Double?) -> [String: String] {
      let crowd = (0..<300).map { SignIn.made("o\($0)", minute: Double($0) - 3_000, user: "o\($0)", ip: nil) }
      var world = SignalWorld(crowd + earlier, since: since, networks: networks)
      return world.severities(.travel)
    }
    #expect(raised(ends(stay: 29), since: -100 * 1_440) == ["b": "medium"])
    #expect(raised(ends(stay: 30, isRisky: true), since: -100 * 1_440) == ["b": "high"])
    #expect(raised(ends(stay: 30, isRisky: true), since: nil) == ["b": "medium"])
    let near = [
      SignIn.made("a", ip: "192.0.2.1", country: "US", at: (10, 20)),
      .made("b", minute: 1, ip: "192.0.2.2", country: "US", at: (16, 20)),
    ]
    #expect(raised(near, since: -100 * 1_440) == ["b": "quiet medium"])
  }

  @Test func `A known network quiets no rule about places`() throws {
    var world = SignalWorld(
      [.made("a", ip: "192.0.2.1", at: (10, 20)), .made("b", minute: 10, ip: "198.51.100.2", at: (30, 20))],
      networks: try LabelledNetworks(csv: "198.51.100.0/24,known"))
    #expect(world.severities(.travel) == ["b": "low"])
  }
}
