import CommandLine
import CursesTerminal
import Elements
import Reports
import Settings
import SignInAnalysis
import TerminalUI
import ViewModels

/// Hands over what was copied, and the texts of tickets.
///
/// Texts are made and programs are run away from the main actor; the message tells what was done, never more.
@MainActor
final class HandOverDesk {
  private let terminal: CursesTerminal
  private let messages: MessageLog
  private let options: HandOverOptions

  init(terminal: CursesTerminal, messages: MessageLog, options: HandOverOptions) {
    self.terminal = terminal
    self.messages = messages
    self.options = options
  }

  func copy(_ copied: CopiedSignIns) {
    let what = copied.signIns.count.counted("sign-in")
    Task {
      let text = await Task.detached {
        CopiedTable.text(of: copied.signIns, hasTenants: copied.hasTenants, isLocal: copied.isLocal)
      }.value
      await putOnClipboard(text, what, else: "\(.export) writes them to a file")
    }
  }

  func copy(_ row: HandedRow) {
    Task { await putOnClipboard(CopiedTable.text(of: row), row.noun, else: "it is the row's names that are long") }
  }

  func handOver(_ facts: TicketFacts, _ way: TicketWay) {
    let layout = options.ticketText
    Task {
      let text = await Task.detached { layout.text(of: facts) }.value
      switch way {
      case .clipboard: await putOnClipboard(text, "ticket text", else: "\(.copyTicket) can write it to a file")
      case .command: await give(text, "ticket text", to: options.ticketCommand)
      case .file: await save(text)
      }
    }
  }

  /// - Parameter remedy: what to do where the text is too long.
  private func putOnClipboard(_ text: String, _ what: String, else remedy: Wording) async {
    if let arguments = options.clipboard.arguments { return await give(text, what, to: arguments) }
    do throws(ClipboardOverflow) {
      let isSent = terminal.send(try ClipboardSequence(text, by: options.clipboard))
      messages.post(isSent ? .note : .failure, isSent ? "\(what): sent to the terminal" : "the terminal is gone")
    } catch {
      let sizes = "\(error.needed.grouped) of \(ClipboardSequence.longest.grouped) bytes"
      messages.post(
        .warning, "too long for the terminal's clipboard (\(sizes)): \(remedy); clipboard_command has no limit")
    }
  }

  private func give(_ text: String, _ what: String, to arguments: [String]) async {
    guard let command = FedCommand(arguments) else { return }
    if let failure = await command.run(feeding: text) {
      messages.post(.failure, Wording(failure))
    } else {
      messages.post(.note, "\(what): given to \(command.name)")
    }
  }

  private func save(_ text: String) async {
    let (folder, now) = (options.folder, Timestamp.now ?? .earliest)
    let saved = await Task.detached { () -> Result<String, ExportFailure> in
      do throws(ExportFailure) {
        return .success(try TicketFile.save(text, in: folder, now: now))
      } catch {
        return .failure(error)
      }
    }.value
    switch saved {
    case .success(let place): messages.post(.note, "ticket text: written to \(place)")
    case .failure(let error): messages.post(.failure, "the ticket can't be written: \(error.sentence)")
    }
  }
}

/// How findings leave the dashboard.
struct HandOverOptions: Sendable {
  var clipboard: ClipboardRoute
  var ticketText: TicketText
  /// A program and its arguments; empty for none.
  var ticketCommand: [String]
  /// Where files go.
  var folder = "."
  var filters: FilterShelf

  /// Without a configuration.
  init(_ environment: EnvironmentVariables) {
    clipboard = ClipboardRoute(command: []) { environment[$0] }
    ticketText = TicketText()
    ticketCommand = []
    filters = .none
  }

  init(_ settings: SettingsInForce) throws(SettingsError) {
    self.init(settings.environment)
    clipboard = ClipboardRoute(command: settings.texts(.clipboardCommand)) { settings.environment[$0] }
    ticketText = try settings.ticketText
    ticketCommand = settings.texts(.ticketCommand)
    folder = settings.text(.exportFolder) ?? folder
    filters = FilterFile(settings.environment).map { FilterShelf($0) } ?? .none
  }

  /// What the view models know of it.
  var preferences: HandOverPreferences {
    let command = FedCommand(ticketCommand).map { TicketWay.command(name: $0.name) }
    let ways = [.clipboard, .file, command].compactMap { $0 }
    return HandOverPreferences(ticketWays: ways, filters: filters)
  }
}
