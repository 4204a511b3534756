import CommandLine
import Screens
import Settings
import TerminalUI
import ViewModels

/// The manual page `risktop(1)`: made of the commands' own help, the settings, the exit statuses, and the registry of
/// the dashboard's commands with their keys.
struct ManualPage {
  let program: CommandDescription
  let version: String

  /// In the source of man(1).
  var source: String {
    var page = RoffText()
    page.title("RISKTOP 1 \"\" \"risktop \(version)\" \"risktop\"")
    page.heading("NAME")
    page.paragraph("risktop - \(program.abstract ?? "")")
    page.heading("SYNOPSIS")
    page.verbatim(
      """
      risktop [--profile NAME] [--tenant ID|NAME [--customer ID|NAME]]
      risktop demo
      risktop COMMAND [OPTIONS]
      """)
    page.heading("DESCRIPTION")
    page.verbatim(program.discussion ?? "")
    writeCommands(to: &page)
    writeKeys(to: &page)
    writeSettings(to: &page)
    page.heading("EXIT STATUS")
    for status in ExitStatus.allCases { page.item(String(status.rawValue), status.meaning) }
    return page.text
  }

  private func writeCommands(to page: inout RoffText) {
    page.heading("COMMANDS")
    for command in program.shownSubcommands {
      page.subheading("risktop \(command.commandName)")
      page.paragraph(command.abstract ?? "")
      if let discussion = command.discussion, !discussion.isEmpty { page.verbatim(discussion) }
      for argument in command.shownArguments where !Self.isShared(argument) { write(argument, to: &page) }
      let sections = command.shownArguments.compactMap(\.sectionTitle).filter(Self.sharedSections.contains)
      if !sections.isEmpty { page.paragraph("Also: \(sections.uniqued.joined(separator: ", ")), below.") }
    }
    for section in Self.sharedSections {
      let all = program.shownSubcommands.flatMap(\.shownArguments).filter { $0.sectionTitle == section }
      page.subheading(section)
      for argument in all.uniqued(by: \.words) { write(argument, to: &page) }
    }
  }

  /// Options that several commands have.
  private static let sharedSections = ["Tenant options", "Reading options", "Output options", "Account options"]

  private static func isShared(_ argument: CommandDescription.Argument) -> Bool {
    argument.sectionTitle.map(sharedSections.contains) ?? false
  }

  private func write(_ argument: CommandDescription.Argument, to page: inout RoffText) {
    let standard = argument.defaultValue.map { " (default: \($0))" } ?? ""
    page.item(argument.words, (argument.abstract ?? "") + standard)
  }

  private func writeKeys(to page: inout RoffText) {
    page.heading("KEYS")
    page.paragraph("The profile's [keys] gives commands other keys, by the name in parentheses.")
    for command in Command.all {
      let keys = Keymap.standard.keys(of: command.id).map(\.name).joined(separator: " ")
      page.item(keys.isEmpty ? "(no key)" : keys, "\(command.title) (\(command.id.rawValue)); \(command.scope.places)")
    }
  }

  private func writeSettings(to page: inout RoffText) {
    page.heading("SETTINGS")
    page.paragraph("In ~/.config/risktop/config.toml, at its top or in a profile; the higher of these counts first:")
    page.paragraph("a flag, an environment variable, the profile, the top of the file.")
    for setting in Setting.all {
      let others = [setting.flag, setting.variable].compactMap { $0 }
      page.item(setting.name, setting.meaning + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"))
    }
  }
}

extension Array {
  fileprivate func uniqued<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var known: Set<Key> = []
    return filter { known.insert(key($0)).inserted }
  }
}

extension [String] {
  fileprivate var uniqued: [String] { uniqued(by: \.self) }
}
