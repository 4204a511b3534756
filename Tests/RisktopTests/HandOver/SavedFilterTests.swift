import Foundation
import Testing

struct SavedFilterTests {
  @Test func `Two dashboards that save filters lose none, and the next one offers both`() async throws {
    let state = FileManager.default.temporaryDirectory.appendingPathComponent("rt-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: state) }
    try await withSandbox { sandbox in
      let program = try sandbox.tenantDashboard(environment: ["XDG_STATE_HOME": state.path])
      try await withTerminal(program) { first in
        try await first.waitFor("100 of 3,000 read")
        try await withTerminal(program) { second in
          try await second.waitFor("100 of 3,000 read")
          try await save("risky:yes", as: "night shift", in: second)
        }
        try await save("country:NL", as: "at home", in: first)
      }
      let file = state.appendingPathComponent("risktop/filters")
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      try await withTerminal(program) { third in
        try await third.waitFor("100 of 3,000 read")
        try await third.type(":filter: ")
        try await third.waitFor("both") { $0.contains("filter: night shift") && $0.contains("filter: at home") }
        try await third.type("night")
        try await third.press("Enter")
        try await third.waitFor("risky:yes")
        try await third.type("/")
        try await third.press("Up")
        try await third.waitFor("/country:NL")
      }
    }
  }

  private func save(_ filter: String, as name: String, in terminal: Terminal) async throws {
    try await terminal.type("/\(filter)")
    try await terminal.press("Enter")
    try await terminal.type(":save \(name)")
    try await terminal.press("Enter")
    try await terminal.waitFor("is kept as \(name)")
  }
}
