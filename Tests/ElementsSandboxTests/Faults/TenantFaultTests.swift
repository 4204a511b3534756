import Elements
import ElementsSandbox
import Testing

struct TenantFaultTests {
  @Test(arguments: [(FaultKind.forbidden, 403), (.missing, 404)])
  func `A share of the tenants is refused, always the same ones`(kind: FaultKind, status: Int) async throws {
    let configuration = SandboxConfiguration.onWednesday(customers: 10, faults: Faults([kind: 0.5]))
    let struck = try (0..<6).map { configuration.strikes(kind, try tenant(configuration, customer: $0).reference) }
    #expect(Set(struck) == [true, false])
    try await withSandbox(configuration) { client in
      let client = try await client.authorized()
      for _ in 0..<2 {
        for call in ["actions", "signins"] {
          for (number, isStruck) in struck.enumerated() {
            let answer = try await client.get(path(call, configuration, customer: number))
            #expect(answer.status == (isStruck ? status : 200))
          }
        }
      }
    }
  }

  @Test func `A token is refused after some calls, and the next is good again`() async throws {
    try await withSandbox(.onWednesday(faults: Faults([.expire: 0.25]))) { client in
      for _ in 0..<3 {
        let client = try await client.authorized()
        var statuses: [Int] = []
        while statuses.last != 401, statuses.count < 20 {
          statuses.append(try await client.get(path("actions")).status)
        }
        #expect((2...6).contains(statuses.count { $0 == 200 }))
        #expect(statuses.last == 401)
        #expect(try await client.get(path("actions")).status == 401)
      }
    }
  }
  @Test(arguments: [1e-300, .leastNonzeroMagnitude])
  func `A share too small ever to strike leaves tokens as they are`(share: Double) async throws {
    try await withSandbox(.onWednesday(faults: Faults([.expire: share]))) { client in
      let client = try await client.authorized()
      #expect(try await client.get(path("actions")).status == 200)
    }
  }
}
