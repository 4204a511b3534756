import Elements
import ElementsSandbox
import Testing

struct SyntheticTenantTests {
  @Test func `The same seed gives the same rows, another seed others`() throws {
    var other = SandboxConfiguration.onWednesday()
    other.seed = 2
    let rows = try tenant().signIns(.all, at: 0..<300, of: 1_000)
    #expect(try tenant().signIns(.all, at: 0..<300, of: 1_000) == rows)
    let otherRows = try tenant(other).signIns(.all, at: 0..<300, of: 1_000)
    #expect(Set(otherRows.map(\.signIn.id)).isDisjoint(with: rows.map(\.signIn.id)))
  }

  @Test(arguments: [1, 199, 5_000, 1_200_000])
  func `Rows are strictly newest first, all before the start`(signIns: Int) throws {
    let configuration = SandboxConfiguration.onWednesday(signIns: signIns)
    let tenant = try tenant(configuration)
    for start in [0, signIns / 2, max(0, signIns - 3_000)] {
      let times = tenant.signIns(.all, at: start..<start + 3_000, of: signIns).compactMap(\.signIn.loginTime)
      #expect(times.count == min(3_000, signIns - start))
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 > $1 })
      #expect(times.allSatisfy { $0 < configuration.now ?? $0 })
    }
  }

  @Test func `A large tenant reaches about a month back`() throws {
    let configuration = SandboxConfiguration.onWednesday(signIns: 1_200_000)
    let oldest = try #require(tenant(configuration).signIns(.all, at: 1_199_999..<1_200_000, of: 1_200_000).first)
    let now = try #require(configuration.now)
    let days = Double(now.unixSeconds - (oldest.signIn.loginTime?.unixSeconds ?? 0)) / 86_400
    #expect((28...32).contains(days))
  }

  @Test func `Ids are unique within a tenant`() throws {
    let rows = try tenant(.onWednesday(signIns: 5_000)).signIns(.all, at: 0..<5_000, of: 5_000)
    #expect(Set(rows.map(\.signIn.id)).count == 5_000)
  }

  @Test(arguments: [5_000, 64, 63, 0])
  func `The risky list holds the risky rows of the plain list, in its order`(signIns: Int) throws {
    let tenant = try tenant(.onWednesday(signIns: signIns))
    let expected = tenant.signIns(.all, at: 0..<signIns, of: signIns).filter { $0.signIn.isRisk == true }
    let count = tenant.count(.risky, of: signIns)
    var paged: [SyntheticSignIn] = []
    for start in stride(from: 0, through: count, by: 7) {
      paged += tenant.signIns(.risky, at: start..<start + 7, of: signIns)
    }
    #expect(paged == expected)
    #expect(count == expected.count)
  }

  @Test func `One to three of a hundred rows are risky`() throws {
    let tenant = try tenant(.onWednesday(signIns: 1_200_000), customer: 1)
    let share = Double(tenant.count(.risky, of: 1_200_000)) / 1_200_000
    #expect((0.01...0.03).contains(share))
  }

  @Test func `Arrivals come to the head, newer than the start, and leave the rest as it was`() throws {
    var configuration = SandboxConfiguration.onWednesday()
    configuration.arrivalsPerMinute = 120
    let tenant = try tenant(configuration)
    let before = tenant.signIns(.all, at: 0..<1_000, of: tenant.total(after: .zero))
    let total = tenant.total(after: .seconds(10))
    let after = tenant.signIns(.all, at: 0..<1_020, of: total)
    #expect(total == 1_020)
    #expect(Array(after.dropFirst(20)) == before)
    let now = try #require(configuration.now)
    let times = after.prefix(20).compactMap(\.signIn.loginTime)
    #expect(times.count == 20 && times.allSatisfy { $0 > now })
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 > $1 })
    let risky = after.filter { $0.signIn.isRisk == true }
    #expect(tenant.signIns(.risky, at: 0..<1_000, of: total) == risky)
  }

  @Test func `Weekdays' office hours are dense and nights thin`() throws {
    let rows = try tenant(.onWednesday(signIns: 20_000)).signIns(.all, at: 0..<20_000, of: 20_000)
    var byHour = [Int](repeating: 0, count: 24)
    for row in rows {
      guard let time = row.signIn.loginTime else { continue }
      byHour[CalendarTime(unixSeconds: time.unixSeconds).hour] += 1
    }
    #expect(byHour[8..<16].reduce(0, +) > 5 * byHour[0..<5].reduce(0, +))
  }

  @Test func `Every user keeps one id and one principal name, which no other has`() throws {
    let rows = try tenant(.onWednesday(signIns: 5_000), customer: 1).signIns(.all, at: 0..<5_000, of: 5_000)
    let users = Set(rows.map { [$0.signIn.userID, $0.signIn.userPrincipalName, $0.signIn.userDisplayName] })
    #expect(users.count > 30)
    #expect(Set(rows.map(\.signIn.userID)).count == users.count)
    #expect(Set(rows.map(\.signIn.userPrincipalName)).count == users.count)
    #expect(rows.allSatisfy { $0.signIn.userPrincipalName?.utf8.allSatisfy { $0 < 0x80 } == true })
  }

  @Test func `Records lack what the API's records lack`() throws {
    let rows = try tenant(.onWednesday(signIns: 5_000)).signIns(.all, at: 0..<5_000, of: 5_000)
    #expect(rows.contains { $0.sendsZeroPlace && $0.signIn.location == nil })
    #expect(rows.contains { $0.signIn.city == nil && $0.signIn.country == nil && $0.signIn.location == nil })
    #expect(rows.contains { $0.signIn.ip == nil })
    #expect(rows.contains { $0.signIn.ip?.hasSuffix(".XXX") == true })
    #expect(rows.contains { $0.signIn.ip?.hasPrefix("2001:db8:") == true })
  }

  @Test func `The first tenant has people whose names hold escapes, bidirectional overrides, newlines and formulas`()
    throws
  {
    let rows = try tenant(.onWednesday(signIns: 3_000)).signIns(.all, at: 0..<3_000, of: 3_000)
    let names = Set(rows.compactMap(\.signIn.userDisplayName))
    let scalars = Set(names.flatMap(\.unicodeScalars))
    #expect(scalars.isSuperset(of: ["\u{1B}", "\u{9B}", "\u{202E}", "\n", "\0"]))
    #expect(names.contains { $0.hasPrefix("=HYPERLINK(") })
  }
}
