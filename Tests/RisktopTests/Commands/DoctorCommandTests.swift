import ElementsSandbox
import Foundation
import Testing

struct DoctorCommandTests {
  private func run(_ arguments: [String] = [], _ environment: [String: String]) async throws -> Finished {
    try await Subprocess.run(
      Program.executable, ["doctor"] + arguments, environment: Program.plainEnvironment.merging(environment) { $1 })
  }

  /// The verdicts by check; of several, the worst.
  private func verdicts(_ finished: Finished) -> [String: String] {
    let ranks = ["ok", "advice", "skipped", "failed"]
    return finished.output.split(separator: "\n").reduce(into: [:]) { verdicts, line in
      let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
      guard let verdict = words.first, let rank = ranks.firstIndex(of: verdict), words.count == 2 else { return }
      let check = words[1].drop { $0 == " " }.components(separatedBy: "  ")[0]
      let known = verdicts[check].flatMap(ranks.firstIndex) ?? -1
      if rank > known { verdicts[check] = verdict }
    }
  }

  @Test func `All is well with a sandbox, and said so line by line`() async throws {
    try await withSandbox(.onWednesday(signIns: 10)) { sandbox in
      let finished = try await run([], sandbox.dashboard().environment)
      #expect(finished.status == 0 && finished.errors == "")
      let expected = ["configuration", "credential", "names", "connection", "token", "customers", "sign-ins"]
      #expect(expected.allSatisfy { verdicts(finished)[$0] == "ok" })
      #expect(finished.output.contains("Contoso Ltd › contoso.onmicrosoft.com has 10"))
      #expect(verdicts(finished)["terminal"] == "skipped", "it has none here")
    }
  }

  @Test func `One customer is one customer`() async throws {
    try await withSandbox(.onWednesday(signIns: 10, customers: 1)) { sandbox in
      let finished = try await run([], sandbox.dashboard().environment)
      #expect(finished.output.contains("customers      1 customer\n"))
    }
  }

  @Test func `As JSON it says the same in one object`() async throws {
    try await withSandbox(.onWednesday(signIns: 10)) { sandbox in
      let finished = try await run(["--json"], sandbox.dashboard(secret: "hunter2").environment)
      let report = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [String: Any]
      let checks = try #require(report?["checks"] as? [[String: Any]])
      let token = try #require(checks.first { $0["check"] as? String == "token" })
      #expect(report?["ok"] as? Bool == false && finished.status == 77)
      #expect(token["verdict"] as? String == "failed")
      #expect((token["finding"] as? String)?.contains("invalid_client") == true)
      #expect(token["remedy"] is String)
      #expect(!finished.output.contains("hunter2"))
    }
  }

  @Test func `What depends on something that failed is skipped, and the first failure is the exit status`() async throws
  {
    let nothing = try await run([], [:])
    #expect(nothing.status == 78 && verdicts(nothing)["configuration"] == "failed")
    #expect(verdicts(nothing)["token"] == "skipped" && nothing.output.contains("risktop init"))
    let account = ["RISKTOP_CLIENT_ID": "i", "RISKTOP_CLIENT_SECRET": "s"]
    let addresses = [
      "RISKTOP_API_URL": "http://127.0.0.1:1", "RISKTOP_TOKEN_URL": "http://127.0.0.1:1/connect/token",
    ]
    let unreachable = try await run([], account.merging(addresses) { $1 })
    #expect(unreachable.status == 69 && verdicts(unreachable)["connection"] == "failed")
    #expect(verdicts(unreachable)["names"] == "ok" && verdicts(unreachable)["token"] == "skipped")
    #expect(unreachable.output.contains("connection refused"))
  }

  @Test func `A missing customers scope is advice where the profile lists tenants, else a failure`() async throws {
    var limited = SandboxConfiguration.onWednesday(signIns: 10)
    limited.scopes = ["elements.um.user.read.all"]
    try await withSandbox(limited) { sandbox in
      let finished = try await run([], sandbox.dashboard().environment)
      #expect(finished.status == 77 && verdicts(finished)["customers"] == "failed")
      #expect(verdicts(finished)["token"] == "advice")
      #expect(finished.output.contains("elements.customers.read.all"))
      try await withConfiguration(try sandbox.configurationThatLists()) { configuration in
        let listed = try await configuration.run(["doctor"])
        #expect(listed.status == 0 && verdicts(listed)["customers"] == "advice")
        #expect(verdicts(listed)["sign-ins"] == "ok")
        #expect(listed.output.contains("files          only you can read"))
      }
    }
  }

  @Test(arguments: [(Int64(-400), "ahead of"), (400, "behind")])
  func `A clock that differs is told with its direction`(seconds: Int64, direction: String) async throws {
    let api = try ScriptedAPI { _ in ScriptedAPI.Reply(status: 404, body: "", date: Self.httpDate(in: seconds)) }
    defer { api.stop() }
    let finished = try await api.run(["doctor"])
    #expect(verdicts(finished)["clock"] == "advice")
    // The server wrote its date some seconds before or after this one was made.
    #expect(
      finished.output.contains(try Regex("this machine's clock is (39\\d|40\\d) s \(direction) that of 127.0.0.1")))
  }

  /// A moment from now as RFC 9110 writes it.
  private static func httpDate(in seconds: Int64) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.string(from: Date(timeIntervalSinceNow: Double(seconds)))
  }

  @Test func `What is wrong with the configuration is told as such, and files that others can read`() async throws {
    try await withSandbox(.onWednesday(signIns: 10)) { sandbox in
      let environment = sandbox.dashboard().environment
      let broken = try await run(["--ca-file", "/nowhere/ca.pem"], environment)
      #expect(broken.status == 78 && verdicts(broken)["configuration"] == "failed")
      #expect(broken.output.contains("--ca-file can't be used: /nowhere/ca.pem does not exist"))
      let profile = sandbox.profile(secret: "client_secret_command = \"echo sandbox-secret\"")
      try await withConfiguration("[profiles.a]\n" + profile, mode: 0o644) { configuration in
        let finished = try await configuration.run(["doctor"])
        #expect(finished.status == 0 && verdicts(finished)["files"] == "advice")
        #expect(finished.output.contains("chmod 600 \(configuration.file.path)"))
      }
    }
  }

  @Test func `In a terminal it tells what that can do`() async throws {
    try await withSandbox(.onWednesday(signIns: 10)) { sandbox in
      try await withTerminal(sandbox.dashboard(["doctor"])) { terminal in
        try await terminal.waitFor("ok       terminal       screen-256color")
        try await terminal.waitFor("left with 0")
      }
    }
  }
}
