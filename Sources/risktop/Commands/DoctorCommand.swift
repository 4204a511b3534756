import ArgumentParser
import CommandLine
import CursesTerminal
import Doctor
import SafeText
import Settings
import TerminalUI

/// Finds out why something does not work.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check configuration, network, token, permissions and terminal; say what to do.",
    discussion: """
      Each line is ok, advice, failed or skipped. The first failed check gives the
      exit status: 78 configuration, 69 network, 77 refused, 65 not understood.
      """)

  @Flag(help: "Print one JSON object instead of lines.")
  var json = false

  @OptionGroup(title: "Account options")
  var account: AccountOptions

  @MainActor
  func run() async throws {
    let isJSON = json
    let output = StandardOutput()
    var lost: Ending?
    func write(_ lines: [String]) {
      do throws(Ending) { try output.write(lines: lines) } catch { lost = error }
    }
    let examination = Examination { finding in
      if !isJSON, lost == nil { write(finding.lines) }
    }
    await examination.run(account.flags, environment: .process)
    examination.add(Self.terminal)
    if isJSON { write([try FindingsReport(examination.findings).json()]) }
    if let lost, Console.standardError().report(lost) != .done { throw ExitStatus.outputFailed.exitCode }
    if examination.status != .done { throw examination.status.exitCode }
  }

  @MainActor
  private static var terminal: Finding {
    do throws(TerminalUnavailable) {
      let abilities = try TerminalAbilities()
      let colors = abilities.colors >= 8 ? "\(abilities.colors) colours" : "no colours"
      let text = "\(abilities.type), \(abilities.size.columns)x\(abilities.size.rows), \(colors)"
      guard abilities.isUnicode else {
        return .advice("terminal", "\(text), ASCII only", "set a UTF-8 locale, for example: export LANG=C.UTF-8")
      }
      guard abilities.size.columns >= 60, abilities.size.rows >= 12 else {
        return .advice("terminal", "\(text), UTF-8", "below 60x12 only the list is shown: make the window larger")
      }
      return .ok("terminal", "\(text), UTF-8")
    } catch {
      if case .notATerminal = error { return .skipped("terminal", "standard input or output is not a terminal") }
      return .failed("terminal", error.complaint.text, nil, .configuration)
    }
  }
}
