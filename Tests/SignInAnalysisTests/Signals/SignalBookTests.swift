import Elements
import Randomness
import SignInAnalysis
import Testing

struct SignalBookTests {
  @Test(arguments: 0..<8)
  func `Any order and any division into pages says the same`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let rows = RandomSignIns.rows(&random)
    var whole = RandomSignIns.worldOf(rows)
    let expected = whole.verdicts()
    for _ in 0..<3 {
      var world = RandomSignIns.world()
      var rest = rows.shuffled(using: &random)[...]
      while let first = rest.first {
        let page = rest.prefix(Int.random(in: 1...40, using: &random)).filter { $0.tenant == first.tenant }
        world.add(page.map(\.signIn), to: first.tenant)
        let ids = Set(page.map(\.signIn.id))
        rest = rest.filter { !ids.contains($0.signIn.id) }[...]
        if random.chance(20) { _ = world.table() }
      }
      #expect(world.verdicts() == expected)
    }
  }

  @Test(arguments: 0..<8)
  func `Rows that change leave what would be there had they come so`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let rows = RandomSignIns.rows(&random)
    let others = RandomSignIns.rows(&random, count: rows.count)
    let mended = zip(rows, others).map { row, other in
      random.chance(30) ? RandomSignIns.Row(tenant: row.tenant, signIn: other.signIn.with(id: row.signIn.id)) : row
    }
    // Which were risky late only the world that saw them change knows.
    var settings = SignalSettings()
    settings.lateRisk.isEnabled = false
    var world = RandomSignIns.world(settings)
    for row in rows { world.add([row.signIn], to: row.tenant) }
    for row in mended { world.add([row.signIn], to: row.tenant) }
    var other = RandomSignIns.worldOf(mended, settings)
    #expect(world.verdicts().symmetricDifference(other.verdicts()).sorted() == [])
  }

  @Test(arguments: 0..<6)
  func `A tenant that is forgotten and read again is as if it had never been read`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let rows = RandomSignIns.rows(&random)
    var world = RandomSignIns.worldOf(rows)
    let expected = world.verdicts()
    world.forget(1)
    var without = RandomSignIns.worldOf(rows.filter { $0.tenant != 1 })
    #expect(world.verdicts() == without.verdicts())
    world.add(rows.filter { $0.tenant == 1 }.map(\.signIn), to: 1)
    #expect(world.verdicts() == expected)
  }

  @Test(arguments: 0..<40)
  func `Whatever is read, changed, forgotten and told, it is judged as if it had been read at once`(seed: UInt64) {
    let reading = RandomReading(seed: seed)
    var (world, atOnce) = (reading.world, reading.atOnce)
    #expect(world.verdicts().symmetricDifference(atOnce.verdicts()).sorted() == [])
  }

  @Test func `Random readings have signals of all rules and severities, loud and quiet, and all reasons and doubts`() {
    let signals = (0..<30 as Range<UInt64>).flatMap { seed in
      var world = RandomReading(seed: seed).world
      return world.table().tenants.values.flatMap(\.all)
    }
    #expect(Set(signals.map(\.rule)) == Set(SignalRule.allCases).subtracting([.riskJump]))
    #expect(Set(signals.map { "\($0.severity) \($0.isQuiet)" }).count == 6)
    #expect(Set(signals.compactMap { $0.quiet.map { "\($0)".prefix(15) } }).count >= 3)
    #expect(Set(signals.flatMap(\.doubts).map { "\($0)".prefix(10) }).count >= 3)
  }

  @Test(arguments: 0..<30)
  func `A flag alone makes nothing high, what is unknown nothing more than medium, and what is quiet confirms nothing`(
    seed: UInt64
  ) {
    var world = RandomReading(seed: seed).world
    for signal in world.signals().values {
      let stays =
        switch signal.evidence {
        case .sharedAddress(let burst): burst.stayed > 1
        case .crossTenant(let spread): spread.stayed > 1
        default: signal.stay?.hasStayed ?? false
        }
      let hasMore = stays || !signal.confirmedBy.isEmpty || signal.label == .hosting
      #expect(signal.severity < .high || hasMore, "\(signal)")
      #expect(signal.severity < .high || !signal.doubts.contains(.baselineUnknown), "\(signal)")
      #expect(signal.confirmedBy.isEmpty || !signal.isQuiet, "\(signal)")
      #expect(signal.confirmedBy.allSatisfy { $0.family != signal.rule.family && $0.family != nil }, "\(signal)")
    }
  }

  @Test(arguments: 0..<8)
  func `A slow model that looks at all pairs finds the same`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let rows = RandomSignIns.rows(&random, count: 120)
    var world = RandomSignIns.worldOf(rows)
    let model = SlowSignals(rows)
    let found = Set(world.signals().keys.map { "\($0.rule.rawValue) \($0.id)" }.filter(SlowSignals.isModelled))
    #expect(found == model.found)
  }

  @Test(arguments: 0..<16)
  func `A slow model of travel gives the same severities and reasons`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let rows = RandomSignIns.rows(&random, count: 240)
    var world = RandomSignIns.worldOf(rows)
    let found = world.signals().filter { $0.key.rule == .travel }
    for tenant in Set(rows.map(\.tenant)) {
      let signIns = rows.filter { $0.tenant == tenant }.map(\.signIn)
      for (id, verdict) in SlowTravel(signIns, coverage: world.coverage[tenant]).verdicts {
        let signal = found[Found(id, .travel)]
        // What others confirm was medium.
        let severity = signal?.confirmedBy.isEmpty == false ? .medium : signal?.severity
        #expect([severity?.name, signal?.quiet?.words].compactMap(\.self).joined(separator: " ") == verdict, "\(id)")
      }
    }
  }

  @Test func `Stays are those of a user at an address of a tenant`() {
    let signIns =
      [0.0, 20, 40, 2_000].map { (minute: Double) in SignIn.made("\(minute)", minute: minute) } + [
        .made("x", minute: 30, user: "u-2")
      ]
    let world = SignalWorld(signIns)
    #expect(
      world.book.stays(of: FleetRow(tenant: 0, row: 0), in: world.snapshot).map(\.words) == [
        "stayed 40 min (3)", "touched once",
      ])
    #expect(world.book.stays(of: FleetRow(tenant: 0, row: 9), in: world.snapshot).isEmpty)
  }

  @Test func `A user is one by the id, whatever the display name, and tenants do not share users`() {
    let page = [
      SignIn.made("a", minute: 0, name: "Bob", country: "NL"), .made("b", minute: 60, name: "Rob", country: "NG"),
    ]
    var world = SignalWorld(page)
    #expect(world.severities(.twoCountries) == ["b": "low"])
    var two = SignalWorld()
    two.add([page[0]], to: 0)
    two.add([page[1]], to: 1)
    #expect(two.severities(.twoCountries).isEmpty)
  }

  @Test func `Without an id the folded principal name counts, and without both no rule about users holds`() {
    var named = SignalWorld([
      .made("a", minute: 0, user: nil, principal: "Bob@contoso.com", country: "NL"),
      .made("b", minute: 60, user: "", principal: "bob@CONTOSO.com", country: "NG"),
    ])
    #expect(named.severities(.twoCountries) == ["b": "low"])
    var nameless = SignalWorld([
      .made("a", minute: 0, user: nil, country: "NL"), .made("b", minute: 60, user: nil, country: "NG"),
    ])
    #expect(nameless.signals().isEmpty)
  }

  @Test func `Rows without a time take part in nothing`() {
    var world = SignalWorld([.made("a", country: "NL"), .made("b", minute: nil, country: "NG")])
    #expect(world.signals().keys.allSatisfy { $0.id == "a" })
  }

  @Test func `A principal name of spaces is nobody's, and accents and case make no other user`() {
    func countries(_ names: (String, String)) -> [String: String] {
      var world = SignalWorld([
        .made("a", user: nil, principal: names.0, country: "NL"),
        .made("b", minute: 60, user: nil, principal: names.1, country: "NG"),
      ])
      return world.severities(.twoCountries)
    }
    #expect(countries(("JOSÉ@contoso.com", "jose\u{301}@Contoso.com")) == ["b": "low"])
    #expect(countries((" ", " ")).isEmpty && countries(("", "")).isEmpty && countries(("\u{200B}", "\u{200B}")).isEmpty)
  }

  @Test func `A user with an id in one row and none in the other is two`() {
    var world = SignalWorld([
      .made("a", user: "bob@contoso.com", country: "NL"),
      .made("b", minute: 60, user: nil, principal: "bob@contoso.com", country: "NG"),
    ])
    #expect(world.severities(.twoCountries).isEmpty)
  }
}
