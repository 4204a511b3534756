import AsyncHTTPClient
import Elements
import ElementsSandbox
import Testing

struct TrafficTests {
  @Test func `Calls one after the other are alone, however they go`() async throws {
    let requests = RequestLog()
    let faults = Faults([
      .throttled: 0.1, .serverError: 0.1, .reset: 0.1, .cut: 0.1, .short: 0.1, .html: 0.1, .drip: 0.2, .missing: 0.3,
    ])
    try await withSandbox(.onWednesday(signIns: 20, faults: faults), onRequest: requests.add) { client in
      let client = try await client.authorized()
      for number in 0..<60 { _ = try? await client.get(path("signins", customer: number % 6)) }
    }
    #expect(requests.calls.count == 60)
    #expect(requests.calls.allSatisfy { $0.inFlight == 1 && $0.inFlightOfTenant == 1 })
  }

  @Test func `Calls under way are counted, in all and of their tenant`() async throws {
    let requests = RequestLog()
    var configuration = SandboxConfiguration.onWednesday(faults: Faults([.drip: 1]))
    configuration.dripPause = .seconds(3_600)
    try await withSandbox(configuration, onRequest: requests.add) { client in
      let token = try await client.requestToken().decoded(as: TokenBody.self).access_token
      var underWay: [HTTPClientResponse] = []
      for customer in [0, 1, 0] {
        var request = HTTPClientRequest(
          url: "http://127.0.0.1:\(client.port)" + (try path("signins", configuration, customer: customer)))
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        underWay.append(try await HTTPClient.shared.execute(request, deadline: .distantFuture))
      }
      #expect(underWay.map(\.status.code) == [200, 200, 200])
    }
    #expect(requests.all.map(\.inFlight) == [0, 1, 2, 3])
    #expect(requests.all.map(\.inFlightOfTenant) == [0, 1, 1, 2])
    #expect(try requests.calls.map(\.tenant) == [0, 1, 0].map { try tenant(configuration, customer: $0).reference })
  }

  @Test func `A request is recorded with the sandbox's time at which it came`() async throws {
    let (requests, clock) = (RequestLog(), ManualClock())
    try await withSandbox(clock: clock, onRequest: requests.add) { client in
      let client = try await client.authorized()
      clock.advance(by: .seconds(2))
      _ = try await client.get(path("actions"))
    }
    #expect(requests.all.map(\.arrival) == [.zero, .seconds(2)])
  }

  @Test func `A call that is held back when the sandbox ends leaves, without an answer`() async throws {
    let (requests, clock) = (RequestLog(), ManualClock())
    var configuration = SandboxConfiguration.onWednesday()
    configuration.latency = .seconds(3_600)
    try await withSandbox(configuration, clock: clock, ending: true, onRequest: requests.add) { client in
      let call = Task { try await client.get(path("actions")) }
      while clock.readings == 0 { await Task.yield() }
      call.cancel()
    }
    #expect(requests.calls.map(\.status) == [nil])
  }
}
