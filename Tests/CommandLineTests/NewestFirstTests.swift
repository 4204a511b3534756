import Elements
import Testing

@testable import CommandLine

@Suite struct NewestFirstTests {
  @Test func `Order holds as long as no time is newer than the one before`() throws {
    let times = try ["2026-03-04T13:00:00Z", "2026-03-04T12:00:00Z"].map { try #require(Timestamp(iso8601: $0)) }
    func signIn(_ time: Timestamp?) -> SignIn {
      SignIn(
        id: "", loginTime: time, userID: nil, userDisplayName: nil, userPrincipalName: nil, ip: nil, location: nil,
        country: nil, city: nil, isRisk: nil)
    }
    var order = NewestFirst()
    order.see([times[0], times[0], nil, times[1]].map(signIn))
    #expect(order.holds && order.last == times[1])
    order.see([signIn(times[0])])
    #expect(!order.holds)
  }
}
