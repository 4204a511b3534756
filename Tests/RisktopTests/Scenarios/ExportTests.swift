import Elements
import ElementsSandbox
import Foundation
import Testing

struct ExportTests {
  /// The exports in the folder in which the program was started, also such as are being written.
  private func files(of terminal: Terminal) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path).filter { $0.contains("risktop-") }
  }

  @Test func `e writes the whole list of a tenant to a file in the current folder`() async throws {
    try await withSandbox(.onWednesday(signIns: 450)) { sandbox in
      let ids = try sandbox.contoso.signIns(.all, at: 0..<450, of: 450).map(\.signIn.id)
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        try await terminal.waitFor("the list") { $0.times.count == 35 }
        try await terminal.press("e")
        try await terminal.waitFor("all 450: reads on to the list's end")
        try await terminal.press("j")
        try await terminal.press("Enter")
        try await terminal.waitFor("NDJSON, one object a line")
        try await terminal.press("j", times: 2)
        try await terminal.press("Enter")
        try await terminal.waitFor("exported 450 to risktop-")
        let file = try #require(try files(of: terminal).first)
        #expect(try files(of: terminal).count == 1 && file.hasSuffix("Z.ndjson"))
        #expect(terminal.contents(of: file)?.matches(of: #/"id":"([^"]+)"/#).map { String($0.output.1) } == ids)
        let path = terminal.folder.appendingPathComponent(file).path
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
      }
    }
  }

  @Test func `What is left of an export when the program ends says that it is a part`() async throws {
    var configuration = SandboxConfiguration.onWednesday(signIns: 100_000)
    configuration.latency = .milliseconds(50)
    try await withSandbox(configuration) { sandbox in
      try await withTerminal(sandbox.tenantDashboard()) { terminal in
        try await terminal.waitFor("the list") { $0.times.count == 35 }
        try await terminal.press("e")
        try await terminal.waitFor("reads on to the list's end")
        try await terminal.press("j")
        try await terminal.press("Enter")
        try await terminal.waitFor("CSV, for spreadsheets")
        try await terminal.press("Enter")
        try await terminal.waitFor("an export under way") { $0.contains(#/exporting: [1-9]/#) }
        try await terminal.press("F10")
        try await terminal.expectLeft(with: 0)
        let files = try files(of: terminal)
        #expect(files.count == 1 && files.first?.hasSuffix("Z-partial.csv") == true)
        let text = try #require(files.first.flatMap(terminal.contents))
        #expect(text.hasPrefix("id,loginTime,") && text.hasSuffix("\r\n"), "only whole rows")
      }
    }
  }
}
