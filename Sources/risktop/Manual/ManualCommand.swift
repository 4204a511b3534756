import ArgumentParser
import CommandLine

/// The manual page, for `make install`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Write the manual page risktop(1), for man.", shouldDisplay: false)

  func run() throws {
    let page = ManualPage(program: try CommandDescription(json: Risktop._dumpHelp()), version: Version.current)
    do throws(Ending) {
      try StandardOutput().write(
        lines: page.source.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
    } catch {
      let status = Console.standardError().report(error)
      if status != .done { throw status.exitCode }
    }
  }
}
