import Dispatch
import Elements
import ElementsSandbox
import Foundation
import Synchronization
import Testing

@Suite struct AllTenantsTests {
  /// Customers with one tenant each, of the same number.
  private static func customers(_ count: Int) -> [String] {
    (0..<count).map { customer($0, name: "Customer \($0)", tenants: [(guid($0, "d"), "tenant\($0).example")]) }
  }

  @Test(arguments: ["actions", "signins"])
  func `A tenant that is refused is named, and all others come`(command: String) async throws {
    try await withSandbox(.onWednesday(signIns: 120, customers: 16)) { sandbox in
      let tenants = sandbox.world.customers.flatMap { customer in
        customer.tenants.compactMap { sandbox.world.tenant(TenantReference(customerID: customer.id, tenantID: $0.id)) }
      }
      let refused = tenants.filter(\.isForbidden)
      #expect(!refused.isEmpty)
      let finished = try await Program.run(command, "--all", environment: sandbox.dashboard().environment)
      #expect(finished.status == 75)
      let allowed = tenants.filter { !$0.isForbidden }
      #expect(finished.lines.count == allowed.count * (command == "actions" ? 1 : 120))
      let errors = finished.errors.split(separator: "\n")
      #expect(errors.count == refused.count && errors.allSatisfy { $0.contains("not granted (403)") })
      #expect(refused.allSatisfy { finished.errors.contains(" › \($0.tenant.name): ") })
    }
  }

  @Test func `Counts come in the customers' order, whichever is answered first`() async throws {
    let asked = Mutex(0)
    let later = DispatchSemaphore(value: 0)
    try await withAPI({ request in
      guard request.isActions else { return .list(Self.customers(130), request) }
      let number = asked.withLock { asked in
        defer { asked += 1 }
        return asked
      }
      // The first of six waits until the fourth is being answered.
      if number % 6 == 0 { _ = later.wait(timeout: .now() + 30) }
      if number % 6 == 3 { later.signal() }
      return ScriptedAPI.Reply(body: #"{"riskyActionCount":1,"normalActionCount":2}"#)
    }) { api in
      let finished = try await api.run(["actions", "--all", "--format", "csv"])
      let names = finished.output.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[1] }
      #expect(names == (0..<130).map { "Customer \($0)" })
      #expect(finished.status == 0)
    }
  }

  @Test func `A filter knows the customer and the tenant of each sign-in`() async throws {
    try await withAPI({ request in
      guard request.isSignIns else { return .list(Self.customers(12), request) }
      return .list(request.tenantID == guid(11, "d") ? [row(2), row(1)] : [row(3)], request)
    }) { api in
      let finished = try await api.run(["signins", "--all", "--filter", "tenant:tenant11. or customer:\"customer 9\""])
      #expect(finished.status == 0)
      #expect(finished.ids.sorted() == [guid(1), guid(2), guid(3)])
      let one = try await api.run(["signins"] + byIDs + ["--filter", "customer:9"])
      #expect(one.errors.hasPrefix("risktop: --filter can't be read: unknown field 'customer'"))
    }
  }

  @Test func `A customers' page that fails leaves what could be read`() async throws {
    try await withAPI({ request in
      if request.isActions { return ScriptedAPI.Reply(body: #"{"riskyActionCount":1,"normalActionCount":2}"#) }
      return request.page == 2 ? ScriptedAPI.Reply(status: 403, body: "") : .list(Self.customers(130), request)
    }) { api in
      for command in [["tenants"], ["actions", "--all"]] {
        let finished = try await api.run(command)
        #expect(finished.status == 75 && finished.lines.count == 100)
        #expect(finished.errors.hasPrefix("risktop: customers, page 2: not granted (403)"))
      }
    }
  }

  @Test func `Sorted by time the tenants' sign-ins are one list`() async throws {
    try await withSandbox(.onWednesday(signIns: 250, customers: 5)) { sandbox in
      let environment = sandbox.dashboard().environment
      let sorted = try await Program.run("signins", "--all", "--sort", "time", environment: environment)
      let plain = try await Program.run("signins", "--all", environment: environment)
      #expect(sorted.status == 0 && sorted.errors == "")
      let times = try sorted.times
      #expect(times == times.sorted(by: >))
      #expect(sorted.lines.sorted() == plain.lines.sorted())
      let few = try await Program.run(
        "signins", "--all", "--sort", "time", "--limit", "7", environment: environment)
      #expect(few.lines == Array(sorted.lines.prefix(7)))
    }
  }

  @Test func `A limit over sorted tenants asks each for its first page alone`() async throws {
    try await withAPI({ request in
      request.isSignIns ? .rows(5_000, request) : .list(Self.customers(4), request)
    }) { api in
      let finished = try await api.run(["signins", "--all", "--sort", "time", "--limit", "20"])
      #expect(finished.lines.count == 20 && api.pages == [1, 1, 1, 1])
    }
  }

  @Test func `A tenant whose sign-ins are out of order is named where order was asked for`() async throws {
    try await withAPI({ request in
      guard request.isSignIns else { return .list(Self.customers(2), request) }
      return .list(request.tenantID == guid(1, "d") ? rows(30).reversed() : rows(30), request)
    }) { api in
      let sorted = try await api.run(["signins", "--all", "--sort", "time"])
      #expect(sorted.lines.count == 60 && sorted.status == 0)
      let words = "the server's list was not newest first: the order is unproven"
      #expect(sorted.errors == "risktop: Customer 1 › tenant1.example: \(words)\n")
      let exact = try await api.run(["signins", "--all", "--sort", "time", "--exhaustive"])
      let times = try exact.times
      #expect(times.count == 60 && times == times.sorted(by: >) && exact.errors == "" && exact.status == 0)
      let single = try await api.run(
        ["signins", "--customer", guid(1, "c"), "--tenant", guid(1, "d"), "--sort", "time"])
      #expect(single.errors == "risktop: \(words)\n" && single.status == 0)
      let plain = try await api.run(["signins", "--all"])
      #expect(plain.errors == "")
    }
  }
}

extension Finished {
  fileprivate var times: [Timestamp] {
    get throws {
      try lines.map { line in
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let text = try #require(record?["loginTime"] as? String)
        return try #require(Timestamp(iso8601: text))
      }
    }
  }
}
