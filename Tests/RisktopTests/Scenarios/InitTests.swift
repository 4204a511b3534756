import Foundation
import Testing

struct InitTests {
  @Test func `A first configuration is asked for, and its secret is never shown`() async throws {
    try await withConfiguration(nil) { configuration in
      let program = Program(arguments: ["init", "--profile", "msp"], environment: configuration.environment)
      try await withTerminal(program) { terminal in
        try await terminal.waitFor("Environment (commercial")
        try await terminal.press("Enter")
        try await terminal.waitFor("Client id")
        try await terminal.type("my-id")
        try await terminal.press("Enter")
        try await terminal.waitFor("Client secret, not shown")
        try await terminal.type("hunter3")
        try await terminal.press("BSpace")
        try await terminal.type("2")
        try await terminal.press("Enter")
        let screen = try await terminal.waitFor("left with 0")
        #expect(screen.contains("Next: risktop doctor --profile msp"))
        #expect(terminal.contents(of: "written")?.contains("hunter") == false)
        #expect(terminal.contents(of: "modes.after") == terminal.contents(of: "modes.before"))
      }
      let text = try String(contentsOf: configuration.file, encoding: .utf8)
      #expect(text.contains("client_secret = \"hunter2\"\n") && text.contains("client_id = \"my-id\""))
      #expect(try configuration.mode() == 0o600)
    }
  }

  @Test func `A terminal that is left with ^C while it shows nothing shows again what is typed`() async throws {
    try await withConfiguration(nil) { configuration in
      let flags = ["--environment", "aos2", "--client-id", "x"]
      let program = Program(arguments: ["init"] + flags, environment: configuration.environment)
      try await withTerminal(program) { terminal in
        try await terminal.waitFor("Client secret, not shown")
        try await terminal.press("C-c")
        try await terminal.waitFor("left with 130")
        #expect(terminal.contents(of: "modes.after") == terminal.contents(of: "modes.before"))
      }
      #expect(!FileManager.default.fileExists(atPath: configuration.file.path))
    }
  }

  @Test func `Without a terminal the answers come from standard input, and a file that is there stays`() async throws {
    try await withConfiguration("# mine\n") { configuration in
      let finished = try await configuration.run(["init", "--environment", "aos2", "--client-id", "x"])
      #expect(finished.status == 78 && finished.errors.contains("exists already and was not changed"))
      let text = try String(contentsOf: configuration.file, encoding: .utf8)
      #expect(text == "# mine\n")
    }
    try await withConfiguration(nil) { configuration in
      let command = "printf 'an-id\\nhunter2\\n' | \"$0\" init --environment aos2"
      let finished = try await Subprocess.run(
        URL(fileURLWithPath: "/bin/sh"), ["-c", command, try Program.executable.path],
        environment: Program.plainEnvironment.merging(configuration.environment) { $1 })
      #expect(finished.status == 0 && !finished.errors.contains("hunter2"))
      let text = try String(contentsOf: configuration.file, encoding: .utf8)
      #expect(text.contains("client_id = \"an-id\"") && text.contains("client_secret = \"hunter2\""))
    }
  }
}
