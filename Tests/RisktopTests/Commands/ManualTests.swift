import Foundation
import Testing

@Suite struct ManualTests {
  private static let commands = [
    "dashboard", "demo", "tenants", "actions", "signins", "addresses", "tally", "init", "config", "doctor", "sandbox",
  ]

  /// `--tenant` and its like at the beginnings of lines of help; an option's words elsewhere are prose.
  private func options(ofHelp text: String) -> Set<String> {
    Set(text.matches(of: #/(?m)^  (--[a-z-]+)/#).map { String($0.1) }).subtracting(["--help", "--version"])
  }

  private func section(_ name: String, of page: String) -> String {
    let start = page.range(of: ".SS risktop \(name)\n")?.upperBound ?? page.endIndex
    return String(page[start...].prefix(upTo: page[start...].range(of: ".S")?.lowerBound ?? page.endIndex))
  }

  @Test(arguments: commands) func `The manual has each option that a command's help has`(command: String) async throws {
    let page = try await Program.run("manual").output.replacingOccurrences(of: "\\-", with: "-")
    let help = try await Program.run(command, "--help").output
    let written = Set(page.matches(of: #/(?m)^\.B (--[a-z-]+)/#).map { String($0.1) })
    #expect(page.contains(".SS risktop \(command)\n"))
    #expect(options(ofHelp: help).subtracting(written).isEmpty)
    #expect(!options(ofHelp: help).isEmpty || command == "sandbox")
    let abstract = try #require(help.firstMatch(of: #/OVERVIEW: ([^.\n]{1,40})/#)).1
    #expect(section(command, of: page).contains(abstract))
  }

  @Test func `The manual names no option that no command has`() async throws {
    let page = try await Program.run("manual").output.replacingOccurrences(of: "\\-", with: "-")
    var known: Set<String> = []
    for command in Self.commands { known.formUnion(options(ofHelp: try await Program.run(command, "--help").output)) }
    #expect(Set(page.matches(of: #/(?m)^\.B (--[a-z-]+)/#).map { String($0.1) }) == known)
  }

  @Test func `Every setting of the manual has a meaning, and every exit status is there`() async throws {
    let page = try await Program.run("manual").output
    let settings = try #require(page.range(of: ".SH SETTINGS")),
      statuses = try #require(page.range(of: ".SH EXIT STATUS"))
    let items = page[settings.upperBound..<statuses.lowerBound].split(separator: ".TP\n").dropFirst()
    #expect(items.count > 20 && items.allSatisfy { $0.split(separator: "\n").count == 2 })
    for status in [0, 64, 65, 66, 69, 74, 75, 77, 78] { #expect(page.contains(".B \(status)\n")) }
  }
}
