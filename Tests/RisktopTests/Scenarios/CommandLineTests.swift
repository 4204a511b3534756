import ArgumentParser
import Testing

@testable import risktop

struct CommandLineTests {
  @Test func `Without an account it says which settings are missing and how to look around without`() async throws {
    let finished = try await Program.run()
    #expect(finished.status == 78)
    for name in ["risktop demo", "RISKTOP_CLIENT_ID", "RISKTOP_CLIENT_SECRET"] {
      #expect(finished.errors.contains(name))
    }
    #expect(finished.output.isEmpty)
  }

  @Test func `Without a terminal the dashboard says that it needs one`() async throws {
    let finished = try await Program.run("demo")
    #expect(finished.status == 64)
    #expect(finished.errors.contains("needs a terminal"))
    #expect(finished.output.isEmpty, "no escape sequences into a pipe")
  }

  @Test(arguments: ["nonsense-terminal", "dumb", ""])
  func `A terminal type that can't be used is named, with one that can`(type: String) async throws {
    try await withTerminal(.demo(environment: ["TERM": type])) { terminal in
      let screen = try await terminal.waitFor("left with 78")
      #expect(screen.contains("TERM=xterm-256color") && screen.contains("\"\(type)\""), "\(screen)")
      #expect(terminal.contents(of: "modes.before") == terminal.contents(of: "modes.after"))
    }
  }

  @Test func `The version is a number`() async throws {
    let finished = try await Program.run("--version")
    #expect(finished.status == 0)
    #expect(finished.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func `The help names every subcommand`() async throws {
    let finished = try await Program.run("--help")
    #expect(finished.status == 0)
    for command in ["dashboard", "demo", "tenants", "actions", "signins", "sandbox"] {
      #expect(finished.output.contains("\n  \(command)"), "\(command)")
      #expect(try await Program.run(command, "--help").status == 0)
    }
  }

  @Test func `No line of a command's explanation is broken again by a terminal of 80 columns`() {
    for command in [Risktop.self] + Risktop.configuration.subcommands {
      let lines = command.configuration.discussion.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count < 80 }, "\(command)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `A completion script can be had for each shell`(shell: String) async throws {
    let finished = try await Program.run("--generate-completion-script", shell)
    #expect(finished.status == 0)
    #expect(finished.output.contains("risktop") && finished.output.contains("sandbox"))
  }

  @Test(arguments: [
    ["--no-such-flag"], ["no-such-command"], ["--customer", "one-id-alone"], ["--customer", "", "--tenant", ""],
    ["demo", "--customers", "many"], ["demo", "--faults", "418"], ["demo", "--rate-limit", "10"],
    ["sandbox", "--port", "port"],
  ])
  func `A wrong command line is refused as such`(arguments: [String]) async throws {
    let finished = try await Subprocess.run(
      Program.executable, arguments, environment: Program.plainEnvironment)
    #expect(finished.status == 64)
    #expect(finished.errors.contains("Usage:"))
  }

  @Test(arguments: [
    ["--no-\u{1B}[2Jsuch"], ["no\u{1B}]0;title\u{7}such"], ["signins", "--limit", "1\u{9B}2J\u{202E}"],
    ["signins", "--all", "--format", "c\nrisktop: all is well"], ["demo", "--faults", "4\u{1B}[31m18"],
  ])
  func `What is wrong on a command line is quoted without what moves a cursor or ends a line`(
    arguments: [String]
  ) async throws {
    let finished = try await Subprocess.run(
      Program.executable, arguments, environment: Program.plainEnvironment)
    #expect(finished.status == 64 && finished.output == "")
    #expect(finished.errors.hasPrefix("Error: ") && finished.errors.contains("\u{FFFD}"), "\(finished.errors)")
    #expect(!finished.errors.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    #expect(!finished.errors.contains("\u{202E}") && !finished.errors.contains("\nrisktop: all"))
  }

  @Test(arguments: [("sign-ins", "signins"), ("tenant", "tenants"), ("docter", "doctor"), ("DEMO", "demo")])
  func `A command that there is not is answered with the one that was meant`(word: String, meant: String) async throws {
    let finished = try await Program.run(word)
    #expect(
      finished.status == 64 && finished.errors.contains("Unknown command \"\(word)\"; did you mean \"\(meant)\"?"))
  }

  @Test func `A port that is taken is told as such`() async throws {
    try await withSandbox { sandbox in
      let finished = try await Program.run("sandbox", "--port", "\(sandbox.port)")
      #expect(finished.status == 69)
      #expect(finished.errors.contains("can't listen on port \(sandbox.port)"))
    }
  }

  @Test(arguments: [
    (["RISKTOP_ENVIRONMENT": "mars"], "RISKTOP_ENVIRONMENT"),
    (["RISKTOP_API_URL": "https://api.example"], "RISKTOP_TOKEN_URL"),
    (["RISKTOP_API_URL": "http://api.example", "RISKTOP_TOKEN_URL": "https://id.example"], "RISKTOP_API_URL"),
    (["RISKTOP_CA_FILE": "/nowhere/ca.pem"], "RISKTOP_CA_FILE"),
  ])
  func `A setting that can't be used is named`(settings: [String: String], name: String) async throws {
    let account = ["RISKTOP_CLIENT_ID": "sandbox", "RISKTOP_CLIENT_SECRET": "the-secret"]
    let finished = try await Program.run(environment: account.merging(settings) { $1 })
    #expect(finished.status == 78)
    #expect(finished.errors.contains(name))
    #expect(!finished.errors.contains("the-secret"))
  }
}
