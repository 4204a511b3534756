import Elements
import ElementsSandbox
import Testing

/// The newest 200 rows of the first tenant, at several times of day and with several sizes.
struct StoryTests {
  static let cases: [(now: String, signIns: Int?)] = [
    ("2026-03-04T13:20:00Z", nil), ("2026-03-04T22:59:59Z", nil), ("2026-03-08T03:00:00Z", nil),
    ("2026-03-04T13:20:00Z", 400), ("2026-03-04T13:20:00Z", 100_000),
  ]

  private func newest(_ now: String, _ signIns: Int?) throws -> [SignIn] {
    var configuration = SandboxConfiguration.onWednesday(signIns: signIns)
    configuration.now = Timestamp(iso8601: now)
    let first = try tenant(configuration)
    return first.signIns(.all, at: 0..<200, of: first.initialSignIns).map(\.signIn)
  }

  @Test(arguments: cases)
  func `A traveller is at home and half an hour later in Lagos`(now: String, signIns: Int?) throws {
    let rows = try newest(now, signIns)
    let abroad = rows.filter { $0.city == "Lagos" && $0.isRisk == true }
    let travels = abroad.contains { away in
      rows.contains { home in
        guard home.userID == away.userID, home.city == "Amsterdam", let left = home.loginTime, let came = away.loginTime
        else { return false }
        return (25 * 60...40 * 60).contains(came.unixSeconds - left.unixSeconds)
      }
    }
    #expect(travels)
  }

  @Test(arguments: cases)
  func `A burst of risky sign-ins by one address hits many users within minutes`(now: String, signIns: Int?) throws {
    let risky = try newest(now, signIns).filter { $0.isRisk == true }
    let byAddress = Dictionary(grouping: risky, by: \.ip)
    let burst = try #require(byAddress.values.first { $0.count >= 40 })
    let times = burst.compactMap(\.loginTime?.unixSeconds)
    #expect(try #require(times.max()) - #require(times.min()) <= 5 * 60)
    #expect(Set(burst.map(\.userID)).count >= 8)
  }

  @Test func `The burst comes at night where a night is near`() throws {
    let risky = try newest("2026-03-04T13:20:00Z", nil).filter { $0.isRisk == true }
    let burst = try #require(Dictionary(grouping: risky, by: \.ip).values.first { $0.count >= 40 })
    let hours = Set(burst.compactMap(\.loginTime).map { CalendarTime(unixSeconds: $0.unixSeconds).hour })
    #expect(hours.isSubset(of: [0, 1, 2, 3, 4, 5]))
  }

  @Test func `One address is risky in several customers' tenants`() throws {
    let world = SyntheticWorld(.onWednesday(signIns: 1_000, customers: 40))
    let customers = world.customers.filter { customer in
      customer.tenants.contains { tenant in
        let reference = TenantReference(customerID: customer.id, tenantID: tenant.id)
        let newest = world.tenant(reference)?.signIns(.risky, at: 0..<20, of: 1_000) ?? []
        return newest.contains { $0.signIn.ip == "203.0.113.7" }
      }
    }
    #expect(customers.count >= 3)
    #expect(customers.first?.organization == "Contoso Ltd")
  }
}
