import Elements
import ElementsSandbox
import Testing

struct OrdinaryMonthTests {
  private let month = OrdinaryMonth(tenants: 8, start: Timestamp(iso8601: "2026-02-01T10:00:00Z") ?? .earliest)

  @Test func `The same seed gives the same month, another seed another`() {
    let again = OrdinaryMonth(tenants: 8, start: month.start)
    #expect(again.signIns(ofTenant: 3) == month.signIns(ofTenant: 3))
    let other = OrdinaryMonth(seed: 2, tenants: 8, start: month.start)
    #expect(Set(other.signIns(ofTenant: 3).map(\.id)).isDisjoint(with: month.signIns(ofTenant: 3).map(\.id)))
  }

  @Test func `Each tenant's sign-ins are newest first, within the month, and their ids unique`() throws {
    let ids = try (0..<month.tenants).flatMap { number in
      let signIns = month.signIns(ofTenant: number)
      let times = signIns.compactMap(\.loginTime)
      #expect(times.count == signIns.count && zip(times, times.dropFirst()).allSatisfy { $0 >= $1 })
      let first = try #require(times.last), last = try #require(times.first)
      // The tenant's own midnight is up to twelve hours from that in UTC.
      #expect(first.unixSeconds >= month.start.unixSeconds - 43_200)
      #expect(last.unixSeconds < month.start.unixSeconds + 30 * 86_400 + 43_200)
      return signIns.map(\.id)
    }
    #expect(Set(ids).count == ids.count)
    #expect((5_000...15_000).contains(ids.count / month.tenants))
  }

  @Test func `A tenant has thirty users, the guest with the same address in three tenants`() {
    #expect(Set(month.signIns(ofTenant: 0).map(\.userID)).count == 30)
    let guests = (0..<4).flatMap(month.signIns).filter {
      $0.userPrincipalName?.hasPrefix("guest0_partner.example#EXT#") == true
    }
    #expect(Set(guests.map(\.userID)).count == 3)
    let homes = guests.filter { $0.ip?.hasPrefix("100.") != true }
    #expect(Set(homes.map(\.ip)).count <= 4)
  }

  @Test func `Nobody flies faster than an aeroplane, but for lists of places`() {
    let labels = month.networks
    #expect(Set(labels.map(\.kind)) == Set(PartnerNetwork.Kind.allCases))
    let everybody = (0..<4).flatMap(month.signIns)
    let travellers = Dictionary(grouping: everybody.filter { $0.ip?.hasPrefix("240.200.") == true }, by: \.userID)
    #expect(!travellers.isEmpty)
    for (user, away) in travellers {
      let own = everybody.filter { $0.userID == user && $0.ip?.hasPrefix("100.") != true && $0.city != nil }
      guard let first = away.last?.loginTime, let before = own.first(where: { ($0.loginTime ?? first) < first })
      else { continue }
      #expect(first.unixSeconds - (before.loginTime?.unixSeconds ?? 0) > 10 * 3_600)
    }
  }

  @Test func `Few sign-ins are risky, and many where a workflow flags much`() {
    let shares = (0..<month.tenants).map { number in
      let signIns = month.signIns(ofTenant: number)
      return Double(signIns.count { $0.isRisk == true }) / Double(signIns.count)
    }
    #expect(shares.filter { $0 < 0.02 }.count > 4)
    #expect(shares.contains { $0 > 0.03 })
  }
}
