import Elements
import Synchronization
import Testing

@testable import ElementsHTTP

/// Gateways recycle their connections in the middle of whatever is going on; no call is lost to that.
@Suite(.timeLimit(.minutes(10))) struct GatewayTests {
  private let load = Load()

  @Test(arguments: [1, 2, 3, 7, 20])
  func `GOAWAY after some requests loses no call`(requests: Int) async throws {
    try await expectAll(HTTP2Manner(requestsPerConnection: requests))
  }

  @Test(arguments: [Int.max, 7])
  func `One stream at a time loses no call`(requests: Int) async throws {
    try await expectAll(HTTP2Manner(requestsPerConnection: requests, streamsAtOnce: 1))
  }

  @Test func `A reload while calls are under way loses none`() async throws {
    let manner = HTTP2Manner()
    try await expectAll(manner) { number in
      if number.isMultiple(of: 5) { await manner.recycle() }
    }
  }

  @Test func `A refused stream costs no try`() async throws {
    let found = try await reasonAfter(20, of: .reset(.refusedStream))
    #expect(found == nil)
  }

  @Test func `A server that refuses for ever is unreachable in the end`() async throws {
    let found = try await reasonAfter(.max, of: .reset(.refusedStream))
    guard case .unreachable? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(load.calls.value == 23)
  }

  @Test(arguments: [Reply.reset(.internalError), .reset(.enhanceYourCalm), .cutConnection])
  func `What breaks otherwise is tried three times`(reply: Reply) async throws {
    #expect(try await reasonAfter(2, of: reply) == nil)
    guard case .unreachable? = try await reasonAfter(3, of: reply) else {
      Issue.record("not unreachable")
      return
    }
  }

  /// How a call ends that gets this reply so often, and the right one then.
  private func reasonAfter(_ count: Int, of reply: Reply) async throws -> ElementsError.Reason? {
    load.calls.change { $0 = 0 }
    var found: ElementsError.Reason?
    try await withHTTP2 { [load] request in
      if request.path == "/connect/token" { return .token() }
      let number = load.calls.change {
        $0 += 1; return $0
      }
      return number <= count ? reply : .json(someCounts)
    } use: { _, client in
      found = await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .scan) }
    }
    return found
  }

  /// 60 calls about 12 tenants are answered, each once, and the server has never more under way than it may.
  private func expectAll(
    _ manner: HTTP2Manner, onCall: @escaping @Sendable (_ number: Int) async -> Void = { _ in }
  ) async throws {
    try await withHTTP2(manner) { [load] request in
      if request.path == "/connect/token" { return .token() }
      return await load.serve(request.path) { number in
        await onCall(number)
        return .json(someCounts)
      }
    } use: { _, client in
      let failures: [ElementsError.Reason] = await withTaskGroup(of: ElementsError.Reason?.self) { tasks in
        for number in 0..<60 {
          let tenant = TenantReference(customerID: "customer", tenantID: String(number % 12))
          tasks.addTask {
            await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .overview) }
          }
        }
        return await tasks.compactMap { $0 }.reduce(into: []) { $0.append($1) }
      }
      #expect(failures == [])
    }
    #expect(load.calls.value == 60)
    #expect(load.most.value <= 6 && load.mostOfOnePath.value <= 2)
  }
}
