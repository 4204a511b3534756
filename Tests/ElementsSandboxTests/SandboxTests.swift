import ElementsSandbox
import Testing

struct SandboxTests {
  @Test func `A port that is taken is told as such`() async throws {
    try await withSandbox { client in
      var configuration = SandboxConfiguration.onWednesday()
      configuration.port = client.port
      await #expect(throws: SandboxError.portTaken(client.port)) {
        try await Sandbox(configuration: configuration).run()
      }
    }
  }

  @Test(arguments: [-1, 65_536])
  func `A port that does not exist is told as such`(port: Int) async {
    var configuration = SandboxConfiguration.onWednesday()
    configuration.port = port
    await #expect(throws: SandboxError.noSuchPort(port)) { try await Sandbox(configuration: configuration).run() }
  }

  @Test func `Its port is free again when it has ended`() async throws {
    var configuration = SandboxConfiguration.onWednesday()
    // Below the ports that the system hands out by itself: no other test is given one of these in between.
    for port in 23_450..<23_470 {
      configuration.port = port
      do {
        _ = try await withSandbox(configuration, ending: true) { try await $0.authorized() }
        let status = try await withSandbox(configuration) { try await $0.requestToken().status }
        #expect(status == 200)
        return
      } catch SandboxError.portTaken {
        // Another program may have it, or take it in between; never all of them.
        continue
      }
    }
    Issue.record("another program holds each of the ports")
  }

  @Test func `Requests are recorded with what was answered`() async throws {
    let requests = RequestLog()
    let call = try path("signins")
    try await withSandbox(onRequest: { requests.add($0) }) { client in
      _ = try await client.authorized().get(call + "?pageSize=3")
      _ = try await client.get("/nowhere")
    }
    let seen = requests.all
    #expect(seen.map(\.method) == ["POST", "GET", "GET"])
    #expect(seen.map(\.path) == ["/connect/token", call, "/nowhere"])
    #expect(seen.map(\.query) == [nil, "pageSize=3", nil])
    #expect(seen.map(\.status) == [200, 200, 404])
  }

  @Test func `Latency holds an answer back`() async throws {
    var configuration = SandboxConfiguration.onWednesday()
    configuration.latency = .milliseconds(30)
    let start = ContinuousClock.now
    _ = try await withSandbox(configuration, ending: true) { try await $0.authorized() }
    #expect(ContinuousClock.now - start >= .milliseconds(30))
  }
}
