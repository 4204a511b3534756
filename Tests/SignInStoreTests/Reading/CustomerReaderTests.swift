import Elements
import Testing

@testable import ElementsFakes
@testable import SignInStore

@Suite struct CustomerReaderTests {
  private func readAll(_ reader: inout CustomerReader) async throws -> [[String]] {
    var pages: [[String]] = []
    while let customers = try await reader.next() { pages.append(customers.map(\.id)) }
    return pages
  }

  @Test func `Customers come page by page, each once`() async throws {
    let client = ElementsClient.givingCustomers { _, request in
      let ids = [1: 0..<100, 2: 99..<150][request.index] ?? 0..<0
      return Page(items: ids.map { .numbered($0) }, index: request.index, size: 100, totalCount: 150)
    }
    var reader = CustomerReader(client: client)
    let pages = try await readAll(&reader)
    #expect(pages.map(\.count) == [100, 50])
    #expect(reader.count == 150 && reader.missing == 0)
  }

  @Test func `A server that gives the same page for ever is left, and what it counts is missing`() async throws {
    let client = ElementsClient.givingCustomers { _, request in
      Page(items: [.numbered(0)], index: request.index, size: 1, totalCount: 1_000_000)
    }
    var reader = CustomerReader(client: client)
    let pages = try await readAll(&reader)
    #expect(pages.count < 100 && reader.missing == 999_999)
  }

  @Test func `A customer whom a shift has hidden is found by reading again`() async throws {
    let client = ElementsClient.givingCustomers { call, request in
      // While the first page is read one above leaves, so that the 101st comes to stand on it.
      let all = call == 1 ? Array(0..<130) : Array(1..<130)
      let items = all.dropFirst((request.index - 1) * 100).prefix(100)
      return Page(items: items.map { .numbered($0) }, index: request.index, size: 100, totalCount: all.count)
    }
    var reader = CustomerReader(client: client)
    let ids = try await readAll(&reader).flatMap { $0 }
    #expect(Set(ids) == Set((0..<130).map { "c\($0)" }) && ids.count == 130)
  }

  @Test func `Customers who never come are counted, and the reading ends`() async throws {
    let client = ElementsClient.givingCustomers { _, request in
      Page(
        items: [.numbered(1)], index: request.index, size: 100, totalCount: 4,
        unreadable: [UnreadableRow(row: 2, found: "id null")])
    }
    var reader = CustomerReader(client: client)
    #expect(try await readAll(&reader).flatMap { $0 } == ["c1"])
    #expect(reader.missing == 2)
    #expect(reader.unreadable == [UnreadablePlace(page: 1, row: 2, found: "id null")])
  }

  @Test func `Tenants that could not be read are named with their customer, each once`() async throws {
    let client = ElementsClient.givingCustomers { _, request in
      let broken = Customer(
        id: "c1", organization: "Contoso", tenants: [], unreadableTenants: [UnreadableRow(row: 2, found: "no id")])
      return Page(items: [broken], index: request.index, size: 100, totalCount: 2)
    }
    var reader = CustomerReader(client: client)
    #expect(try await readAll(&reader).flatMap { $0 } == ["c1"])
    #expect(reader.unreadableTenants.map(\.customer) == ["Contoso"])
    #expect(reader.unreadableTenants.map(\.found) == ["no id"])
  }

  @Test func `A page that fails ends the reading`() async throws {
    let client = ElementsClient.givingCustomers { call, request throws(ElementsError) in
      guard call == 1 else {
        throw ElementsError(call: .customers(page: 2), reason: .unreachable(host: "h", cause: "gone"))
      }
      return Page(items: [.numbered(1)], index: 1, size: 1, totalCount: 2)
    }
    var reader = CustomerReader(client: client)
    #expect(try await reader.next()?.count == 1)
    await #expect(throws: ElementsError.self) { try await reader.next() }
    #expect(try await reader.next() == nil)
  }
}
