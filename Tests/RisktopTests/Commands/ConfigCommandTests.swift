import Foundation
import Testing

struct ConfigCommandTests {
  private let twoProfiles = """
    profile = "one"
    client_id = "of all"
    time_zone = "local"
    [profiles.one]
    environment = "government"
    client_secret = "hunter2"
    [profiles.two]
    client_id = "of two"
    client_secret_command = "echo hunter2"
    """

  @Test(arguments: [
    ("pass show risktop", "pass …"), ("/usr/bin/pass-it", "/usr/bin/pass-it"),
    ("  ~/bin/it\\t-p hunter2", "~/bin/it …"),
    ("PASSWORD=hunter2 it", "…"), ("'hunter2 it'", "…"), ("echo$IFS'hunter2'", "…"),
  ])
  func `Of a command only the program's name is shown`(command: String, shown: String) async throws {
    for setting in ["client_secret_command", "certificate_passphrase_command"] {
      try await withConfiguration("[profiles.a]\n\(setting) = \"\(command)\"") { configuration in
        let finished = try await configuration.run(["config"])
        #expect(line(setting, finished) == [setting, shown, "profile a"])
        #expect(!finished.output.contains("hunter2"))
      }
    }
  }

  /// The columns of the line of a setting.
  private func line(_ setting: String, _ finished: Finished) -> [String]? {
    let lines = finished.output.split(separator: "\n").map { $0.components(separatedBy: "  ").map(\.trimmed) }
    return lines.map { $0.filter { !$0.isEmpty } }.first { $0.first == setting }
  }

  @Test func `Each value is shown with where it stands, and no secret is`() async throws {
    try await withConfiguration(twoProfiles) { configuration in
      let finished = try await configuration.run(
        ["config", "--ca-file", "/x.pem"],
        ["RISKTOP_SCOPES": "a b", "HTTPS_PROXY": "http://me:hunter2@proxy:8080", "RISKTOP_CLIENT_ID": ""])
      #expect(finished.status == 0 && finished.errors == "")
      #expect(line("environment", finished) == ["environment", "government", "profile one"])
      #expect(line("client_id", finished) == ["client_id", "of all", "top of the file"])
      #expect(line("client_secret", finished) == ["client_secret", "(secret)", "profile one"])
      #expect(line("ca_file", finished) == ["ca_file", "/x.pem", "--ca-file"])
      #expect(line("scopes", finished) == ["scopes", "a b", "RISKTOP_SCOPES"])
      #expect(line("limits.requests", finished) == ["limits.requests", "6", "default"])
      #expect(line("HTTPS_PROXY", finished) == ["HTTPS_PROXY", "http://(secret)@proxy:8080", "HTTPS_PROXY"])
      #expect(!finished.output.contains("hunter2"))
    }
  }

  @Test func `Flags are stronger than the environment, and that than a profile`() async throws {
    try await withConfiguration(twoProfiles) { configuration in
      let environment = ["RISKTOP_CLIENT_ID": "of the environment", "RISKTOP_PROFILE": "one"]
      let byFlag = try await configuration.run(["config", "--profile", "two", "--client-id", "of a flag"], environment)
      #expect(line("client_id", byFlag) == ["client_id", "of a flag", "--client-id"])
      let byVariable = try await configuration.run(["config", "--profile", "two"], environment)
      #expect(line("client_id", byVariable) == ["client_id", "of the environment", "RISKTOP_CLIENT_ID"])
      let byProfile = try await configuration.run(["config"], ["RISKTOP_PROFILE": "two"])
      #expect(line("client_id", byProfile) == ["client_id", "of two", "profile two"])
    }
  }

  @Test func `A secret that others can read is refused with what mends it`() async throws {
    try await withConfiguration(twoProfiles, mode: 0o640) { configuration in
      for command in ["config", "tenants", "doctor"] {
        let finished = try await configuration.run([command])
        #expect(finished.status == 78)
        let said = finished.errors + finished.output
        #expect(said.contains("profiles.one.client_secret is a secret, and others can read the file (mode 640)"))
        #expect(said.contains("chmod 600 \(configuration.file.path)"))
      }
    }
  }

  @Test func `A file that others can change is refused, secret or not: it says where secrets go`() async throws {
    try await withConfiguration("[profiles.a]\nclient_secret_command = \"false\"", mode: 0o620) { configuration in
      let finished = try await configuration.run(["tenants"])
      #expect(finished.status == 78 && finished.errors.contains("(mode 620, or another user owns it)"))
    }
  }

