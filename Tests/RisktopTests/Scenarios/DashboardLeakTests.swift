import Testing

/// The dashboard on servers that send back what they were sent: nothing secret reaches the terminal.
struct DashboardLeakTests {
  private func dashboard(on api: ScriptedAPI) -> Program {
    Program(arguments: [], environment: api.environment.merging(["RISKTOP_CLIENT_SECRET": Secrets.secret]) { $1 })
  }

  /// Expects no secret in what the screens show, nor in all that was written to the terminal.
  private func expectNone(in screens: [Screen], _ terminal: Terminal) async throws {
    for screen in screens { Secrets.expectNone(in: screen.rows.joined(separator: "\n")) }
    let written = try await terminal.waitForWritten("the echo") { $0.contains("repeats a credential") }
    Secrets.expectNone(in: written)
  }

  @Test func `An API's echo of the token is without it, on the status line and in the messages`() async throws {
    let api = try ScriptedAPI(tokenAnswer: { _ in .token(Secrets.token) }) { request in
      let echo = Secrets.quotedEcho(request)
      if request.isSignIns { return .page([row(1, time: echo)], request, total: 1) }
      if request.isActions { return ScriptedAPI.Reply(status: 403, body: "{\"message\":\(echo)}") }
      return .page([customer(1, name: "Contoso", tenants: [(guid(1, "d"), "contoso.example")])], request, total: 1)
    }
    defer { api.stop() }
    try await withTerminal(dashboard(on: api)) { terminal in
      let picker = try await terminal.waitFor("the echo on the status line") {
        $0.status.contains("repeats a credential")
      }
      try await terminal.press("Enter")
      let tenant = try await terminal.waitFor("the row that can't be read") { $0.contains("could not be read") }
      try await terminal.press("M")
      let messages = try await terminal.waitFor("the echo among the messages") { screen in
        screen.contains("Messages, newest first") && screen.contains("row 1, text that")
      }
      try await expectNone(in: [picker, tenant, messages], terminal)
    }
  }

  @Test func `An identity server's echo of the secret is without it`() async throws {
    let api = try ScriptedAPI(tokenAnswer: { request in
      let description = Secrets.quoted(Secrets.echo(request) + Secrets.secret)
      return ScriptedAPI.Reply(
        status: 400, body: "{\"error\":\"invalid_client\",\"error_description\":\(description)}")
    }) { _ in ScriptedAPI.Reply(body: "") }
    defer { api.stop() }
    try await withTerminal(dashboard(on: api)) { terminal in
      let screen = try await terminal.waitFor("the echo") { screen in
        screen.contains("invalid_client") && screen.contains("repeats a credential")
      }
      try await expectNone(in: [screen], terminal)
    }
  }
}
