import ArgumentParser
import Elements
import ElementsHTTP
import ViewModels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a command reads from and writes to.
struct CommandSession {
  let client: ElementsClient
  /// Stand in for the server's where the app registration may not list customers.
  let listed: [Customer]
  let console: Console
  let output: StandardOutput

  /// Runs a command on an account, and turns how it ended into an exit status.
  static func run(_ options: AccountOptions, _ body: (CommandSession) async throws(Ending) -> Void) async throws {
    let (output, reader) = (StandardOutput(), OutputReader())
    let console = Console.standardError { reader.isGone }
    let status: ExitStatus
    do throws(Ending) {
      let account = try await open(options)
      let live = LiveElements(configuration: account.configuration, log: account.log)
      let session = CommandSession(
        client: live.client.ending(with: reader), listed: account.preferences.listed, console: console, output: output)
      reader.watch(output)
      status = await session.status(of: body)
      if reader.isGone {
        // The network library can't be shut down while it still gives up calls; the end of the process does that.
        console.hideProgress()
        exit(ExitStatus.done.rawValue)
      }
      await live.shutdown()
    } catch {
      status = console.report(error)
    }
    console.hideProgress()
    if status != .done { throw status.exitCode }
  }

  private static func open(_ options: AccountOptions) async throws(Ending) -> Account {
    do throws(Complaint) {
      return try await Account.open(options, environment: .process)
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
      say(complaint)
      return complaint.status
    }
  }
}
