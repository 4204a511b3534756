import Foundation
import Testing

struct HangUpTests {
  /// What the program is told when its terminal goes.
  enum News: String, CaseIterable, Sendable {
    case signal = "exec sh launch"
    /// As under `nohup`.
    case signalIsIgnored = "trap '' HUP; exec sh launch"
    #if os(Linux)
      /// A process of another session is sent nothing.
      case noSignal = "exec setsid -w sh launch"
    #endif
  }

  @Test(arguments: News.allCases)
  func `When the terminal is gone, so is the program`(news: News) async throws {
    try await withTerminal(in: .shell) { terminal in
      try await terminal.waitFor("a prompt") { $0.selected == "ready>" }
      try await terminal.type("(\(news.rawValue))\n")
      try await terminal.waitFor("Contoso Ltd")
      try await terminal.press("Enter")
      try await terminal.waitFor(" read")
      try await terminal.close()
      try await terminal.waitUntilGone()
    }
  }
}
