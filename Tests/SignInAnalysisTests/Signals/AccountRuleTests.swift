import Elements
import SignInAnalysis
import Testing

/// The rules of the family *account*, those about tenants, and how families confirm one another.
struct AccountRuleTests {
  private func steady(
    _ count: Int, networks: [String] = ["192.0.2.1", "198.51.100.1"], since days: Double? = 14, stay: Double = 0,
    label: String? = nil, hours: Int = 1
  ) throws -> [String: String] {
    let earlier = (0..<count).map { index in
      SignIn.made("\(index)", minute: Double(index - 2_000 - index % hours * 60), ip: networks[index % networks.count])
    }
    let later = [SignIn.made("z", minute: 0), .made("y", minute: stay)]
    let networks = try LabelledNetworks(csv: label.map { "203.0.113.0/24,\($0)" } ?? "")
    var world = SignalWorld(earlier + later, since: days.map { -$0 * 1_440 }, networks: networks)
    return world.severities(.steadyAccount)
  }

  @Test func `A steady account has 20 sign-ins from two networks in 14 days, and comes from a third`() throws {
    #expect(try steady(20, stay: 1) == ["z": "low"])
    #expect(try steady(19, stay: 1).isEmpty)
    #expect(try steady(20, since: 13.99, stay: 1).isEmpty)
    #expect(try steady(20, networks: ["192.0.2.1", "192.0.2.200"], stay: 1).isEmpty)
    #expect(try steady(21, networks: ["192.0.2.1", "198.51.100.1", "10.0.0.1"], stay: 1).isEmpty)
  }

  @Test func `A steady account that signs in round the clock is high where it stayed, another one medium`() throws {
    #expect(try steady(40, stay: 30, hours: 16) == ["z": "high"])
    #expect(try steady(40, stay: 30, hours: 14) == ["z": "medium"])
    #expect(try steady(40, stay: 29, hours: 16) == ["z": "medium"])
    #expect(try steady(40, stay: 29, hours: 14) == ["z": "low"])
    #expect(try steady(40, stay: 30, label: "known", hours: 16) == ["z": "quiet high"])
  }

  @Test func `Where the tenant's steady accounts moved together, it is low`() {
    func moved(_ movers: Int, of users: Int) -> [String: String] {
      var signIns: [SignIn] = []
      for user in 0..<users {
        for index in 0..<20 {
          signIns.append(
            .made("\(user) \(index)", minute: Double(index * 60), user: "u\(user)", ip: "192.0.\(index % 2).\(user)"))
        }
      }
      for user in 0..<movers { signIns.append(.made("z\(user)", minute: Double(1_300 + user * 60), user: "u\(user)")) }
      var world = SignalWorld(signIns)
      return world.severities(.steadyAccount)
    }
    #expect(Set(moved(3, of: 6).values) == ["low"] && moved(3, of: 6).count == 3)
    #expect(Set(moved(3, of: 7).values) == ["medium"])
    #expect(Set(moved(2, of: 2).values) == ["medium"])
  }

  @Test func `A user is dormant for 30 days that are read`() {
    func dormant(_ days: Double, since: Double?) -> [String: String] {
      var world = SignalWorld(
        [.made("a", minute: 0), .made("z", minute: days * 1_440)], since: since.map { (days - $0) * 1_440 })
      return world.severities(.dormant)
    }
    #expect(dormant(30, since: 30) == ["z": "low"])
    #expect(dormant(29.99, since: 29.99).isEmpty)
    #expect(dormant(30, since: 29.99).isEmpty)
    #expect(dormant(30, since: nil).isEmpty)
  }

  @Test func `A sign-in that turns risky is a late risk, and none any more when it turns back`() {
    var world = SignalWorld([.made("a", isRisk: false), .made("b", isRisk: true), .made("c", isRisk: nil)])
    #expect(world.severities(.lateRisk).isEmpty)
    world.add(["a", "b", "c"].map { .made($0, isRisk: true) }, to: 0)
    #expect(world.severities(.lateRisk) == ["a": "medium"])
    world.add([.made("a", isRisk: false)], to: 0)
    #expect(world.severities(.lateRisk).isEmpty)
  }

