import Foundation
import Testing

/// The tour that README describes, with its keys, on the demo's data of one day.
struct TourTests {
  @Test func `An address that tries accounts of many customers is found, followed and handed over in a few keys`()
    async throws
  {
    let arguments = ["demo", "--late-risk", "0", "--now", "2026-11-24T14:30:00Z"]
    try await withTerminal(Program(arguments: arguments), columns: 110, rows: 32) { terminal in
      try await terminal.waitFor("all that can be read") { $0.contains("risky read 43 of 46") }
      try await terminal.press("3")
      try await terminal.waitFor("the address is first") { $0.selected.contains("203.0.113.7 ") }
      try await terminal.press("Enter")
      try await terminal.waitFor("28 risky · 28 sign-ins · 19 users · 9 tenants")
      try await goIntoOneAndBack(terminal)
      try await terminal.press("v")
      try await terminal.waitFor("─ View")
      try await terminal.type("gjjjjjjj\n")
      try await terminal.waitFor("9 tenants · stayed")
      try await terminal.press("Enter")
      try await terminal.waitFor("4 matches in all 28")
      try await terminal.press("a")
      try await terminal.waitFor("4 marked")
      try await terminal.press("Y")
      try await terminal.waitFor("─ Ticket text")
      try await terminal.type("j\n")
      try await terminal.waitFor("ticket text: written to")
      try expectTicket(in: terminal.folder)
    }
  }

  /// Into the newest sign-in's tenant, its details and its user's other sign-ins, and the way back.
  private func goIntoOneAndBack(_ terminal: Terminal) async throws {
    try await terminal.press("Enter")
    try await terminal.waitFor("the tenant") { $0.contains("Actions ") && $0.selected.contains("203.0.113.7 ") }
    try await terminal.press("Enter")
    try await terminal.waitFor("─ Sign-in")
    try await terminal.press("Escape")
    try await terminal.waitFor("the list") { !$0.contains("─ Sign-in") }
    try await terminal.press("W")
    try await terminal.waitFor("where else: sofia.fernandez")
    try await terminal.press("Escape")
    try await terminal.waitFor("the tenant again") { $0.contains("Actions ") }
    try await terminal.press("Escape")
    try await terminal.waitFor("the address again") { $0.header.contains("where else: 203.0.113.7 ") }
  }

  private func expectTicket(in folder: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let name = try #require(names.first { $0.hasPrefix("risktop-ticket-") })
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    #expect(text.contains("contoso") && text.contains("203.0.113.7") && text.contains("What is not known"))
  }
}
