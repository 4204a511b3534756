import Foundation
import Testing

/// What a hostile or careless server echoes must not bring a secret onto a screen, into a file or into another program.
struct LeakTests {
  private static let commands = [
    ["tenants"], ["actions", "--all"], ["signins"] + byIDs, ["actions"] + byIDs, ["doctor"], ["doctor", "--json"],
    ["config"],
  ]

  /// All that a run of each command leaves behind.
  private func outputs(_ api: ScriptedAPI) async throws -> String {
    var outputs = ""
    try await withConfiguration(nil) { configuration in
      let log = configuration.folder.appendingPathComponent("log")
      for command in Self.commands {
        let finished = try await configuration.run(
          command + ["--log-file", log.path],
          api.environment.merging(["RISKTOP_CLIENT_SECRET": Secrets.secret]) { $1 })
        #expect(finished.status != 0 || command == ["config"])
        outputs += finished.output + finished.errors
      }
      outputs += try String(contentsOf: log, encoding: .utf8)
      let mode = try configuration.mode(of: log)
      #expect(mode == 0o600)
    }
    return outputs
  }

  @Test(arguments: [400, 401, 403, 404, 501, 302])
  func `An API that echoes what it was sent brings no secret into any output or log`(status: Int) async throws {
    let api = try ScriptedAPI(tokenAnswer: { _ in .token(Secrets.token) }) { request in
      ScriptedAPI.Reply(
        status: status, body: "{\"message\":\(Secrets.quotedEcho(request)),\"requestId\":\"\(Secrets.token)\"}")
    }
    defer { api.stop() }
    let outputs = try await outputs(api)
    #expect(outputs.contains("GET "), "the echo was there to be quoted")
    Secrets.expectNone(in: outputs)
  }

  @Test func `Nor does one that answers something else with it`() async throws {
    for body in [{ $0 }, { "<html>\($0)</html>" }, { "{\"data\":\(Secrets.quoted($0))}" }]
      as [@Sendable (String) -> String]
    {
      let api = try ScriptedAPI(tokenAnswer: { _ in .token(Secrets.token) }) { request in
        ScriptedAPI.Reply(body: body(Secrets.echo(request)))
      }
      defer { api.stop() }
      Secrets.expectNone(in: try await outputs(api))
    }
  }

  @Test func `Nor do rows that can't be read`() async throws {
    let api = try ScriptedAPI(tokenAnswer: { _ in .token(Secrets.token) }) { request in
      .page([row(1, time: Secrets.quotedEcho(request))], request, total: 1)
    }
    defer { api.stop() }
    let finished = try await api.run(["signins"] + byIDs)
    #expect(finished.status == 75 && finished.errors.contains("repeats a credential"))
    Secrets.expectNone(in: finished.output + finished.errors)
  }

  @Test func `Nor does an identity server that echoes the secret`() async throws {
    let api = try ScriptedAPI(tokenAnswer: { request in
      ScriptedAPI.Reply(
        status: 400,
        body:
          "{\"error\":\"invalid_client\",\"error_description\":\(Secrets.quoted(Secrets.echo(request) + Secrets.secret))}"
      )
    }) { _ in ScriptedAPI.Reply(body: "") }
    defer { api.stop() }
    let outputs = try await outputs(api)
    #expect(outputs.contains("invalid_client"))
    Secrets.expectNone(in: outputs)
  }
}
