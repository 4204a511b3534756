import ElementsSandbox
import Foundation
import Testing

struct CoreDumpTests {
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/limits")))
  func `A program that holds a secret leaves no core dump`() async throws {
    try await withSandbox(.onWednesday(signIns: 10)) { sandbox in
      try await withTerminal(sandbox.dashboard()) { terminal in
        try await terminal.waitFor("Contoso Ltd")
        let process = try #require(terminal.contents(of: "pid")).trimmingCharacters(in: .whitespacesAndNewlines)
        let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
        let core = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") })
        // Soft and hard limit.
        #expect(core.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
      }
    }
  }
}
