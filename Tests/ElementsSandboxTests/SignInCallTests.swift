import Elements
import ElementsSandbox
import Testing

struct SignInCallTests {
  private struct TicksRow: Decodable { let loginTime: Int64 }

  @Test func `Two pages join without a gap, and hold what the tenant has`() async throws {
    try await withSandbox { client in
      let client = try await client.authorized()
      var rows: [SignInRow] = []
      for index in 1...2 {
        let answer = try await client.get(path("signins?pageIndex=\(index)&pageSize=100"))
        let page = try answer.decoded(as: PageBody<SignInRow>.self)
        #expect(page.metadata == Metadata(pageIndex: index, pageSize: 100, totalCount: 1_000))
        rows += page.data
      }
      let expected = try tenant().signIns(.all, at: 0..<200, of: 1_000)
      #expect(rows.map(\.id) == expected.map(\.signIn.id))
      #expect(rows.map(\.userDisplayName) == expected.map(\.signIn.userDisplayName))
      #expect(rows.map { Timestamp(iso8601: $0.loginTime) } == expected.map(\.signIn.loginTime))
      #expect(rows.map(\.city) == expected.map(\.signIn.city))
      #expect(rows.map(\.lat) == expected.map { $0.sendsZeroPlace ? 0 : $0.signIn.location?.latitude })
    }
  }

  @Test func `A page holds at most 100 rows, and 50 unless asked otherwise`() async throws {
    try await withSandbox { client in
      let client = try await client.authorized()
      for (query, size) in [("", 50), ("?pageSize=1000", 100), ("?pageSize=7", 7)] {
        let page = try await client.get(path("signins" + query)).decoded(as: PageBody<SignInRow>.self)
        #expect(page.data.count == size)
        #expect(page.metadata.pageSize == size)
      }
    }
  }

  @Test func `The last page is short and the one behind it empty`() async throws {
    let configuration = SandboxConfiguration.onWednesday(signIns: 120)
    try await withSandbox(configuration) { client in
      let client = try await client.authorized()
      for (index, count) in [("2", 20), ("3", 0), ("\(Int.max)", 0)] {
        let answer = try await client.get(path("signins?pageSize=100&pageIndex=\(index)", configuration))
        let page = try answer.decoded(as: PageBody<SignInRow>.self)
        #expect(page.data.count == count)
        #expect(page.metadata.totalCount == 120)
      }
    }
  }

  @Test func `The risky list counts and holds risky rows alone`() async throws {
    try await withSandbox { client in
      let client = try await client.authorized()
      let page = try await client.get(path("signins?risky=true&pageSize=10")).decoded(as: PageBody<SignInRow>.self)
      #expect(page.data.count == 10 && page.data.allSatisfy { $0.isRisk })
      #expect(page.metadata.totalCount == (try tenant().count(.risky, of: 1_000)))
      let plain = try await client.get(path("signins?risky=false")).decoded(as: PageBody<SignInRow>.self)
      #expect(plain.metadata.totalCount == 1_000)
    }
  }

  @Test func `In the other dialect times are exact integers and a page holds 100 rows`() async throws {
    var configuration = SandboxConfiguration.onWednesday()
    configuration.dialect = .ticks
    try await withSandbox(configuration) { client in
      let client = try await client.authorized()
      let page = try await client.get(path("signins", configuration)).decoded(as: PageBody<TicksRow>.self)
      let expected = try tenant(configuration).signIns(.all, at: 0..<100, of: 1_000)
      #expect(page.data.map(\.loginTime) == expected.map { $0.signIn.loginTime?.ticks })
    }
  }

  @Test func `New sign-ins shift the pages and the count`() async throws {
    let clock = ManualClock()
    var configuration = SandboxConfiguration.onWednesday()
    configuration.arrivalsPerMinute = 60
    try await withSandbox(configuration, clock: clock) { client in
      let client = try await client.authorized()
      let first = try await client.get(path("signins", configuration)).decoded(as: PageBody<SignInRow>.self)
      clock.advance(by: .seconds(5))
      let second = try await client.get(path("signins", configuration)).decoded(as: PageBody<SignInRow>.self)
      #expect(second.metadata.totalCount == 1_005)
      #expect(Array(second.data.dropFirst(5)) == Array(first.data.dropLast(5)))
    }
  }

  @Test func `The one million two hundred thousandth row is reached at once`() async throws {
    let configuration = SandboxConfiguration.onWednesday(signIns: nil)
    try await withSandbox(configuration) { client in
      let client = try await client.authorized()
      let answer = try await client.get(path("signins?pageIndex=12000&pageSize=100", configuration, customer: 5))
      #expect(try answer.decoded(as: PageBody<SignInRow>.self).data.count == 100)
    }
  }
}
