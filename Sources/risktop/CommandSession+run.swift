import ArgumentParser
import CommandLine
import ElementsHTTP
import Settings
import ViewModels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CommandSession {
  /// Runs a command on an account, and turns how it ended into an exit status.
  static func run(
    _ options: AccountOptions, allowing allowed: AllowedRefusals = AllowedRefusals(),
    _ body: (CommandSession) async throws(Ending) -> Void
  ) async throws {
    let (output, reader) = (StandardOutput(), OutputReader())
    let console = Console.standardError { reader.isGone }
    let status: ExitStatus
    do throws(Ending) {
      let account = try await open(options)
      let signals = try signals(account.settings)
      let live = LiveElements(configuration: account.configuration, log: account.log)
      let session = CommandSession(
        client: live.client.keepingNames(in: account.names).ending(with: reader), listed: account.listed,
        allowed: allowed, signals: signals, console: console, output: output)
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

  private static func signals(_ settings: SettingsInForce) throws(Ending) -> SignalPreferences {
    do throws(SettingsError) {
      return try SignalPreferences(settings)
    } catch {
      throw Ending(error)
    }
  }

  private static func open(_ options: AccountOptions) async throws(Ending) -> Account {
    do throws(SettingsError) {
      return try await Account.open(options.flags, environment: .process)
    } catch {
      throw Ending(error)
    }
  }
}
