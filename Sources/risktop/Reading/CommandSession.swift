import ArgumentParser
import Elements
import ElementsHTTP

/// What a command reads from and writes to.
struct CommandSession {
  let client: ElementsClient
  let console: Console
  let output: StandardOutput

  /// Runs a command on an account, and turns how it ended into an exit status.
  static func run(_ account: AccountOptions, _ body: (CommandSession) async throws(Ending) -> Void) async throws {
    let console = Console.standardError()
    let status: ExitStatus
    do throws(Ending) {
      let live = LiveElements(configuration: try configuration(account))
      let session = CommandSession(client: live.client, console: console, output: StandardOutput())
      status = await session.status(of: body)
      await live.shutdown()
    } catch {
      status = console.report(error)
    }
    console.hideProgress()
    if status != .done { throw status.exitCode }
  }

  private static func configuration(_ account: AccountOptions) throws(Ending) -> ElementsConfiguration {
    do throws(Complaint) {
      return try Account(account, settings: .process).configuration
    } catch {
      throw .complaint(error)
    }
  }

  private func status(of body: (CommandSession) async throws(Ending) -> Void) async -> ExitStatus {
    do throws(Ending) {
      try await body(self)
      return console.hasShortfall ? .partial : .done
    } catch {
      return console.report(error)
    }
  }
}

extension Console {
  /// Says why a command ended before its time, if there is anything to say.
  func report(_ ending: Ending) -> ExitStatus {
    switch ending {
    case .outputClosed: return .done
    case .complaint(let complaint):
      note(complaint.text)
      return complaint.status
    }
  }
}
