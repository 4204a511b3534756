import Elements
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct UnreadableCustomerTests {
  @Test func `Customers and tenants that can't be read are counted, and named in the history of messages, once`()
    async
  {
    let changes = Changes()
    var client = FakeElements().client
    client.customers = { _, _ throws(ElementsError) in
      let customer = Customer(
        id: "c", organization: "Contoso", tenants: [Tenant(id: "t", name: "contoso.example")],
        unreadableTenants: [UnreadableRow(row: 2, found: "no id")])
      return Page(
        items: [customer], index: 1, size: 100, totalCount: 2,
        unreadable: [UnreadableRow(row: 2, found: "17")])
    }
    let model = DashboardModel(
      client: client, source: "test", times: TimeDisplay { _ in (0, "UTC") }, now: { .earliest }, pause: { _ in },
      onChange: changes.happened)
    for _ in 0..<2 {
      model.picker.resize(height: 5)
      await changes.until { !model.picker.coverage.isLoading }
      #expect(model.picker.coverage.unreadable == 2)
      model.perform(.refresh)
    }
    #expect(
      model.messages.history.map(\.words) == [
        "customers, page 1: 1 row and 1 tenant could not be read: row 2, 17; tenant 2 of Contoso, no id"
      ])
    #expect(model.messages.current == nil)
  }
}
