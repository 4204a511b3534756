import Foundation
import Testing

struct TicketTemplateSettingTests {
  @Test(arguments: ["config", "doctor", "dashboard"])
  func `A template that can't be read ends the program with 78, and with line and column`(command: String) async throws
  {
    try await withConfiguration("[profiles.a]\nclient_id = \"a\"\nclient_secret = \"b\"\n") { configuration in
      let template = configuration.folder.appendingPathComponent("ticket.txt")
      try Data("Ticket\n  {usr}\n".utf8).write(to: template)
      try Data("[profiles.a]\nclient_id = \"a\"\nclient_secret = \"b\"\nticket_template = \"\(template.path)\"\n".utf8)
        .write(to: configuration.file)
      // Without a terminal the dashboard would end by itself, but with another status.
      let finished = try await configuration.run([command])
      let said = finished.output + finished.errors
      #expect(finished.status == 78, "\(said)")
      #expect(said.contains("ticket.txt"), "\(said)")
      #expect(said.contains("line 2, column 3: there is no field {usr}"), "\(said)")
    }
  }

  @Test func `A command is a list, of which config shows the program`() async throws {
    try await withConfiguration("ticket_command = [\"curl\", \"-H\", \"hunter2\"]\n[profiles.a]\n") { configuration in
      let finished = try await configuration.run(["config"])
      #expect(finished.output.contains(/ticket_command +curl …/) && !finished.output.contains("hunter2"))
    }
    try await withConfiguration("ticket_command = \"curl\"\n[profiles.a]\n") { configuration in
      let finished = try await configuration.run(["config"])
      #expect(finished.status == 78 && finished.errors.contains("ticket_command"))
    }
  }
}
