import Elements
import ElementsSandbox
import Testing

struct CustomerCallTests {
  private static let call = "/partner/external/v3/general/customers/batch"

  private struct Row: Decodable {
    struct Tenant: Decodable { let id: String }
    let id: String
    let organization: String
    let tenants: [Tenant]
  }

  private let customers = SyntheticWorld(.onWednesday()).customers

  @Test(arguments: ["{}", nil, "{\"customerIds\":null}", "{\"customerIds\":[]}"])
  func `Without ids all customers come, with their tenants`(body: String?) async throws {
    try await withSandbox { client in
      let answer = try await client.authorized().send(.POST, CustomerCallTests.call, body: body)
      let page = try answer.decoded(as: PageBody<Row>.self)
      #expect(page.data.map(\.id) == customers.map(\.id))
      #expect(page.data.map(\.organization) == customers.map(\.organization))
      #expect(page.data.map { $0.tenants.map(\.id) } == customers.map { $0.tenants.map(\.id) })
      #expect(page.metadata == Metadata(pageIndex: 1, pageSize: 50, totalCount: 12))
    }
  }

  @Test func `With ids only those come that exist`() async throws {
    try await withSandbox { client in
      let body = "{\"customerIds\":[\"\(customers[3].id)\",\"nobody\",\"\(customers[1].id)\"]}"
      let answer = try await client.authorized().send(.POST, CustomerCallTests.call, body: body)
      let page = try answer.decoded(as: PageBody<Row>.self)
      #expect(page.data.map(\.id) == [customers[3].id, customers[1].id])
      #expect(page.metadata.totalCount == 2)
    }
  }

  @Test func `Customers come in pages`() async throws {
    try await withSandbox { client in
      let answer = try await client.authorized().send(
        .POST, CustomerCallTests.call + "?pageIndex=3&pageSize=5", body: "{}")
      let page = try answer.decoded(as: PageBody<Row>.self)
      #expect(page.data.map(\.id) == customers[10...].map(\.id))
    }
  }

  @Test(arguments: ["{", "[]", "{\"customerIds\":7}"])
  func `A body that is not the expected JSON is answered with 400`(body: String) async throws {
    try await withSandbox { client in
      let answer = try await client.authorized().send(.POST, CustomerCallTests.call, body: body)
      #expect(answer.status == 400)
    }
  }
}
