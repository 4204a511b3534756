#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A command as the argument parser describes it: `--experimental-dump-help`, version 0 of its format.
struct CommandDescription: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      let name: String
    }

    let abstract: String?
    let kind: String
    let preferredName: Name?
    let valueName: String?
    let sectionTitle: String?
    let shouldDisplay: Bool
    let defaultValue: String?

    /// As it is written: `--tenant <id|name>`.
    var words: String {
      let name = preferredName.map { "--\($0.name)" }
      let value = kind == "flag" ? nil : valueName.map { "<\($0)>" }
      return [name, value].compactMap { $0 }.joined(separator: " ")
    }
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [CommandDescription]?
  let shouldDisplay: Bool

  /// Those that help shows, but for what all commands have.
  var shownArguments: [Argument] {
    (arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.preferredName?.name) }
  }

  /// Those that help shows, but for help itself.
  var shownSubcommands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  private struct Tool: Decodable {
    let command: CommandDescription
  }

  /// - Parameter json: of the whole program.
  init(json: String) throws {
    self = try JSONDecoder().decode(Tool.self, from: Data(json.utf8)).command
  }
}
