import Elements
import Synchronization

extension ElementsClient {
  /// Gives a page of customers for each call, whatever was asked; calls are counted from 1.
  static func givingCustomers(
    _ page: @escaping @Sendable (_ call: Int, PageRequest) throws(ElementsError) -> Page<Customer>
  ) -> ElementsClient {
    let calls = Mutex(0)
    var client = FakeElements().client
    client.customers = { request, _ throws(ElementsError) in
      let call = calls.withLock { calls in
        calls += 1
        return calls
      }
      return try page(call, request)
    }
    return client
  }
}

extension Page<Customer> {
  /// Customers by their numbers, as a page of 100.
  static func numbered(
    _ numbers: some Sequence<Int>, _ request: PageRequest, size: Int = 100, total: Int, unreadable: Int = 0
  ) -> Page<Customer> {
    Page(
      items: numbers.map { .numbered($0) }, index: request.index, size: size, totalCount: total,
      unreadable: (0..<unreadable).map { UnreadableRow(row: $0 + 1, found: "17") })
  }
}
