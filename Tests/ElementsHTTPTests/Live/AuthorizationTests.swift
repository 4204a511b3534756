import Elements
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct AuthorizationTests {
  @Test func callsAtTheSameTimeShareOneToken() async throws {
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token() : .json(someCounts)
    } use: { server in
      try await server.withClient { client in
        await withTaskGroup { tasks in
          for _ in 0..<20 { tasks.addTask { _ = try? await client.actionCounts(tenant, nil, .overview) } }
        }
      }
      #expect(server.count("/connect/token") == 1)
      #expect(server.count("/actions") == 20)
    }
  }

  @Test func aTokenThatIsNoLongerGoodIsRenewedOnceForAllCalls() async throws {
    let issued = Shared(0)
    try await ScriptedServer.run { request in
      guard request.path != "/connect/token" else {
        return .token("token-\(issued.change { $0 += 1; return $0 })")
      }
      return request.bearer == "Bearer token-1" ? .json("", status: 401) : .json(someCounts)
    } use: { server in
      try await server.withClient { client in
        try await withThrowingTaskGroup { tasks in
          for _ in 0..<10 { tasks.addTask { _ = try await client.actionCounts(tenant, nil, .overview) } }
          try await tasks.waitForAll()
        }
      }
      #expect(issued.value == 2)
    }
  }

  @Test func callsThatAllMeetA401TogetherRenewTheTokenOnce() async throws {
    let (issued, refused) = (Shared(0), Shared(0))
    try await ScriptedServer.run { request in
      guard request.path != "/connect/token" else {
        return .token("token-\(issued.change { $0 += 1; return $0 })")
      }
      guard request.bearer == "Bearer token-1" else { return .json(someCounts) }
      refused.change { $0 += 1 }
      // Nobody is refused before all six are under way.
      try? await eventually { refused.value == 6 }
      return .json("", status: 401)
    } use: { server in
      try await server.withClient { client in
        try await withThrowingTaskGroup { tasks in
          for id in 0..<6 {
            let tenant = TenantReference(customerID: "customer", tenantID: String(id))
            tasks.addTask { _ = try await client.actionCounts(tenant, nil, .overview) }
          }
          try await tasks.waitForAll()
        }
      }
      #expect(issued.value == 2)
      #expect(server.count("/actions") == 12)
    }
  }

  @Test func aSecond401IsTheAnswerAndTheTokenIsNowhereInIt() async throws {
    try await ScriptedServer.run { request in
      if request.path == "/connect/token" { return .token("tell-nobody") }
      return .json(#"{"message":"bad token tell-nobody"}"#, status: 401, headers: [("request-id", "r-7")])
    } use: { server in
      try await server.withClient { client in
        let found = await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
        #expect(found == .refused(.init(status: 401, message: Redaction.mark, requestID: "r-7")))
      }
      #expect(server.count("/actions") == 2)
      #expect(server.count("/connect/token") == 2)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func aRedirectIsAnAnswerAndNoTokenGoesElsewhere(status: Int) async throws {
    try await ScriptedServer.run { _ in
      .json(someCounts)
    } use: { other in
      try await ScriptedServer.run { request in
        if request.path == "/connect/token" { return .token() }
        return .json("", status: status, headers: [("Location", other.origin + request.uri)])
      } use: { server in
        try await server.withClient { client in
          let found = await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
          #expect(found == .refused(.init(status: status, message: nil, requestID: nil)))
        }
      }
      #expect(other.requests.value.isEmpty)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func noSecretFollowsARedirectOfTheTokenEndpoint(status: Int) async throws {
    try await ScriptedServer.run { _ in
      .token()
    } use: { other in
      try await ScriptedServer.run { request in
        .json(#"{"access_token":"t"}"#, status: status, headers: [("Location", other.origin + request.uri)])
      } use: { server in
        try await server.withClient { client in
          let found = await reason { () throws(ElementsError) in try await client.actionCounts(tenant, nil, .onScreen) }
          #expect(found == .refused(.init(status: status, message: nil, requestID: nil)))
        }
        #expect(server.requests.value.count == 1)
      }
      #expect(other.requests.value.isEmpty)
    }
  }

  @Test func anEchoedTokenIsHiddenFromAnUnexpectedAnswer() async throws {
    let long = String(repeating: "t", count: 200)
    try await ScriptedServer.run { request in
      request.path == "/connect/token" ? .token(long) : .json("you sent \(long)", headers: [("request-id", "r-1")])
    } use: { server in
      try await server.withClient { client in
        let found = await reason { () throws(ElementsError) in
          try await client.signIns(tenant, firstPage, .all, .onScreen)
        }
        #expect(
          found
            == .unexpectedAnswer(
              expected: "a JSON object with data and metadata", at: "the top level", found: Redaction.mark,
              requestID: "r-1"))
      }
    }
  }
}
