import ElementsSandbox
import Testing

struct FailureTests {
  @Test func `A server that fails is named, with what failed and the key that tries again`() async throws {
    var failing = SandboxConfiguration.onWednesday()
    failing.faults = Faults([.badGateway: 1])
    try await withSandbox(failing) { sandbox in
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitFor("customers, page 1: server error (502)")
        try await terminal.waitFor("r tries again")
        let before = sandbox.requests.customerCalls
        try await terminal.press("r")
        try await terminal.waitFor("it tries again") { _ in sandbox.requests.customerCalls > before }
      }
    }
  }

  @Test func `A tenant that was not granted says so in the picker and when it is open`() async throws {
    try await withSandbox(.onWednesday(signIns: 300, customers: 14)) { sandbox in
      let tenant = try #require(sandbox.world.customers[13].tenants.first)
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitFor("the refusal in its row") { screen in
          screen.rows.contains { $0.contains(tenant.shortName) && $0.contains("not granted (403)") }
        }
        try await terminal.press("/")
        try await terminal.type(tenant.name)
        try await terminal.press("Enter")
        try await terminal.press("Enter")
        try await terminal.waitFor("both refusals") { screen in
          screen.contains("sign-ins, page 1: not granted (403)")
            && screen.rows.contains { $0.contains("Actions") && $0.contains("not granted (403)") }
            && screen.contains("The app registration was not granted this tenant.")
        }
      }
    }
  }

  @Test func `A wrong secret is told in the identity server's word, and never shown`() async throws {
    try await withSandbox { sandbox in
      try await withTerminal(sandbox.dashboard(secret: "not-the-secret")) { terminal in
        let screen = try await terminal.waitFor("invalid_client")
        #expect(screen.contains("check the client id, its secret or certificate"), "it says what to check")
        #expect(!screen.contains("not-the-secret"))
        try await terminal.press("q")
        try await terminal.expectLeft(with: 0)
        #expect(terminal.contents(of: "written")?.contains("not-the-secret") == false)
      }
    }
  }

  @Test func `A server that is not there is named by its host`() async throws {
    try await withSandbox { sandbox in
      let nowhere = ["RISKTOP_API_URL": "http://127.0.0.1:1", "RISKTOP_TOKEN_URL": "http://127.0.0.1:1/connect/token"]
      try await withTerminal(sandbox.dashboard(environment: nowhere)) { terminal in
        try await terminal.waitFor("127.0.0.1 is unreachable")
        try await terminal.waitFor("r tries again")
      }
    }
  }
}
