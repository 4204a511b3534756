import Elements
import ElementsSandbox
import Testing

struct RefusalTests {
  @Test(arguments: [
    ("signins?pageIndex=0", "pageIndex"), ("signins?pageIndex=two", "pageIndex"), ("signins?pageSize=-1", "pageSize"),
    ("signins?pageSize=", "pageSize"), ("signins?risky=maybe", "risky"), ("actions?types=2", "types"),
    ("actions?types=risky", "types"),
  ])
  func `A parameter that can't be read is named in a 400`(call: String, field: String) async throws {
    try await withSandbox { client in
      let answer = try await client.authorized().get(path(call))
      #expect(answer.status == 400)
      let problem = try answer.decoded(as: ProblemBody.self)
      #expect(problem.statusCode == 400)
      #expect(problem.errors?.map(\.field) == [field])
      #expect(answer.headers.first(name: "request-id") == problem.requestId)
    }
  }

  @Test func `Unknown customers, tenants and paths are answered with 404, another method with 405`() async throws {
    try await withSandbox { client in
      let client = try await client.authorized()
      let customers = SyntheticWorld(.onWednesday()).customers
      let good = try path("signins")
      let otherCustomer = good.replacing(customers[0].id, with: customers[1].id)
      let otherTenant = good.replacing(customers[0].tenants[0].id, with: "nobody")
      for unknown in [otherCustomer, otherTenant, "/partner/external/v4", "/"] {
        let answer = try await client.get(unknown)
        #expect(answer.status == 404)
        #expect(try answer.decoded(as: ProblemBody.self).statusCode == 404)
      }
      let wrongMethod = try await client.send(.POST, good)
      #expect(wrongMethod.status == 405)
      #expect(wrongMethod.headers.first(name: "Allow") == "GET")
    }
  }

  @Test func `A tenant that was not granted is answered with 403`() async throws {
    let configuration = SandboxConfiguration.onWednesday(customers: 20)
    try await withSandbox(configuration) { client in
      let client = try await client.authorized()
      #expect(try await client.get(path("signins", configuration, customer: 13)).status == 403)
      #expect(try await client.get(path("actions", configuration, customer: 13)).status == 403)
    }
  }

  @Test func `Every answer has a request id of its own`() async throws {
    try await withSandbox { client in
      let authorized = try await client.authorized()
      let answers = [
        try await client.get(path("signins")), try await authorized.get(path("signins")),
        try await client.get("/nowhere"), try await client.requestToken(),
      ]
      #expect(Set(answers.compactMap { $0.headers.first(name: "request-id") }).count == 4)
    }
  }
}
