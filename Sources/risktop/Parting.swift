import ArgumentParser
import CommandLine
import SafeText
import Settings
import SignInAnalysis

/// What is printed when the argument parser or a command ends the program: help and version on standard output,
/// errors on standard error.
struct Parting {
  /// Of one or more lines; empty where all was said before.
  let text: String
  private let code: ExitCode

  init(from error: any Error, arguments: [String]) async {
    code = Risktop.exitCode(for: error)
    if let complaint = Self.unknownCommand(arguments, code) {
      text = complaint
      return
    }
    let shown = await Self.withInertArguments(error, arguments)
    text = Risktop.fullMessage(for: shown).split(separator: "\n", omittingEmptySubsequences: false)
      .map { sanitized(String($0)) }.joined(separator: "\n")
  }

  /// What the parser, which takes every word that is no command for the dashboard's, can't say.
  private static func unknownCommand(_ arguments: [String], _ code: ExitCode) -> String? {
    let names = Risktop.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard code == .validationFailure, let word = arguments.first, !word.hasPrefix("-"), !names.contains(word) else {
      return nil
    }
    return """
      Error: Unknown command "\(sanitized(word))"\(NearestName.hint(word, names))
      Usage: risktop <subcommand>
        See 'risktop --help' for more information.
      """
  }

  /// The parser's error about the same arguments without control characters: its text quotes the arguments.
  private static func withInertArguments(_ error: any Error, _ arguments: [String]) async -> any Error {
    let inert = arguments.map { sanitized($0) }
    guard inert != arguments, !(error is ExitCode) else { return error }
    do {
      _ = try await Risktop.asyncParseAsRoot(inert)
      return error
    } catch {
      return error
    }
  }

  /// Says it, and gives the status to end with.
  func take() -> ExitCode {
    guard !text.isEmpty else { return code }
    guard code.isSuccess else {
      StandardError.write(text + "\n")
      return code
    }
    do throws(Ending) {
      try StandardOutput().write(lines: [text])
      return code
    } catch {
      return Console.standardError().report(error).exitCode
    }
  }
}