  @Test func `Own addresses count as a pair from one place alone`() async throws {
    try await withSandbox(.onWednesday(signIns: 10)) { sandbox in
      try await withConfiguration("[profiles.a]\n" + sandbox.profile()) { configuration in
        let finished = try await configuration.run(["tenants", "--api-url", "http://127.0.0.1:1"])
        #expect(finished.status == 78 && finished.errors.contains("--api-url is set without --token-url"))
        let token = "http://127.0.0.1:\(sandbox.port)/connect/token"
        let elsewhere = try await configuration.run(["tenants"], ["RISKTOP_TOKEN_URL": token])
        #expect(elsewhere.status == 78 && elsewhere.errors.contains("is set without RISKTOP_API_URL"))
        #expect(sandbox.requests.all.isEmpty, "nothing was sent")
      }
    }
  }

  @Test func `Addresses and environment are shown as far as they are in force`() async throws {
    let own =
      "[profiles.a]\nclient_id = \"i\"\napi_url = \"https://me:hunter2@a.example\"\ntoken_url = \"https://b.example\"\n"
    try await withConfiguration(own) { configuration in
      let finished = try await configuration.run(["config"])
      #expect(line("api_url", finished) == ["api_url", "https://(secret)@a.example", "profile a"])
      #expect(line("environment", finished) == ["environment"] && !finished.output.contains("hunter2"))
      let elsewhere = try await configuration.run(["config", "--environment", "aos2"])
      #expect(line("environment", elsewhere) == ["environment", "aos2", "--environment"])
      #expect(line("token_url", elsewhere) == ["token_url"])
    }
  }

  @Test func `A key of very many parts is refused`() async throws {
    try await withConfiguration(Array(repeating: "a", count: 30_000).joined(separator: ".") + " = 1") { configuration in
      let finished = try await configuration.run(["config"])
      #expect(finished.status == 78 && finished.errors.contains("config.toml:1:1: "))
    }
  }

  @Test func `A file without a secret may be read by all`() async throws {
    try await withConfiguration("[profiles.a]\nclient_secret_command = \"false\"", mode: 0o644) { configuration in
      let finished = try await configuration.run(["config"])
      #expect(finished.status == 0)
    }
  }

  @Test func `Without a choice among several profiles they are named`() async throws {
    try await withConfiguration("[profiles.one]\n[profiles.two]\n") { configuration in
      let finished = try await configuration.run(["tenants"])
      #expect(finished.status == 78)
      #expect(finished.errors.contains("has several profiles (one, two), and none is selected"))
      let unknown = try await configuration.run(["tenants", "--profile", "twoo"])
      #expect(unknown.status == 78 && unknown.errors.contains("no profile \"twoo\""))
      #expect(unknown.errors.contains("did you mean \"two\""))
      // An account that the environment gives needs no profile.
      let given = try await configuration.run(["config"], ["RISKTOP_CLIENT_ID": "x"])
      #expect(given.status == 0 && given.output.contains("profile  none"))
    }
  }

  @Test func `A profile signs in, by its secret or by what a command writes`() async throws {
    try await withSandbox(.onWednesday(signIns: 10)) { sandbox in
      let text = """
        [profiles.written]
        \(sandbox.profile())
        [profiles.asked]
        \(sandbox.profile(secret: "client_secret_command = \"printf 'sandbox-secret\\\\nuser: me\\\\n'\""))
        [profiles.failing]
        \(sandbox.profile(secret: "client_secret_command = \"echo hunter2; exit 3\""))
        """
      try await withConfiguration(text) { configuration in
        for name in ["written", "asked"] {
          let finished = try await configuration.run(["tenants", "--profile", name])
          #expect(finished.status == 0 && finished.output.contains("contoso.onmicrosoft.com"))
        }
        let failing = try await configuration.run(["tenants", "--profile", "failing"])
        #expect(failing.status == 78 && !failing.errors.contains("hunter2"))
        #expect(
          failing.errors.contains("profiles.failing.client_secret_command gave no secret: it ended with status 3"))
      }
    }
  }

  @Test func `An environment on the command line is stronger than a profile's own addresses`() async throws {
    let own = "[profiles.a]\nclient_id = \"i\"\nclient_secret = \"s\"\napi_url = \"http://127.0.0.1:1\"\n"
    try await withConfiguration(own + "token_url = \"http://127.0.0.1:1/connect/token\"\n") { configuration in
      let finished = try await configuration.run(["tenants"])
      #expect(finished.status == 69 && finished.errors.contains("127.0.0.1 is unreachable"))
      // A proxy that nobody is stands in for the internet.
      let elsewhere = try await configuration.run(
        ["tenants", "--environment", "fedramp"], ["HTTPS_PROXY": "http://127.0.0.1:1"])
      #expect(elsewhere.status == 69 && elsewhere.errors.contains("identity.online15.net is unreachable"))
    }
    try await withConfiguration(own) { configuration in
      let finished = try await configuration.run(["tenants"])
      #expect(
        finished.status == 78 && finished.errors.contains("profiles.a.api_url is set without token_url"))
    }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