  @Test func `A tenant is silent for more than twice the longest pause at this hour of the week`() {
    // Every hour for two weeks, but for a pause from Sunday 20:00 to Monday 04:00.
    let minutes = stride(from: 0.0, through: 15 * 1_440, by: 60).filter { minute in
      let hour = Int(minute / 60) % 168
      return hour >= 4 && hour <= 164
    }
    func silence(_ hours: Double, since: Double? = 0, read minute: Double? = nil) -> [SignalRule] {
      var world = SignalWorld(minutes.map { .made("\($0)", minute: $0) }, since: since)
      world.headRead[0] = minute.flatMap { Timestamp(ticks: SignIn.monday + Int64($0 * 600_000_000)) }
      world.update()
      return world.table(minute: 15 * 1_440 + hours * 60).tenants[0]?.about.map(\.rule) ?? []
    }
    #expect(silence(2).isEmpty)
    #expect(silence(2.02) == [.silentTenant])
    #expect(silence(2.02, since: nil).isEmpty)
    // What came after the last reading nobody knows.
    #expect(silence(9, read: 15 * 1_440 + 1).isEmpty)
    #expect(silence(9, read: 15 * 1_440 + 122) == [.silentTenant])
    #expect(silence(2.02, since: 1 * 1_440 + 3 * 60).isEmpty)
    // Monday 02:00 of the third week is six days on; the pause then was 8 h.
    #expect(silence(144 - 24 + 2) == [.silentTenant])
  }

  @Test func `Odd hours and risk jumps are off unless asked for`() {
    var settings = SignalSettings()
    var signIns = (0..<50).map { SignIn.made("\($0)", minute: Double($0 * 1_440 + 600)) }
    signIns += [.made("z", minute: 50 * 1_440 + 1_410), .made("y", minute: 51 * 1_440 + 660)]
    var usual = SignalWorld(signIns)
    #expect(usual.severities(.oddHour).isEmpty)
    settings.oddHour.isEnabled = true
    var world = SignalWorld(signIns, settings: settings)
    #expect(world.severities(.oddHour) == ["z": "low"])
    #expect(!settings.riskJump.isEnabled)
  }

  @Test func `Hours beside midnight are beside one another`() {
    var settings = SignalSettings()
    settings.oddHour.isEnabled = true
    let signIns = (0..<50).map { SignIn.made("\($0)", minute: Double($0 * 1_440 + 1_400)) }
    var world = SignalWorld(signIns + [.made("z", minute: 60 * 1_440 + 10)], settings: settings)
    #expect(world.severities(.oddHour).isEmpty)
  }

  /// What is said of a tenant after readings of its risky actions, an hour apart.
  private func jump(_ counts: [Int], isEnabled: Bool = true) -> [Signal] {
    var settings = SignalSettings()
    settings.riskJump.isEnabled = isEnabled
    var world = SignalWorld(settings: settings)
    world.readings[0] = counts.enumerated().compactMap { hour, count in
      Timestamp(ticks: SignIn.monday + Int64(hour) * 36_000_000_000).map { ActionReading(risky: count, at: $0) }
    }
    world.update()
    return world.table().tenants[0]?.about ?? []
  }

  @Test func `A risk jump is three deviations and five above the mean of seven earlier readings`() {
    let steady = Array(repeating: 10, count: 7)
    #expect(jump(steady + [15]).map(\.rule) == [.riskJump])
    #expect(jump(steady + [14]).isEmpty)
    #expect(jump(steady.dropLast() + [99]).isEmpty)
    let uneven = [0, 4, 0, 4, 0, 4, 0, 4]
    #expect(jump(uneven + [7]).isEmpty)
    #expect(jump(uneven + [8]).map(\.severity) == [.low])
    #expect(jump(steady + [15], isEnabled: false).isEmpty)
    #expect(jump([]).isEmpty)
  }

  @Test func `A risk jump is over with the next reading that is none, and stays while there is no other`() {
    let readings = Array(repeating: 10, count: 7) + [15]
    #expect(jump(readings + [15]).isEmpty)
    var settings = SignalSettings()
    settings.riskJump.isEnabled = true
    var world = SignalWorld(settings: settings)
    world.readings[0] = readings.map { ActionReading(risky: $0, at: .earliest) }
    world.update()
    world.readings = [:]
    world.add([.made("a")], to: 0)
    #expect(world.table().tenants[0]?.about.map(\.rule) == [.riskJump])
  }

