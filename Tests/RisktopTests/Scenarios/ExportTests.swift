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

  @Test func `Exports and tickets of marked sign-ins go to export_folder, and can be read back`() async throws {
    try await withSandbox { sandbox in
      let signIns = try sandbox.contoso.signIns(.all, at: 0..<3, of: 3_000).map(\.signIn)
      try await withConfiguration("[profiles.a]\n\(sandbox.profile())") { configuration in
        let folder = configuration.folder.appendingPathComponent("handed")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("[profiles.a]\n\(sandbox.profile())export_folder = \"\(folder.path)\"\n".utf8)
          .write(to: configuration.file)
        let reference = try sandbox.contoso.reference
        let program = Program(
          arguments: ["--customer", reference.customerID, "--tenant", reference.tenantID],
          environment: configuration.environment)
        try await withTerminal(program, columns: 160) { terminal in
          try await terminal.waitFor("100 of 3,000 read")
          try await terminal.press("Space", times: 3)
          try await terminal.waitFor("3 marked")
          try await terminal.type("e\n")
          try await terminal.waitFor("CSV, for spreadsheets")
          try await terminal.press("Enter")
          try await terminal.waitFor("exported 3 to risktop-")
          try await terminal.press("Y")
          try await terminal.waitFor("─ Ticket text")
          try await terminal.type("j\n")
          try await terminal.waitFor("ticket text: written to risktop-ticket-")
          #expect(try files(of: terminal).isEmpty, "nothing is in the folder that it was started in")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let texts = try names.sorted().map { name in
          try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        try #require(texts.count == 2, "\(names)")
        let lines = texts[0].split(separator: "\r\n")
        #expect(lines.first?.hasPrefix("id,loginTime,") == true)
        #expect(lines.dropFirst().map { String($0.prefix { $0 != "," }) } == signIns.map(\.id))
        #expect(texts[1].contains("What is not known"))
      }
    }
  }
}
