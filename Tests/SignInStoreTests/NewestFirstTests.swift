import Elements
import Testing

@testable import SignInStore

@Suite struct NewestFirstTests {
  @Test func `Order holds as long as no time is newer than the one before`() throws {
    let times = try ["2026-03-04T13:00:00Z", "2026-03-04T12:00:00Z"].map { try #require(Timestamp(iso8601: $0)) }
    var order = NewestFirst()
    order.see([times[0], times[0], nil, times[1]])
    #expect(order.holds && order.last == times[1])
    order.see([times[0]])
    #expect(!order.holds)
  }
}
