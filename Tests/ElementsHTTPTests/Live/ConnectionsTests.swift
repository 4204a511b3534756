import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct ConnectionsTests {
  @Test func `Shutting down right after a cancellation waits for the call, which needs the event loop to end`()
    async throws
  {
    try await ScriptedServer.run { _ in
      .silence
    } use: { server in
      let configuration = try ElementsConfiguration.testing(server.origin)
      let request = OutgoingRequest(endpoint: configuration.apiURL, method: .get)
      for round in 1...50 {
        let connections = Connections(configuration: configuration)
        let calls = (0..<4).map { _ in
          Task { () async -> TransportFailure? in
            do throws(TransportFailure) { _ = try await connections.send(request) } catch { return error }
            return nil
          }
        }
        if round > 25 { try await eventually { !connections.isIdle } }
        for call in calls { call.cancel() }
        await connections.shutdown()
        #expect(connections.isIdle)
        for call in calls { #expect(await call.value == .cancelled) }
      }
    }
  }

  @Test func `A call after the end is cancelled`() async throws {
    let configuration = try ElementsConfiguration.testing("http://127.0.0.1:1")
    let connections = Connections(configuration: configuration)
    await connections.shutdown()
    await connections.shutdown()
    await #expect(throws: TransportFailure.cancelled) {
      try await connections.send(OutgoingRequest(endpoint: configuration.apiURL, method: .get))
    }
  }
}