  @Test func `Medium signals of two families on one user within 24 h are high together, of one family not`() {
    func together(_ minutes: Double) -> [Found: Signal] {
      var world = SignalWorld([
        .made("a", minute: 0, ip: "192.0.2.1", at: (10, 20)), .made("b", minute: 1, ip: "192.0.2.2", at: (40, 20)),
        .made("c", minute: 31, ip: "192.0.2.2", at: (40, 20)), .made("z", minute: 1 + minutes, ip: nil),
      ])
      world.add([.made("z", minute: 1 + minutes, ip: nil, isRisk: true)], to: 0)
      return world.signals()
    }
    let near = together(1_440)
    #expect(near[Found("b", .travel)]?.severity == .high && near[Found("z", .lateRisk)]?.severity == .high)
    #expect(near[Found("b", .travel)]?.confirmedBy == [.lateRisk])
    let far = together(1_440.1)
    #expect(far[Found("b", .travel)]?.severity == .medium && far[Found("z", .lateRisk)]?.severity == .medium)
  }

  @Test func `Each rule can be turned off`() {
    var settings = SignalSettings()
    settings.dormant.isEnabled = false
    settings.lateRisk.isEnabled = false
    var world = SignalWorld([.made("a", isRisk: false)], settings: settings)
    world.add([.made("a", isRisk: true)], to: 0)
    #expect(world.signals().isEmpty)
  }

  @Test func `Medium signals of one family, quiet ones and those that could not be checked confirm none`() throws {
    func travel(_ csv: String = "", since: Double? = -100 * 1_440, late: Double = 20, ip: String?) throws -> [String] {
      var world = SignalWorld(
        [
          .made("a", minute: 0, ip: "192.0.2.1", country: "US", at: (10, 20)),
          .made("b", minute: 1, ip: "192.0.2.2", country: csv == "near" ? "US" : "NG", at: (16, 20)),
          .made("c", minute: 31, ip: "192.0.2.2"), .made("z", minute: late, user: ip == nil ? "u-1" : "v", ip: ip),
        ], since: since)
      world.add([.made("z", minute: late, user: ip == nil ? "u-1" : "v", ip: ip, isRisk: true)], to: 0)
      return [Found("b", .travel), Found("z", .lateRisk)].map { world.signals()[$0]?.severity.name ?? "none" }
    }
    #expect(try travel(ip: nil) == ["high", "high"])
    #expect(try travel("near", ip: nil) == ["medium", "medium"])
    #expect(try travel(since: -1_440, ip: nil) == ["medium", "medium"])
    // Another user at the same address, or at another one.
    #expect(try travel(ip: "192.0.2.2") == ["high", "high"])
    #expect(try travel(ip: "192.0.2.1") == ["medium", "medium"])
  }

  @Test func `Medium signals of two tenants at one address are high together, those of one user name are not`() {
    func late(_ ip: String?) -> [String: String] {
      var world = SignalWorld()
      for tenant in 0..<2 as Range<TenantNumber> {
        world.coverage[tenant] = SignalCoverage(since: SignIn.monday - 864_000_000_000 * 100)
      }
      world.add(
        [
          .made("a", minute: 0, ip: "192.0.2.1", at: (10, 20)), .made("b", minute: 1, ip: "192.0.2.2", at: (40, 20)),
          .made("c", minute: 31, ip: "192.0.2.2", at: (40, 20)),
        ], to: 0)
      world.add([.made("z", minute: 50, ip: ip)], to: 1)
      world.add([.made("z", minute: 50, ip: ip, isRisk: true)], to: 1)
      return world.severities(.lateRisk)
    }
    #expect(late("192.0.2.2") == ["z": "high"])
    #expect(late(nil) == ["z": "medium"])
  }

  @Test func `A steady account's networks are a /24 or a /64`() throws {
    #expect(try steady(20, networks: ["2001:db8::1", "2001:db8::ff:2", "2001:db8:0:1::1"], stay: 1) == ["z": "low"])
    #expect(try steady(21, networks: ["2001:db8::1", "2001:db8:0:1::1", "2001:db8:0:2::1"], stay: 1).isEmpty)
  }
}
