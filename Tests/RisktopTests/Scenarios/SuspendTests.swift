import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct SuspendTests {
  /// How the program can be started from a shell.
  enum Start: String, CaseIterable, Sendable {
    case directly = "sh launch"
    case fromMake = "make"
  }

  @Test(arguments: Start.allCases)
  func `^Z gives the prompt back, fg the whole screen`(start: Start) async throws {
    try await withTerminal(in: .shell) { terminal in
      try terminal.write("dashboard:\n\t@sh launch\n", to: "Makefile")
      try await prompt(terminal)
      let modes = try await modes(terminal, "before")
      try await terminal.type(start.rawValue + "\n")
      // The rows come to stand worst first once the last figure is read, which may be one of actions.
      let settled = try await terminal.waitFor("the worst first") { screen in
        screen.selected.contains("≥ 100") && screen.selected.hasSuffix("◂")
      }
      let first = String(settled.selected.prefix(24))
      for _ in 1...2 {
        try await terminal.press("C-z")
        try await terminal.expectShell(prompt(terminal))
        #expect(try await self.modes(terminal, "meanwhile") == modes)
        try await terminal.type("fg\n")
        try await terminal.waitFor("the same screen") { $0.isAlternate && $0.selected.hasPrefix(first) }
        for (key, isFirst) in [("j", false), ("k", true)] {
          try await terminal.press(key)
          try await terminal.waitFor("\(key) works") { $0.selected.hasPrefix(first) == isFirst && $0.isAlternate }
        }
      }
      try await terminal.press("q")
      try await terminal.expectShell(prompt(terminal))
      #expect(try await self.modes(terminal, "after") == modes)
    }
  }

  @Test(arguments: [SIGTSTP, SIGSTOP])
  func `Stopped by another process, it comes back with fg`(signal: Int32) async throws {
    try await withTerminal(in: .shell) { terminal in
      try await prompt(terminal)
      try await terminal.type("sh launch\n")
      try await terminal.waitFor("Contoso Ltd")
      try terminal.signal(signal)
      // Nothing can be cleaned up on SIGSTOP: the prompt may stand anywhere.
      try await terminal.waitFor("the prompt") { $0.selected.contains("ready>") }
      try await terminal.type("fg\n")
      try await terminal.waitFor("the whole screen") { screen in
        screen.isAlternate && screen.contains("Contoso Ltd") && !screen.contains("ready>")
      }
      try await terminal.press("q")
      try await terminal.expectShell(prompt(terminal))
    }
  }

  @Test func `Without job control ^Z does no harm`() async throws {
    try await withTerminal { terminal in
      let shown = try await terminal.waitFor("Contoso Ltd")
      try await terminal.press("C-z")
      try await terminal.press("?")
      try await terminal.waitFor("the help, on a whole screen") { screen in
        screen.contains("─ Keys") && screen.header == shown.header
      }
      try await terminal.press("C-c")
      try await terminal.press("C-c")
      try await terminal.expectLeft(with: 0)
    }
  }

  /// Waits for a prompt with nothing behind it.
  @discardableResult
  private func prompt(_ terminal: Terminal) async throws -> Screen {
    try await terminal.waitFor("an empty prompt") { $0.selected == "ready>" && !$0.isAlternate }
  }

  /// What the shell hands to the programs it starts.
  private func modes(_ terminal: Terminal, _ name: String) async throws -> String {
    try await terminal.type("stty -a >modes; mv modes modes.\(name)\n")
    let modes = try await eventually("the modes", #_sourceLocation) {
      terminal.contents(of: "modes.\(name)") ?? ""
    } until: {
      !$0.isEmpty
    }
    try await terminal.type("rm modes.\(name); clear\n")
    try await terminal.waitFor("a cleared screen") { $0.rows.first == "ready>" }
    return modes
  }
}
